import {
  concat,
  connect,
  distinctUntilChanged,
  filter,
  map,
  merge,
  of,
  switchMap,
  timer,
  type OperatorFunction,
  type SchedulerLike,
} from 'rxjs';
import { decodeHex, beatSource, type PacketReceived } from '../../engine/index.ts';

/** Packets, and `subscribed` when the strap has agreed to send them. */
export type Notified = PacketReceived | 'subscribed';

/**
 * Adds what the packets reveal about the signal: `streaming` before the first of them and when a beat comes after
 * silence, `stale` once none has come for longer than `staleMs`.
 */
export const watchBeats =
  (
    staleMs: number,
    scheduler: SchedulerLike,
  ): OperatorFunction<Notified, PacketReceived | 'streaming' | 'stale'> =>
  (notified$) =>
    notified$.pipe(
      connect((shared$) => {
        const carriesBeat = beatDetector();
        const beats$ = shared$.pipe(
          filter((one, index) => (one !== 'subscribed' && carriesBeat(one)) || index === 0),
        );
        const silence$ = timer(staleMs, scheduler).pipe(map(() => 'stale' as const));
        const states$ = beats$.pipe(
          switchMap(() => concat(of('streaming' as const), silence$)),
          distinctUntilChanged(),
        );
        return merge(states$, shared$.pipe(filter((one) => one !== 'subscribed')));
      }),
    );

/** Whether a packet has a beat: an RR interval or, from a device that never sends any, a heart rate. */
function beatDetector(): (packet: PacketReceived) => boolean {
  const sourceOf = beatSource();
  return ({ hex }) => {
    const measurement = decodeHex(hex);
    if (!measurement.ok || measurement.value.contact === false) return false;
    return sourceOf(measurement.value) === 'rr'
      ? measurement.value.rrRaw.length > 0
      : measurement.value.heartRate > 0;
  };
}
