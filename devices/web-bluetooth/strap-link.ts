import {
  concat,
  defer,
  finalize,
  fromEvent,
  map,
  merge,
  of,
  share,
  switchMap,
  tap,
  timeout,
  type Observable,
  type SchedulerLike,
} from 'rxjs';
import { hexFromBytes, type SensorState } from '../../engine/index.ts';
import { SensorError, type SensorEvent } from '../heart-rate-sensor.ts';
import { notifiedBy } from '../gatt/notifications.ts';
import { watchBeats } from './beat-watch.ts';
import { HEART_RATE, type GattCharacteristic, type GattServer, type StrapDevice } from '../gatt/gatt.ts';
import type { StrapTimings } from './strap-timings.ts';

/** What a link needs of the sensor that it belongs to. */
export interface LinkContext {
  readonly timings: StrapTimings;
  readonly scheduler: SchedulerLike;
  readonly say: (state: SensorState) => SensorEvent;
  readonly packet: (hex: string) => Extract<SensorEvent, { type: 'packet' }>;
  /** Called with the GATT server while the link streams, for other services; with `undefined` when it ends. */
  readonly serve: (server: GattServer | undefined) => void;
  /** Events of the strap's other services while the link streams; must not error. */
  readonly otherServices: (server: GattServer) => Observable<SensorEvent>;
}

/**
 * One link to the strap, from connecting to its loss, which is an error; unsubscribing disconnects. Service and
 * characteristic are fetched anew each time, since those of an earlier link are dead.
 */
export const strapLink = (device: StrapDevice, context: LinkContext): Observable<SensorEvent> =>
  defer(() => {
    const { gatt } = device;
    if (!gatt) throw new SensorError('denied', 'The browser gives no access to this device.');
    const { say, scheduler, timings } = context;
    let lost = false;

    const stage = <T>(
      state: SensorState,
      step: () => Promise<T>,
      then: (value: T) => Observable<SensorEvent>,
    ) => {
      const first = state === 'connecting' ? timings.connectMs : timings.stepMs;
      return concat(
        defer(() => of(say(state))),
        defer(step).pipe(timeout({ first, scheduler }), switchMap(then)),
      );
    };
    const loss$ = fromEvent(device, 'gattserverdisconnected').pipe(
      map(() => {
        lost = true;
        throw new SensorError('unreachable', 'The link to the strap was lost.');
      }),
    );
    const link$ = stage(
      'connecting',
      () => gatt.connect(),
      (server) =>
        stage(
          'discovering',
          () => measurementOf(server),
          (measurement) => stream(measurement, server, context),
        ),
    );
    return merge(loss$, link$).pipe(
      finalize(() => {
        context.serve(undefined);
        // After a loss there is nothing to disconnect, and doing so makes some systems forget the device.
        if (!lost) gatt.disconnect();
      }),
    );
  });

const measurementOf = async (server: GattServer): Promise<GattCharacteristic> =>
  (await server.getPrimaryService(HEART_RATE.service)).getCharacteristic(HEART_RATE.measurement);

function stream(
  measurement: GattCharacteristic,
  server: GattServer,
  { say, packet, serve, otherServices, scheduler, timings }: LinkContext,
): Observable<SensorEvent> {
  const subscribed$ = defer(() => measurement.startNotifications()).pipe(
    timeout({ first: timings.stepMs, scheduler }),
    tap(() => serve(server)),
    map(() => 'subscribed' as const),
    share(),
  );
  const packets$ = notifiedBy(measurement).pipe(map((value) => packet(hexFromBytes(value))));
  const watched$ = merge(packets$, subscribed$).pipe(
    timeout({ each: timings.silentMs, scheduler }),
    watchBeats(timings.staleMs, scheduler),
    map((one) => (typeof one === 'string' ? say(one) : one)),
  );
  // The other services are queried once beats arrive: straps handle one request at a time.
  const others$ = subscribed$.pipe(switchMap(() => otherServices(server)));
  return concat(
    defer(() => of(say('subscribing'))),
    merge(watched$, others$),
  );
}
