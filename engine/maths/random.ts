import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Gives the next number in [0, 1). The same seed gives the same numbers everywhere. */
export type Chance = () => number;

/** @param seed  an integer; only its lowest 32 bits count */
export function chance(seed: number): Chance {
  const generator = xoroshiro128plus(scrambled(seed));
  return () => uniformFloat64(generator);
}

/**
 * Spreads seeds apart: neighbouring small seeds would otherwise begin with nearly the same numbers.
 * Source: the 32-bit finaliser of MurmurHash3 (Appleby, public domain).
 */
function scrambled(seed: number): number {
  let h = (seed | 0) ^ 0x9e3779b9;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** One draw of mean 0 and standard deviation 1. Source: Box & Muller 1958, doi:10.1214/aoms/1177706645. */
export const normal = (next: Chance): number =>
  Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
