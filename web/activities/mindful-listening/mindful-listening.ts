import { scriptActivity } from '../script-activity.tsx';
import { mindfulListeningCard as card } from './card.ts';
import { RingsPicture } from './rings-picture.tsx';
import { SCRIPTS as scripts } from './scripts.ts';
import { words } from './words.ts';

/** Mindful listening: one sound, one piece, or eyes and ears together. */
export const mindfulListening = scriptActivity({ card, words, scripts, Picture: RingsPicture });
