import { beatsUntil, type HeartBeat, type HeartOptions } from './heart-beats.ts';
import { observedBeats, type Disturbances, type ObservedBeat } from './observed-beats.ts';

export interface SimulatedHeart {
  /** Every beat of the heart. */
  readonly truth: readonly HeartBeat[];
  /** What a device records of them, each interval labelled. */
  readonly observed: readonly ObservedBeat[];
}

/** `durationS` seconds of a synthetic heart, with the truth behind what is seen of it. */
export function simulateHeart(
  heart: HeartOptions,
  durationS: number,
  disturbances: Omit<Disturbances, 'seed'> = {},
): SimulatedHeart {
  const truth = [...beatsUntil(durationS, heart)];
  return { truth, observed: [...observedBeats(truth, { ...disturbances, seed: heart.seed + 1 })] };
}
