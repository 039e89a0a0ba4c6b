import {
  catchError,
  defer,
  EMPTY,
  finalize,
  ignoreElements,
  map,
  merge,
  retry,
  switchMap,
  throwError,
  timer,
} from 'rxjs';
import type { Observable, SchedulerLike } from 'rxjs';
import { hexFromBytes } from '../../engine/index.ts';
import type { GattCharacteristic, GattServer } from '../gatt/gatt.ts';
import { notifiedBy } from '../gatt/notifications.ts';
import { PMD, startRequest, stopRequest, type PmdMeasurementType } from './pmd.ts';

const RETRY_MS = 2000;
const isBusy = (cause: unknown): boolean => cause instanceof Error && cause.name === 'NetworkError';

/**
 * Data frames of Polar's measurement data service (PMD), raw, as hexadecimal. Empty for a strap without the
 * service, one that refuses, and one that was chosen before the page requested access to it; beats are unaffected.
 * A strap may take half a minute to start. Unsubscribing stops the measurements.
 */
export const pmdFrames = (
  server: GattServer,
  types: readonly PmdMeasurementType[],
  scheduler: SchedulerLike,
): Observable<string> =>
  defer(async () => {
    if (types.length === 0) throw new Error('Nothing is asked for.');
    const service = await server.getPrimaryService(PMD.service);
    const controlPoint = await service.getCharacteristic(PMD.controlPoint);
    return { controlPoint, data: await service.getCharacteristic(PMD.data) };
  }).pipe(
    switchMap(({ controlPoint, data }) => {
      const started$ = defer(() => start(controlPoint, data, types)).pipe(ignoreElements());
      const frames$ = notifiedBy(data).pipe(map((value) => hexFromBytes(value)));
      return merge(frames$, started$).pipe(finalize(() => stop(server, controlPoint, types)));
    }),
    // Many systems run one GATT operation at a time and reject a second one meanwhile.
    retry({
      delay: (cause: unknown, times) =>
        isBusy(cause) && times <= 5 ? timer(RETRY_MS, scheduler) : throwError(() => cause),
    }),
    catchError(() => EMPTY),
  );

async function start(
  controlPoint: GattCharacteristic,
  data: GattCharacteristic,
  types: readonly PmdMeasurementType[],
): Promise<void> {
  // The control point accepts no request until its indications are enabled.
  await controlPoint.startNotifications();
  await data.startNotifications();
  for (const one of types) await controlPoint.writeValueWithResponse(startRequest(one));
}

/** Not awaited: on a lost link there is nothing to stop. */
function stop(
  server: GattServer,
  controlPoint: GattCharacteristic,
  types: readonly PmdMeasurementType[],
): void {
  if (!server.connected) return;
  for (const one of types) controlPoint.writeValueWithResponse(stopRequest(one)).catch(() => undefined);
}
