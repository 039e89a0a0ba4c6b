import type { EngineConfig } from '../config.ts';
import type { HrvMeasured } from '../session/derived-events.ts';
import type { SignalStep } from '../session/signal.ts';
import { restingFigures } from './resting-figures.ts';

/** Below it a window says too little of rest. */
const COVERED = 0.5;
/** A heart this fast with so little variability is moving. */
const MOVING_BPM = 90;
const MOVING_RMSSD_MS = 10;

/**
 * Finds the person's baseline: given with the session, set by hand, or the first `baselineS` of quiet. Quiet is steady
 * (`baselineSteadyBpm`), still (no faster than `baselineMaxBpm`, variability not collapsed, not far above the slowest that
 * was seen) and unpaced, with good signal. Found once; later figures replace it only when set by hand.
 */
export function baselineSearch(config: EngineConfig): SignalStep {
  let windows: HrvMeasured[] | undefined = [];
  let lowestBpm = Infinity;
  let paced = false;
  const needed = (config.baselineS * 1000) / config.stepMs;

  const quiet = (window: HrvMeasured): boolean => {
    const { meanHrBpm, rmssdMs, coverage, corrected } = window;
    if (paced || meanHrBpm === undefined) return false;
    if (corrected > config.baselineCorrectedMax || coverage < COVERED) return false;
    if (meanHrBpm > Math.min(config.baselineMaxBpm, lowestBpm + config.baselineAboveLowestBpm)) return false;
    return !(meanHrBpm > MOVING_BPM && rmssdMs !== undefined && rmssdMs < MOVING_RMSSD_MS);
  };

  const found = (window: HrvMeasured) => {
    if (
      window.meanHrBpm !== undefined &&
      window.coverage >= COVERED &&
      window.corrected <= config.baselineCorrectedMax
    )
      lowestBpm = Math.min(lowestBpm, window.meanHrBpm);
    if (!quiet(window)) windows = [];
    else if (windows!.push(window) > needed) windows!.shift();
    if (windows!.length < needed) return;
    const rates = windows!.map(({ meanHrBpm }) => meanHrBpm!);
    if (Math.max(...rates) - Math.min(...rates) > config.baselineSteadyBpm) return;
    return restingFigures(windows!, needed / 2);
  };

  return (signal, emit) => {
    emit(signal);
    const give = (figures: NonNullable<ReturnType<typeof found>>, how: 'given' | 'quiet-start') => {
      windows = undefined;
      emit({ type: 'baseline', author: 'engine', atMs: signal.atMs, figures, how });
    };
    if (signal.type === 'session-started' && signal.baseline) give(signal.baseline, 'given');
    if (signal.type === 'baseline-set') give(signal.figures, 'given');
    if (signal.type === 'pacer') paced = signal.breathsPerMinute !== undefined;
    if (signal.type !== 'hrv' || windows === undefined) return;
    const figures = found(signal);
    if (figures) give(figures, 'quiet-start');
  };
}
