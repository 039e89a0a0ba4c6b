import type { SensorState } from '../../engine/index.ts';
import type { HeartPoint } from './session-picture.ts';

/** Heart rate at this moment; unknown is said as unknown. */
export type HeartNow =
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly sensor: SensorState }
  | { readonly kind: 'known'; readonly bpm: number };

/** A beat older than this says nothing about now (`stale` in the sensor's own terms is 3 s; packets come each second). */
const FRESH_MS = 5000;
/** Beats averaged, so that breathing does not make the number flicker. */
const BEATS = 8;

/** @param sensor absent: the session has none */
export function heartNow(heart: readonly HeartPoint[], nowMs: number, sensor?: SensorState): HeartNow {
  if (!sensor) return { kind: 'none' };
  const last = heart.at(-1);
  if (sensor !== 'streaming' || !last || nowMs - last.atMs > FRESH_MS) return { kind: 'unknown', sensor };
  const recent = heart.slice(-BEATS).filter((point) => nowMs - point.atMs < 3 * FRESH_MS);
  const meanRr = recent.reduce((sum, { bpm }) => sum + 60_000 / bpm, 0) / recent.length;
  return { kind: 'known', bpm: Math.round(60_000 / meanRr) };
}
