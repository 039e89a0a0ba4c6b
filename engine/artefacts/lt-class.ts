import type { BeatClass } from './beat-class.ts';

/** The classes of the published method. */
export type LtClass = Exclude<BeatClass, 'gap'>;
