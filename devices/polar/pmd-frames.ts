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
import { notifiedBy } from '../gatt/battery-service.ts';
import { POLAR, type GattCharacteristic, type GattServer } from '../gatt/gatt.ts';

export type PolarMeasurement = 'acceleration' | 'ecg';

const START = 2;
const STOP = 3;
const TYPES: Readonly<Record<PolarMeasurement, number>> = { ecg: 0, acceleration: 2 };

/**
 * What to start a measurement with: pairs of setting, count and value; little-endian. 0 rate (Hz), 1 resolution (bits),
 * 2 range (G). Source: Polar BLE SDK, "Online measurement" and `PmdSetting`.
 */
const SETTINGS: Readonly<Record<PolarMeasurement, readonly number[]>> = {
  ecg: [0, 1, 130, 0, 1, 1, 14, 0],
  acceleration: [0, 1, 25, 0, 1, 1, 16, 0, 2, 1, 4, 0],
};

const RETRY_MS = 2000;
const isBusy = (cause: unknown): boolean => cause instanceof Error && cause.name === 'NetworkError';

const command = (...bytes: readonly number[]): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes);

/**
 * Frames of Polar's measurement data service, raw, as hexadecimal. Empty for a strap without it, and for one that refuses or
 * that was chosen before the page asked for it: beats go on without. A strap may take half a minute to begin. Unsubscribing
 * stops the measurements.
 */
export const polarFrames = (
  server: GattServer,
  measurements: readonly PolarMeasurement[],
  scheduler: SchedulerLike,
): Observable<string> =>
  defer(async () => {
    if (measurements.length === 0) throw new Error('Nothing is asked for.');
    const service = await server.getPrimaryService(POLAR.service);
    const control = await service.getCharacteristic(POLAR.control);
    return { control, data: await service.getCharacteristic(POLAR.data) };
  }).pipe(
    switchMap(({ control, data }) => {
      const started$ = defer(() => start(control, data, measurements)).pipe(ignoreElements());
      const frames$ = notifiedBy(data).pipe(map((value) => hexFromBytes(value)));
      return merge(frames$, started$).pipe(finalize(() => stop(server, control, measurements)));
    }),
    // Many a system does one thing with a strap at a time and refuses what comes between.
    retry({
      delay: (cause: unknown, times) =>
        isBusy(cause) && times <= 5 ? timer(RETRY_MS, scheduler) : throwError(() => cause),
    }),
    catchError(() => EMPTY),
  );

async function start(
  control: GattCharacteristic,
  data: GattCharacteristic,
  measurements: readonly PolarMeasurement[],
): Promise<void> {
  // The control point takes nothing from those who do not listen to its answers.
  await control.startNotifications();
  await data.startNotifications();
  for (const one of measurements)
    await control.writeValueWithResponse(command(START, TYPES[one], ...SETTINGS[one]));
}

/** Nobody waits for it: on a link that is gone there is nothing to stop. */
function stop(
  server: GattServer,
  control: GattCharacteristic,
  measurements: readonly PolarMeasurement[],
): void {
  if (!server.connected) return;
  for (const one of measurements)
    control.writeValueWithResponse(command(STOP, TYPES[one])).catch(() => undefined);
}
