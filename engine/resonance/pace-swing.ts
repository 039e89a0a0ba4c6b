import type { NnInterval } from '../artefacts/nn-interval.ts';
import { RESPIRATION_CONFIDENT, respirationRate } from '../hrv/respiration-rate.ts';
import { harmonicFit, type Wave } from './harmonic-fit.ts';

/** A stretch of time in which the person was asked to breathe at one pace. */
export interface PacedStretch {
  readonly perMinute: number;
  readonly fromMs: number;
  readonly toMs: number;
}

/** How far the heart rate went up and down with the breath at one pace. */
export interface PaceSwing {
  readonly kind: 'measured';
  readonly perMinute: number;
  /** The middle of what was measured. */
  readonly atMs: number;
  /** From trough to crest, 1/min. */
  readonly swingBpm: number;
  /** Standard deviation of the logarithm of the swing, by measurement alone. */
  readonly logSd: number;
}

export interface LeftOut {
  readonly kind: 'left-out';
  readonly perMinute: number;
  readonly reason: LeftOutReason;
}

/**
 * `skipped`: too short. `artefacts`: too few observed intervals. `not-followed`: the heart shows another breath.
 * `no-swing`: nothing at this pace stands out of the heart's own noise.
 */
export const LEFT_OUT_REASONS = ['skipped', 'artefacts', 'not-followed', 'no-swing'] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** The heart needs two breaths or three to fall in with a new pace. */
const SETTLE_MS = 25_000;
/** Four breaths and more at the slowest pace. */
const LEAST_MS = 55_000;
/** Share of the time that observed intervals must cover. */
const LEAST_OBSERVED = 0.8;
/** Breathing that is surely further off than this was not at the pace, 1/min. */
const OFF_PACE = 0.75;
/** Power of the swing over that of the noise beside it: below, it may be the noise alone. */
const LEAST_RATIO = 3;

/**
 * The swing of heart rate at the pace of one stretch: a harmonic regression on the observed intervals as they fall
 * (nothing is interpolated, repaired ones are left out), with the noise found beside the pace in the same stretch.
 *
 * @param nn  of the whole session, in order
 * Cost: O(intervals). Source: the amplitude at the pace is one of the criteria of Shaffer & Meehan 2020,
 * doi:10.3389/fnins.2020.570400; the limits are judgements.
 */
export function paceSwing(
  { perMinute, fromMs, toMs }: PacedStretch,
  nn: readonly NnInterval[],
): PaceSwing | LeftOut {
  const leftOut = (reason: LeftOutReason): LeftOut => ({ kind: 'left-out', perMinute, reason });
  const beginMs = fromMs + SETTLE_MS;
  if (toMs - beginMs < LEAST_MS) return leftOut('skipped');
  const inside = nn.filter(({ atMs, nnMs }) => atMs - nnMs >= beginMs && atMs <= toMs);
  const observed = inside.filter(({ original }) => original);
  const observedMs = observed.reduce((sum, { nnMs }) => sum + nnMs, 0);
  if (observedMs < LEAST_OBSERVED * (toMs - beginMs)) return leftOut('artefacts');
  const breathing = respirationRate({
    atMs: Float64Array.from(inside, ({ atMs }) => atMs),
    nnMs: Float64Array.from(inside, ({ nnMs }) => nnMs),
    segment: Int32Array.from(inside, ({ segment }) => segment),
  });
  if (
    breathing &&
    breathing.confidence >= RESPIRATION_CONFIDENT &&
    Math.abs(breathing.breathsPerMinute - perMinute) > OFF_PACE
  )
    return leftOut('not-followed');
  const wave = harmonicFit(rateWave(observed, beginMs), perMinute / 60);
  const power = wave.amplitude ** 2 - 2 * wave.noise;
  if (power < LEAST_RATIO * 2 * wave.noise) return leftOut('no-swing');
  const amplitude = Math.sqrt(power);
  return {
    kind: 'measured',
    perMinute,
    atMs: (beginMs + toMs) / 2,
    swingBpm: 2 * amplitude,
    logSd: Math.sqrt(wave.noise) / amplitude,
  };
}

/** Heart rate, 1/min, at the middle of each interval, s from `beginMs`. */
function rateWave(nn: readonly NnInterval[], beginMs: number): Wave {
  return {
    x: Float64Array.from(nn, ({ atMs, nnMs }) => (atMs - nnMs / 2 - beginMs) / 1000),
    y: Float64Array.from(nn, ({ nnMs }) => 60_000 / nnMs),
  };
}
