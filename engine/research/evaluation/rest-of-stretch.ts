import type { BaselineFigures } from '../../arousal/events.ts';
import { restingFigures } from '../../arousal/resting-figures.ts';
import type { EngineConfig } from '../../config/engine-config.ts';
import type { HrvMeasured } from '../../hrv/events.ts';
import { measured } from '../../pipeline.ts';
import { runThrough } from '../../replay.ts';
import type { InputEvent } from '../../session/signal.ts';

/** Windows that make resting figures. */
const MIN_WINDOWS = 10;

/**
 * Resting figures over a stretch of a recording, in seconds of its own time; windows that reach back beyond its
 * start are left out where others remain.
 * @returns `undefined` where it holds too few beats
 */
export function restOfStretch(
  beats: readonly InputEvent[],
  [startS, endS]: readonly [number, number],
  config: EngineConfig,
): BaselineFigures | undefined {
  const windows: HrvMeasured[] = [];
  const inside = beats.filter(({ atMs }) => atMs >= startS * 1000 && atMs <= endS * 1000);
  runThrough(inside, measured(config), (signal) => {
    if (signal.type === 'hrv' && signal.corrected <= config.correctedMax) windows.push(signal);
  });
  const full = windows.filter(({ atMs }) => atMs >= (startS + config.windowS) * 1000);
  return restingFigures(full.length >= MIN_WINDOWS ? full : windows, MIN_WINDOWS);
}
