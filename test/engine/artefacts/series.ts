import { chance } from '../../../engine/maths/random.ts';
import type { RrInterval } from '../../../engine/artefacts/index.ts';

/** Intervals of one segment, each ending where the sum of lengths says. */
export function oneSegment(rrMs: readonly number[]): RrInterval[] {
  let atMs = 0;
  return rrMs.map((rr) => ({ atMs: (atMs += rr), rrMs: rr, segment: 0 }));
}

/** A heart at `levelMs` with breathing of `swingMs` (15 a minute) and noise of `noiseMs`, in whole milliseconds. */
export function heart(beats: number, { seed = 1, levelMs = 800, swingMs = 0, noiseMs = 5 } = {}): number[] {
  const next = chance(seed);
  const gauss = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  let tMs = 0;
  return Array.from({ length: beats }, () => {
    const rr = Math.round(
      levelMs + swingMs * Math.sin((2 * Math.PI * 0.25 * tMs) / 1000) + noiseMs * gauss(),
    );
    tMs += rr;
    return rr;
  });
}

/** Moves the beat that ends interval `i`; negative is early. */
export const moved = (rr: readonly number[], i: number, byMs: number): number[] =>
  rr.map((one, k) => (k === i ? one + byMs : k === i + 1 ? one - byMs : one));

/** Loses the beat that ends interval `i`. */
export const lost = (rr: readonly number[], i: number): number[] => [
  ...rr.slice(0, i),
  rr[i]! + rr[i + 1]!,
  ...rr.slice(i + 2),
];

/** Adds a false beat within interval `i`, after `afterMs`. */
export const added = (rr: readonly number[], i: number, afterMs: number): number[] => [
  ...rr.slice(0, i),
  afterMs,
  rr[i]! - afterMs,
  ...rr.slice(i + 1),
];

export const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);

export const rmssd = (nn: readonly number[]): number =>
  Math.sqrt(sum(nn.slice(1).map((one, i) => (one - nn[i]!) ** 2)) / (nn.length - 1));
