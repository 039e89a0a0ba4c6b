/** Steps of D major counted from D4; 7 is an octave. Negative steps lie below. */
export type Step = number;

const MAJOR = [0, 2, 4, 5, 7, 9, 11];
const D4 = 62;

/** MIDI pitch of a scale step. */
export const pitchOf = (step: Step): number => D4 + 12 * Math.floor(step / 7) + MAJOR[degreeOf(step)]!;

/** Degree 0–6 of a step: 0 tonic, 3 subdominant, 4 dominant. */
export const degreeOf = (step: Step): number => ((step % 7) + 7) % 7;

/** A chord: the degree of its root, and its tones as steps above it (2 third, 4 fifth, 6 seventh, 8 ninth). */
export interface Chord {
  readonly root: number;
  readonly tones: readonly number[];
  /** Which tone is in the bass, as steps above the root; absent: the root itself. */
  readonly bass?: number;
}

const chord =
  (...tones: readonly number[]) =>
  (root: number): Chord => ({ root, tones });

export const triad = chord(0, 2, 4);
export const seventh = chord(0, 2, 4, 6);
/** Neither major nor minor. */
export const open = chord(0, 4);
/** Added ninth, no seventh: open and plain. */
export const ninth = chord(0, 2, 4, 8);
export const suspended = chord(0, 3, 4, 8);

export interface Range {
  readonly low: Step;
  readonly high: Step;
}

/** Every step in the range that belongs to the chord, upwards. */
export function chordSteps({ root, tones }: Chord, { low, high }: Range): Step[] {
  const degrees = new Set(tones.map((tone) => degreeOf(root + tone)));
  const steps: Step[] = [];
  for (let step = low; step <= high; step++) if (degrees.has(degreeOf(step))) steps.push(step);
  return steps;
}
