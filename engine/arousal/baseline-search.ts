import type { EngineConfig } from '../config/engine-config.ts';
import type { BaselineFound } from './events.ts';
import type { HrvMeasured } from '../hrv/events.ts';
import type { BaselineFigures, UsualRest } from './events.ts';
import type { SignalStep } from '../session/signal.ts';
import { restingFigures } from './resting-figures.ts';

/** A window with less coverage is not used for a baseline. */
const MIN_COVERAGE = 0.5;
/** A heart this fast with little variability indicates movement. */
const MOVING_BPM = 90;
const MOVING_RMSSD_MS = 10;

/** A quiet stretch this many spreads above the person's usual rest is not taken for rest. */
const UNUSUAL_SPREADS = 2;
/** Least spread assumed between days, 1/min (J). */
const MIN_SPREAD_BPM = 3;

/**
 * Finds the person's baseline: given with the session, set by hand, or the first `baselineS` of quiet.
 * Quiet is steady (`baselineSteadyBpm`), still (no faster than `baselineMaxBpm`, variability not
 * collapsed, not far above the slowest that was seen) and unpaced, with good signal. Found once;
 * afterwards only a baseline set by hand replaces it.
 *
 * Where the person's usual rest is known, it stands in from the start, with the spread between their
 * days as its uncertainty; and quiet that is much faster is not taken for rest, so that somebody who
 * begins in craving is not calibrated on it.
 */
export function baselineSearch(config: EngineConfig): SignalStep {
  let windows: HrvMeasured[] | undefined = [];
  let lowestBpm = Infinity;
  let paced = false;
  let mostBpm = Infinity;
  const needed = (config.baselineS * 1000) / config.stepMs;

  const quiet = (window: HrvMeasured): boolean => {
    const { meanHrBpm, rmssdMs, coverage, corrected } = window;
    if (paced || meanHrBpm === undefined) return false;
    if (corrected > config.baselineCorrectedMax || coverage < MIN_COVERAGE) return false;
    if (meanHrBpm > Math.min(config.baselineMaxBpm, lowestBpm + config.baselineAboveLowestBpm)) return false;
    return !(meanHrBpm > MOVING_BPM && rmssdMs !== undefined && rmssdMs < MOVING_RMSSD_MS);
  };

  const found = (window: HrvMeasured) => {
    if (
      window.meanHrBpm !== undefined &&
      window.coverage >= MIN_COVERAGE &&
      window.corrected <= config.baselineCorrectedMax
    )
      lowestBpm = Math.min(lowestBpm, window.meanHrBpm);
    if (!quiet(window)) windows = [];
    else if (windows!.push(window) > needed) windows!.shift();
    if (windows!.length < needed) return;
    const rates = windows!.map(({ meanHrBpm }) => meanHrBpm!);
    if (Math.max(...rates) - Math.min(...rates) > config.baselineSteadyBpm) return;
    const figures = restingFigures(windows!, needed / 2);
    return figures && figures.heartRateBpm <= mostBpm ? figures : undefined;
  };

  const baselineFound = (
    figures: BaselineFigures,
    how: BaselineFound['how'],
    atMs: number,
  ): BaselineFound => {
    if (how !== 'usual') windows = undefined;
    return { type: 'baseline', author: 'engine', atMs, figures, how };
  };

  return (signal, emit) => {
    emit(signal);
    const { type, atMs } = signal;
    if (type === 'session-started') {
      const { baseline, usualRest } = signal;
      if (baseline) emit(baselineFound(baseline, 'given', atMs));
      else if (usualRest) {
        const figures = usualFigures(usualRest, config);
        mostBpm = figures.heartRateBpm + UNUSUAL_SPREADS * figures.heartRateSpreadBpm;
        emit(baselineFound(figures, 'usual', atMs));
      }
    }
    if (type === 'baseline-set') emit(baselineFound(signal.figures, 'given', atMs));
    if (type === 'pacer') paced = signal.breathsPerMinute !== undefined;
    if (type !== 'hrv' || windows === undefined) return;
    const figures = found(signal);
    if (figures) emit(baselineFound(figures, 'quiet-start', atMs));
  };
}

/** Usual rest as baseline figures; their uncertainty is the spread between the person's days. */
function usualFigures({ heartRateBpm, lnRmssd }: UsualRest, config: EngineConfig): BaselineFigures {
  return {
    heartRateBpm: heartRateBpm.median,
    heartRateSpreadBpm: Math.max(MIN_SPREAD_BPM, heartRateBpm.spread),
    ...(lnRmssd && { lnRmssd: lnRmssd.median, lnRmssdSpread: lnRmssd.spread }),
    seconds: config.windowS,
  };
}
