import { finalize, Observable, tap } from 'rxjs';
import type { HeartRateSensor } from '../../../devices/index.ts';
import { behavior, type Behavior } from '../../kit/behavior.ts';
import { strapFollower, strapUnknown, type StrapNow } from './strap-now.ts';

export interface WatchedSensor {
  readonly sensor: HeartRateSensor;
  readonly now$: Behavior<StrapNow>;
}

/** The same sensor, and what it is at each moment while somebody listens to it. */
export function watchedSensor(sensor: HeartRateSensor): WatchedSensor {
  const now$ = behavior(strapUnknown(sensor.name));
  const events$ = new Observable<Parameters<ReturnType<typeof strapFollower>>[0]>((subscriber) => {
    const follow = strapFollower(sensor.name);
    let level: number | undefined;
    const show = (now: StrapNow) => now$.next(level === undefined ? now : { ...now, battery: level });
    const battery = sensor.battery$?.subscribe((percent) => {
      level = percent;
      show(now$.value);
    });
    return sensor.events$
      .pipe(
        tap((event) => show(follow(event))),
        finalize(() => battery?.unsubscribe()),
      )
      .subscribe(subscriber);
  });
  return { sensor: { ...sensor, events$ }, now$ };
}
