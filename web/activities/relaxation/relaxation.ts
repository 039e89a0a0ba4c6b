import { scriptActivity } from '../script-activity.tsx';
import { BodyPicture } from './body-picture.tsx';
import { relaxationCard as card } from './card.ts';
import { SCRIPTS as scripts } from './scripts.ts';
import { words } from './words.ts';

/** Guided relaxation: tense and let go, part by part, over calm music; and a way into sleep. */
export const relaxation = scriptActivity({ card, words, scripts, Picture: BodyPicture });
