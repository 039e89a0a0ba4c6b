import { defer, finalize, share, startWith, tap } from 'rxjs';
import type { HeartRateSensor, SensorEvent } from '../heart-rate-sensor.ts';

/**
 * The same sensor for several listeners, one after the other or at once, over one link: it ends with the last of them.
 * Who comes later begins with the state that the sensor is in.
 */
export function sharedSensor(sensor: HeartRateSensor): HeartRateSensor {
  let state: SensorEvent | undefined;
  const shared$ = sensor.events$.pipe(
    tap((event) => {
      if (event.type === 'sensor') state = event;
    }),
    finalize(() => (state = undefined)),
    share(),
  );
  return { ...sensor, events$: defer(() => (state ? shared$.pipe(startWith(state)) : shared$)) };
}
