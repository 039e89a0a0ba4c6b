import { beatsUntil, type HeartBeat, type HeartOptions } from './heart-beats.ts';
import { observedBeats, type Disturbances, type ObservedBeat } from './observed-beats.ts';

export interface SimulatedHeart {
  /** Every beat of the heart. */
  readonly truth: readonly HeartBeat[];
  /** The intervals as a device records them, each labelled. */
  readonly observed: readonly ObservedBeat[];
}

/** Simulates `durationS` seconds of a heart: what is recorded, and the truth behind it. */
export function simulateHeart(
  heart: HeartOptions,
  durationS: number,
  disturbances: Omit<Disturbances, 'seed'> = {},
): SimulatedHeart {
  const truth = [...beatsUntil(durationS, heart)];
  return { truth, observed: [...observedBeats(truth, { ...disturbances, seed: heart.seed + 1 })] };
}
