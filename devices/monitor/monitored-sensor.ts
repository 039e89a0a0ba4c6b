import { BehaviorSubject, finalize, Observable, tap } from 'rxjs';
import type { HeartRateSensor, SensorEvent } from '../heart-rate-sensor.ts';
import { strapMonitor, strapUnknown, type StrapNow } from './strap-monitor.ts';

export interface WatchedSensor {
  readonly sensor: HeartRateSensor;
  /** Its present value for whoever comes later, also after the last event. */
  readonly now$: Observable<StrapNow> & { readonly value: StrapNow };
}

/** The same sensor, and what it is at each moment while somebody listens to it. */
export function watchedSensor(sensor: HeartRateSensor): WatchedSensor {
  const now$ = new BehaviorSubject(strapUnknown(sensor.name));
  const events$ = new Observable<SensorEvent>((subscriber) => {
    const follow = strapMonitor(sensor.name);
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
