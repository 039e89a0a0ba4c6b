import type { Observable } from 'rxjs';
import type {
  ClockOffsetMeasured,
  FrameReceived,
  IntervalsRead,
  PacketReceived,
  SensorChanged,
} from '../engine/index.ts';

/** What a sensor emits: raw data with its time of arrival, and changes of its own state. */
export type SensorEvent =
  PacketReceived | IntervalsRead | FrameReceived | SensorChanged | ClockOffsetMeasured;

/**
 * A source of heart beats: a strap, a recording or a synthetic heart.
 *
 * `events$` is cold: subscribing connects, unsubscribing disconnects and releases everything. It begins with a
 * `sensor` event, gives `streaming` before the first data, stamps `atMs` from one clock that never runs backwards,
 * and completes after `sensor: ended` when a recording is over. It errors only with a `SensorError`, and only when
 * a retry cannot succeed unless the person does something.
 */
export interface HeartRateSensor {
  /** Stable for the life of the page; the `sensor` field of every event. */
  readonly id: string;
  /** The name that the person knows it by. */
  readonly name: string;
  readonly kind: 'strap' | 'recording' | 'synthetic';
  readonly events$: Observable<SensorEvent>;
  /** Percent, while known; never completes before `events$`; absent for a device without a battery level. */
  readonly battery$?: Observable<number>;
}

/** Each code says what the screen does about it. */
export type SensorErrorCode =
  /** The browser has no Web Bluetooth: say which browsers do. */
  | 'unsupported'
  /** The page is not in a secure context: say to use https or localhost. */
  | 'insecure-context'
  /** Bluetooth is off or missing: say to switch it on. */
  | 'adapter-off'
  /** The person closed the chooser: say nothing. */
  | 'cancelled'
  /** The browser or system forbade it: say where to allow it. */
  | 'denied'
  /** The device has no heart rate service: say to choose a heart-rate strap. */
  | 'not-a-heart-rate-sensor'
  /** It cannot be reached now: say to wear it, moisten it, come closer; offer to try again. */
  | 'unreachable'
  /** The phone that the strap is on has left, or was let go: offer to choose it anew. */
  | 'phone-gone'
  /** A recording that cannot be read: show the message, which has the line. */
  | 'bad-recording';

export class SensorError extends Error {
  override readonly name = 'SensorError';
  readonly code: SensorErrorCode;
  constructor(code: SensorErrorCode, message: string, options?: { cause: unknown }) {
    super(message, options);
    this.code = code;
  }
}
