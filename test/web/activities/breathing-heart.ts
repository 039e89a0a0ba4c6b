import { interval, map, type Observable } from 'rxjs';
import type { HeartRateSensor } from '../../../devices/index.ts';
import type { IntervalsRead } from '../../../engine/index.ts';
import type { HeartSource } from '../../../web/session/sessions-view-model.ts';
import type { FakeSessions } from './fake-sessions.ts';

/**
 * A strap on somebody who breathes along with the guide, 13 a minute without it.
 *
 * @param swing  half of how far heart rate goes up and down, 1/min, at a pace
 */
export function breathingHeart(sessions: FakeSessions, swing: (perMinute: number) => number): HeartSource {
  const { clock, scheduler } = sessions.time;
  let [beatMs, phase] = [clock(), 0];
  const second = (): IntervalsRead => {
    const rrMs: number[] = [];
    const pace = sessions.session$.value?.state$.value.pacer?.perMinute;
    for (;;) {
      const nextMs = 60_000 / (66 + (pace === undefined ? 1 : swing(pace)) * Math.sin(phase));
      if (beatMs + nextMs > clock()) break;
      phase += (2 * Math.PI * (pace ?? 13) * nextMs) / 60_000;
      beatMs += nextMs;
      rrMs.push(Math.round(nextMs));
    }
    return { type: 'intervals', atMs: clock(), author: 'device', sensor: 'h10', rrMs };
  };
  const events$: Observable<IntervalsRead> = interval(1000, scheduler).pipe(map(second));
  const sensor = { id: 'h10', name: 'H10', kind: 'strap', events$ } as unknown as HeartRateSensor;
  return { sensor };
}
