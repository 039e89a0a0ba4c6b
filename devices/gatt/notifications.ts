import { filter, fromEvent, map, type Observable } from 'rxjs';
import type { GattCharacteristic } from './gatt.ts';

/** The values a characteristic notifies or indicates, once that has been started. */
export const notifiedBy = (characteristic: GattCharacteristic): Observable<DataView> =>
  fromEvent(characteristic, 'characteristicvaluechanged').pipe(
    map(() => characteristic.value),
    filter((value) => value !== undefined),
  );
