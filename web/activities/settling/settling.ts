import { scriptActivity } from '../script-activity.tsx';
import { settlingCard as card } from './card.ts';
import { HorizonPicture } from './horizon-picture.tsx';
import { SCRIPTS as scripts } from './scripts.ts';
import { words } from './words.ts';

/** Settling after a hard hour, and back into the room through sound. */
export const settling = scriptActivity({ card, words, scripts, Picture: HorizonPicture });
