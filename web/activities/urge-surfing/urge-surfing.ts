import { scriptActivity } from '../script-activity.tsx';
import { urgeSurfingCard as card } from './card.ts';
import { WavePicture } from './wave-picture.tsx';
import { SCRIPTS as scripts } from './scripts.ts';
import { words } from './words.ts';

/** Urge surfing: staying with a craving until it passes, and seeing its wave. */
export const urgeSurfing = scriptActivity({ card, words, scripts, Picture: WavePicture });
