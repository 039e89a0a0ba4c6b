import { chance, normal, type Chance } from '../../maths/random.ts';

/**
 * A stream of chance of its own for each purpose, person and session. What a policy does then never moves another
 * stream on: every policy meets the same people on the same days.
 */
export const stream = (seed: number, ...place: readonly number[]): Chance =>
  chance(place.reduce(mixed, seed));

/**
 * Neighbouring seeds and places must not meet. Source: the 32-bit finaliser
 * of MurmurHash3 (Appleby, public domain).
 */
function mixed(hash: number, part: number): number {
  let h = (Math.imul(hash, 0x01000193) + part) | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** A normal draw within limits: what is beyond them is put on them. */
export const within = (
  next: Chance,
  {
    mean,
    sd,
    low = -Infinity,
    high = Infinity,
  }: {
    readonly mean: number;
    readonly sd: number;
    readonly low?: number;
    readonly high?: number;
  },
): number => Math.min(high, Math.max(low, mean + sd * normal(next)));
