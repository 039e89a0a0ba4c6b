import { weightedPowers } from './k-weighting.ts';
import type { Sound } from './sound.ts';

const HOP_S = 0.1;
/** A gating block is this many hops: 0.4 s, each three quarters over the one before. */
const HOPS = 4;
const ABSOLUTE_GATE_LUFS = -70;
const RELATIVE_GATE_LU = -10;

/**
 * Integrated loudness, LUFS: how loud the whole is to the ear, its silences left out. A single channel counts once, as
 * the standard has it, though it is heard from both sides.
 *
 * @returns −Infinity where nothing passes the gate, or there is less than 0.4 s of it
 * Source: ITU-R BS.1770-5, annex 1; EBU R 128.
 */
export function integratedLufs({ channels, sampleRate }: Sound): number {
  const hop = Math.round(HOP_S * sampleRate);
  const sides = channels.map((samples) => weightedPowers(samples, sampleRate, hop));
  const hops = Array.from({ length: sides[0]?.length ?? 0 }, (_, n) =>
    sides.reduce((sum, powers) => sum + powers[n]!, 0),
  );
  const blocks = hops.slice(HOPS - 1).map((_, n) => mean(hops.slice(n, n + HOPS)));
  const loud = blocks.filter((power) => lufs(power) > ABSOLUTE_GATE_LUFS);
  const gate = lufs(mean(loud)) + RELATIVE_GATE_LU;
  return lufs(mean(loud.filter((power) => lufs(power) > gate)));
}

const lufs = (power: number): number => -0.691 + 10 * Math.log10(power);
const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, x) => sum + x, 0) / values.length;
