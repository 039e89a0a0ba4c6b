import { RESPIRATION_CONFIDENT, respirationRate } from '../../../engine/index.ts';
import type { HeartPoint } from '../../session/session-picture.ts';

/** What is looked at: enough for three slow breaths and more. */
const WINDOW_MS = 60_000;
/** A beat that comes so much sooner or later than the one before is no breath. Share of the interval. */
const JUMP = 0.25;
/** A beat that does not follow on the one before within this leaves a hole. */
const HOLE_MS = 100;

/** Breaths a minute as the heart tells them over the last minute; absent: it does not, or not surely. */
export function ownBreathing(heart: readonly HeartPoint[], nowMs: number): number | undefined {
  const beats = heart.filter(({ atMs }) => atMs > nowMs - WINDOW_MS);
  let segment = 0;
  const rate = respirationRate({
    atMs: Float64Array.from(beats, ({ atMs }) => atMs),
    nnMs: Float64Array.from(beats, rrMs),
    segment: Int32Array.from(beats, (beat, i) => {
      const before = beats[i - 1];
      if (before && !follows(before, beat)) segment++;
      return segment;
    }),
  });
  return rate && rate.confidence >= RESPIRATION_CONFIDENT ? rate.breathsPerMinute : undefined;
}

const rrMs = ({ bpm }: HeartPoint): number => 60_000 / bpm;

const follows = (before: HeartPoint, beat: HeartPoint): boolean =>
  Math.abs(beat.atMs - before.atMs - rrMs(beat)) < HOLE_MS &&
  Math.abs(rrMs(beat) - rrMs(before)) < JUMP * rrMs(before);
