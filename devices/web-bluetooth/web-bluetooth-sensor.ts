import {
  asyncScheduler,
  BehaviorSubject,
  catchError,
  concat,
  defer,
  distinctUntilChanged,
  EMPTY,
  ignoreElements,
  of,
  race,
  repeat,
  map,
  switchMap,
  take,
  tap,
  throwError,
  timer,
  type Observable,
  type SchedulerLike,
} from 'rxjs';
import type { SensorChanged, SensorState } from '../../engine/index.ts';
import { epochClock, type Clock } from '../clock.ts';
import type { HeartRateSensor, SensorError, SensorEvent } from '../heart-rate-sensor.ts';
import { heardAgain } from './advertisement.ts';
import { batteryOf } from '../gatt/battery-service.ts';
import { pmdFrames } from '../polar/pmd-frames.ts';
import type { PmdMeasurementType } from '../polar/pmd.ts';
import { gattFailure } from './bluetooth-failure.ts';
import type { GattServer, StrapDevice } from '../gatt/gatt.ts';
import { strapLink, type LinkContext } from './strap-link.ts';
import { STRAP_TIMINGS, waitAfter, type StrapTimings } from './strap-timings.ts';

export interface StrapOptions {
  /** Stamps every event; the epoch by default. */
  readonly clock?: Clock;
  readonly scheduler?: SchedulerLike;
  readonly timings?: Partial<StrapTimings>;
  /** Measurement types requested from a Polar strap besides heart beats; acceleration by default. */
  readonly polar?: readonly PmdMeasurementType[];
}

/**
 * Any strap with the Heart Rate Service, over Web Bluetooth. Its states run connecting, discovering,
 * subscribing, streaming, with stale in between while no beat comes; after a loss `lost` and `backoff`,
 * then again from the start, for as long as somebody is subscribed and without a gesture. (`idle` and
 * `choosing` are before there is a strap.)
 *
 * Packets are passed on raw, before anything is decoded. Subscribe once and share: a second subscription would
 * compete for the one link. `battery$` follows that link and emits nothing while there is none.
 */
export function webBluetoothSensor(device: StrapDevice, options: StrapOptions = {}): HeartRateSensor {
  const { clock = epochClock, scheduler = asyncScheduler, polar = ['acc'] } = options;
  const timings = { ...STRAP_TIMINGS, ...options.timings };
  const server$ = new BehaviorSubject<GattServer | undefined>(undefined);
  const from = { author: 'device', sensor: device.id } as const;

  const say = (state: SensorState, code?: string): SensorChanged => ({
    type: 'sensor',
    ...from,
    atMs: clock(),
    state,
    ...(code === undefined ? {} : { code }),
  });
  const context: LinkContext = {
    timings,
    scheduler,
    say,
    packet: (hex) => ({ type: 'packet', ...from, atMs: clock(), hex }),
    serve: (server) => server$.next(server),
    otherServices: (server) =>
      pmdFrames(server, polar, scheduler).pipe(
        map((hex) => ({ type: 'frame', ...from, atMs: clock(), hex })),
      ),
  };
  const waitMs$ = (waitMs: number) =>
    race(
      timer(waitMs, scheduler),
      timer(timings.firstWaitMs, scheduler).pipe(switchMap(() => heardAgain(device))),
    ).pipe(take(1), ignoreElements());

  return {
    id: device.id,
    name: device.name ?? 'Heart-rate strap',
    kind: 'strap',
    events$: defer(() => {
      let failures = 0;
      let streamed = false;
      const afterFailure = (failure: SensorError): Observable<SensorEvent> => {
        if (isFinal(failure, streamed)) return throwError(() => failure);
        failures += 1;
        return concat(
          defer(() => of(say('lost', failure.code), say('backoff'))),
          waitMs$(waitAfter(failures, timings)),
        );
      };
      return strapLink(device, context).pipe(
        tap((event) => {
          if (event.type !== 'packet') return;
          failures = 0;
          streamed = true;
        }),
        catchError((cause: unknown) => afterFailure(gattFailure(cause))),
        repeat(),
      );
    }),
    battery$: server$.pipe(
      switchMap((server) => (server ? batteryOf(server) : EMPTY)),
      distinctUntilChanged(),
    ),
  };
}

/** Some stacks do not find the service at once after reconnecting; a device that has streamed is known to have it. */
const isFinal = ({ code }: SensorError, streamed: boolean): boolean =>
  code !== 'unreachable' && !(streamed && code === 'not-a-heart-rate-sensor');
