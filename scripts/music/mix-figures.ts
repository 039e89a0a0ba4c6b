import { integratedLufs } from '../../web/features/music/own/analysis/loudness.ts';
import { filtered, phones } from './filters.ts';
import { decibels, powerOf } from './power.ts';

type Sides = readonly Float32Array[];

/** How a rendering is spread and what becomes of it elsewhere. */
export interface MixFigures {
  readonly lufs: number;
  /** Power of the side against the middle, dB. */
  readonly sideDb: number;
  /** Loudness lost when both sides are folded into one, LU. */
  readonly foldLu: number;
  /** Loudness lost on a phone: a 400-Hz high-pass of 12 or of 24 dB an octave, whichever takes more, LU. */
  readonly phoneLu: number;
  /** How far the level of 200 ms goes up and down, 5th to 95th percentile, dB. */
  readonly swingDb: number;
}

export function mixFigures(sides: Sides, sampleRate: number): MixFigures {
  const lufs = loudness(sides, sampleRate);
  const [left, right] = [sides[0]!, sides[1]!];
  const middle = left.map((x, i) => (x + right[i]!) / 2);
  const side = left.map((x, i) => (x - right[i]!) / 2);
  const power = (samples: Float32Array): number => powerOf([samples], 0, samples.length);
  const onPhone = phones(sampleRate).map((phone) =>
    loudness(
      sides.map((one) => filtered(one, phone)),
      sampleRate,
    ),
  );
  const levels = levelsDb(sides, Math.round(0.2 * sampleRate));
  return {
    lufs,
    sideDb: decibels(power(side)) - decibels(power(middle)),
    foldLu: lufs - loudness([middle, middle], sampleRate),
    phoneLu: lufs - Math.min(...onPhone),
    swingDb: percentile(levels, 0.95) - percentile(levels, 0.05),
  };
}

const loudness = (channels: Sides, sampleRate: number): number => integratedLufs({ channels, sampleRate });

/** Level of each stretch of so many samples, dBFS. */
function levelsDb(sides: Sides, length: number): number[] {
  const count = Math.floor(sides[0]!.length / length);
  return Array.from({ length: count }, (_, n) => decibels(powerOf(sides, n * length, (n + 1) * length)));
}

/** The value that so large a share lies below, between the nearest two. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (at - below) * (sorted[above]! - sorted[below]!);
}
