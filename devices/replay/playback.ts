import { asyncScheduler, Observable, type SchedulerLike, type Subscriber } from 'rxjs';
import type { SensorState } from '../../engine/index.ts';
import type { Clock } from '../clock.ts';
import type { SensorEvent } from '../heart-rate-sensor.ts';
import type { RecordingItem } from '../recordings/recording.ts';

export interface PlaybackOptions {
  /** Seconds of the material in one second; `instant` gives everything at subscription, in one go. */
  readonly speed?: number | 'instant';
  /** Session time at which playback starts, read at subscription; absent: the material keeps its own time. */
  readonly clock?: Clock;
  readonly scheduler?: SchedulerLike;
}

/** What is played: items in order of time, made or read afresh for each subscription. */
export interface Material {
  readonly sensor: string;
  readonly startMs: number;
  readonly items: () => Iterable<RecordingItem>;
}

/**
 * Material as a sensor's events: `streaming`, every item, `ended`.
 *
 * Session time always advances by the material's time, so that beats keep their intervals. At a speed
 * other than 1 the session's clock therefore runs that much faster than the clock on the wall; whoever
 * ticks the session must tick it by the same factor. With `clock`, the material's start is put on the
 * time that `clock` gives at subscription.
 *
 * Items are due by the scheduler's clock rather than by chained timers: a throttled page gets late items in a
 * burst, each with its own time, and then catches up. One item is fetched ahead of its time.
 *
 * @throws RangeError  a speed that is not above 0
 */
export function playback(material: Material, options: PlaybackOptions): Observable<SensorEvent> {
  const { speed = 1, clock, scheduler = asyncScheduler } = options;
  if (speed !== 'instant' && !(speed > 0 && speed < Infinity)) {
    throw new RangeError(`speed must be above 0 or "instant", not ${speed}`);
  }
  const from = { author: 'device', sensor: material.sensor } as const;

  return new Observable((subscriber: Subscriber<SensorEvent>) => {
    const shiftMs = clock ? clock() - material.startMs : 0;
    const say = (state: SensorState, atMs: number) =>
      subscriber.next({ type: 'sensor', ...from, atMs: atMs + shiftMs, state });
    const items = material.items()[Symbol.iterator]();
    let latestMs = material.startMs;

    say('streaming', latestMs);
    let upcoming = items.next();
    const giveUntil = (dueMs: number) => {
      while (!subscriber.closed && upcoming.done !== true && upcoming.value.atMs <= dueMs) {
        const item = upcoming.value;
        latestMs = item.atMs;
        subscriber.next({ ...item, ...from, atMs: item.atMs + shiftMs });
        upcoming = items.next();
      }
      if (subscriber.closed || upcoming.done !== true) return;
      say('ended', latestMs);
      subscriber.complete();
    };
    if (speed === 'instant') {
      giveUntil(Infinity);
      return undefined;
    }
    const begunMs = scheduler.now();
    // Rounded up: a timer that fires a fraction early would find nothing due.
    const untilNextMs = () =>
      upcoming.done === true
        ? 0
        : Math.max(
            0,
            Math.ceil((upcoming.value.atMs - material.startMs) / speed - (scheduler.now() - begunMs)),
          );
    return scheduler.schedule(function () {
      giveUntil(material.startMs + (scheduler.now() - begunMs) * speed);
      if (!subscriber.closed) this.schedule(undefined, untilNextMs());
    }, untilNextMs());
  });
}
