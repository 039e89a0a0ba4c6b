import type { NnInterval } from '../artefacts/nn-interval.ts';
import { harmonicFit } from './harmonic-fit.ts';

const WINDOW_MS = 45_000;
const LEAST_MS = 30_000;

/**
 * How far heart rate goes up and down with the breath now, from trough to crest, 1/min, over the last 45 s; for a live
 * figure, without a verdict.
 *
 * @param perMinute  the pace of the guide
 * @returns `undefined` where fewer than 30 s were observed, or nothing stands out of the heart's own noise
 */
export function recentSwing(nn: readonly NnInterval[], nowMs: number, perMinute: number): number | undefined {
  const recent: NnInterval[] = [];
  for (let i = nn.length - 1; i >= 0 && nn[i]!.atMs > nowMs - WINDOW_MS; i--)
    if (nn[i]!.original) recent.unshift(nn[i]!);
  if (recent.reduce((sum, { nnMs }) => sum + nnMs, 0) < LEAST_MS) return undefined;
  const fromMs = recent[0]!.atMs;
  const { amplitude, noise } = harmonicFit(
    {
      x: Float64Array.from(recent, ({ atMs, nnMs }) => (atMs - nnMs / 2 - fromMs) / 1000),
      y: Float64Array.from(recent, ({ nnMs }) => 60_000 / nnMs),
    },
    perMinute / 60,
  );
  const power = amplitude ** 2 - 2 * noise;
  return power > 2 * noise ? 2 * Math.sqrt(power) : undefined;
}
