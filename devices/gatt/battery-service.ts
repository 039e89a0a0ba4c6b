import {
  catchError,
  concat,
  defer,
  EMPTY,
  filter,
  ignoreElements,
  map,
  merge,
  switchMap,
  type Observable,
} from 'rxjs';
import { BATTERY, type GattCharacteristic, type GattServer } from './gatt.ts';
import { notifiedBy } from './notifications.ts';

/** Battery level in percent: once, then at each change. Empty where the strap has none; ends with the link. */
export const batteryOf = (server: GattServer): Observable<number> =>
  defer(() => server.getPrimaryService(BATTERY.service)).pipe(
    switchMap((service) => service.getCharacteristic(BATTERY.level)),
    switchMap((level) => concat(level.readValue(), changesOf(level))),
    filter((value) => value.byteLength > 0),
    map((value) => value.getUint8(0)),
    catchError(() => EMPTY),
  );

/** The values a characteristic notifies; the listener is added before notifications start, so that none is missed. */
const changesOf = (characteristic: GattCharacteristic): Observable<DataView> =>
  merge(notifiedBy(characteristic), defer(() => characteristic.startNotifications()).pipe(ignoreElements()));
