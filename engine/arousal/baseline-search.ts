import type { EngineConfig } from '../config/engine-config.ts';
import type { BaselineFound } from './events.ts';
import type { HrvMeasured } from '../hrv/events.ts';
import type { BaselineFigures, UsualRest } from './events.ts';
import type { SignalStep } from '../session/signal.ts';
import { restingFigures } from './resting-figures.ts';

/** Below it a window says too little of rest. */
const MIN_COVERAGE = 0.5;
/** A heart this fast with so little variability is moving. */
const MOVING_BPM = 90;
const MOVING_RMSSD_MS = 10;

/** Quiet that is this many spreads faster than the person usually rests is no rest. */
const UNUSUAL_SPREADS = 2;
/** Days differ by this much at least, 1/min (J). */
const MIN_SPREAD_BPM = 3;

/**
 * Finds the person's baseline: given with the session, set by hand, or the first `baselineS` of quiet. Quiet is steady
 * (`baselineSteadyBpm`), still (no faster than `baselineMaxBpm`, variability not collapsed, not far above the
 * slowest that was seen) and unpaced, with good signal. Found once; later figures replace it only when set by hand.
 *
 * Where it is known how the person usually rests, that stands in from the start, as uncertain as their days differ; and
 * quiet that is much faster is not taken for rest: somebody who begins in craving is not calibrated on it.
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

/** As uncertain as one window of rest whose spread is that between the person's days. */
function usualFigures({ heartRateBpm, lnRmssd }: UsualRest, config: EngineConfig): BaselineFigures {
  return {
    heartRateBpm: heartRateBpm.median,
    heartRateSpreadBpm: Math.max(MIN_SPREAD_BPM, heartRateBpm.spread),
    ...(lnRmssd && { lnRmssd: lnRmssd.median, lnRmssdSpread: lnRmssd.spread }),
    seconds: config.windowS,
  };
}
