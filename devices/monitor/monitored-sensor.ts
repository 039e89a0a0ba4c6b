import { BehaviorSubject, finalize, Observable, tap } from 'rxjs';
import type { HeartRateSensor, SensorEvent } from '../heart-rate-sensor.ts';
import { strapMonitor, strapUnknown, type StrapStatus } from './strap-monitor.ts';

export interface MonitoredSensor {
  readonly sensor: HeartRateSensor;
  /** Replays the current value to late subscribers, even after the last event. */
  readonly now$: Observable<StrapStatus> & { readonly value: StrapStatus };
}

/** The same sensor with its current status, kept up to date while somebody is subscribed. */
export function monitoredSensor(sensor: HeartRateSensor): MonitoredSensor {
  const now$ = new BehaviorSubject(strapUnknown(sensor.name));
  const events$ = new Observable<SensorEvent>((subscriber) => {
    const follow = strapMonitor(sensor.name);
    let level: number | undefined;
    const show = (now: StrapStatus) => now$.next(level === undefined ? now : { ...now, battery: level });
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
