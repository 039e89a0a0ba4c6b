import { defer, finalize, share, startWith, tap } from 'rxjs';
import type { HeartRateSensor, SensorEvent } from '../heart-rate-sensor.ts';

/**
 * The same sensor for several listeners, one after the other or at once, over one link, which closes with the last
 * of them. A late subscriber first gets the sensor's current state.
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
