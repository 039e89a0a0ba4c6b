/** MIDI pitches of a range, every so many semitones. */
export const pitches = (from: number, to: number, every: number): number[] =>
  Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, i) => from + i * every);

/** What rings by itself and is damped softly. */
export const RINGS = { pitched: true, loops: false, attackS: 0.002, releaseS: 0.25 } as const;
