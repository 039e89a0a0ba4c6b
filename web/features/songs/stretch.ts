/** A stretch of a part, seconds from its first beat. */
export interface Stretch {
  readonly fromS: number;
  readonly untilS: number;
}

/** Seconds over which one recording gives way to the other at each seam. */
export const SEAM_S = 0.008;
