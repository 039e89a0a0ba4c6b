import { mean, type LiveHeart, type SensorState } from '../../engine/index.ts';
import { bpmOf, isSound } from './heart-rates.ts';

/** Heart rate at this moment; unknown is said as unknown. */
export type HeartNow =
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly sensor: SensorState }
  | { readonly kind: 'known'; readonly bpm: number };

/**
 * A beat older than this says nothing about now (`stale` in the sensor's own terms is 3 s; packets come each second).
 */
const FRESH_MS = 5000;
/** Beats averaged, so that breathing does not make the number flicker. */
const BEATS = 8;

/** @param sensor absent: the session has none */
export function heartNow(heart: LiveHeart, nowMs: number, sensor?: SensorState): HeartNow {
  if (!sensor) return { kind: 'none' };
  const bpm =
    sensor !== 'streaming'
      ? undefined
      : heart.source === 'rr'
        ? bpmOfBeats(heart, nowMs)
        : bpmShown(heart, nowMs);
  return bpm === undefined ? { kind: 'unknown', sensor } : { kind: 'known', bpm: Math.round(bpm) };
}

/** Of the last sound beats, by their length. */
function bpmOfBeats({ beats }: LiveHeart, nowMs: number): number | undefined {
  const rrMs: number[] = [];
  for (let i = beats.length - 1; i >= 0 && rrMs.length < BEATS; i--) {
    const beat = beats[i]!;
    if (nowMs - beat.atMs > (rrMs.length === 0 ? FRESH_MS : 3 * FRESH_MS)) break;
    if (isSound(beat)) rrMs.push(beat.rrMs);
  }
  return rrMs.length === 0 ? undefined : bpmOf(mean(rrMs));
}

/** What the strap shows is smoothed already. */
function bpmShown({ shown }: LiveHeart, nowMs: number): number | undefined {
  const last = shown.at(-1);
  return last && nowMs - last.atMs <= FRESH_MS ? last.bpm : undefined;
}
