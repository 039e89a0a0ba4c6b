import { NEVER, Observable } from 'rxjs';
import type { StrapDevice } from '../gatt/gatt.ts';

/**
 * Emits once, when the strap advertises again after a loss; never where the browser cannot watch advertisements.
 * After a reload Chromium connects to a remembered strap only once it has heard it.
 */
export const heardAgain = (device: StrapDevice): Observable<unknown> =>
  device.watchAdvertisements === undefined
    ? NEVER
    : new Observable((subscriber) => {
        const watch = new AbortController();
        const heard = (event: Event) => {
          subscriber.next(event);
          subscriber.complete();
        };
        device.addEventListener('advertisementreceived', heard);
        // Refused (behind a flag, or aborted): the wait ends by its timer.
        device.watchAdvertisements?.({ signal: watch.signal }).catch(() => undefined);
        return () => {
          device.removeEventListener('advertisementreceived', heard);
          watch.abort();
        };
      });
