import type { LiveBeat, LiveHeart } from '../../engine/index.ts';

/** A heart rate for the trace, 1/min. */
export interface HeartRate {
  readonly atMs: number;
  readonly bpm: number;
}

/** The heart rate of one interval, 1/min. */
export const bpmOf = (rrMs: number): number => 60_000 / rrMs;

/**
 * Whether the engine holds an interval for one between two sound beats. Its class is the last word; until that is
 * there, up to five beats later, it goes by whether the interval is plausible.
 */
export const isSound = ({ class: found, plausible }: LiveBeat): boolean =>
  found === undefined ? plausible : found === 'normal';

/** Beat by beat, artefacts and ectopic beats left out; of a device that sends no intervals, what it shows itself. */
export const heartRates = ({ source, beats, shown }: LiveHeart): readonly HeartRate[] =>
  source === 'rr' ? beats.filter(isSound).map(({ atMs, rrMs }) => ({ atMs, bpm: bpmOf(rrMs) })) : shown;
