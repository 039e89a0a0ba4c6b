/** Hz at which recordings are made. */
export const SAMPLE_RATE = 44_100;
