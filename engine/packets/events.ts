import type { Input } from '../session/signal.ts';
import type { HeartRateMeasurement } from './heart-rate-measurement.ts';
import type { Vector } from './polar-frame.ts';

declare module '../session/signal.ts' {
  interface Signals {
    readonly packet: PacketReceived;
    readonly frame: FrameReceived;
    readonly measurement: MeasurementRead;
    readonly acceleration: AccelerationRead;
  }
}

/** One Heart Rate Measurement notification (0x2A37), raw. */
export interface PacketReceived extends Input<'packet', 'device'> {
  readonly sensor: string;
  /** The payload's bytes in lower-case hexadecimal. */
  readonly hex: string;
}

/** One notification of a strap's own measurement service (Polar's PMD: acceleration, ECG), raw. */
export interface FrameReceived extends Input<'frame', 'device'> {
  readonly sensor: string;
  /** As in a packet. */
  readonly hex: string;
}

/** What a packet says. */
export interface MeasurementRead extends HeartRateMeasurement {
  readonly type: 'measurement';
  readonly atMs: number;
  /** The packet that said it. */
  readonly hex: string;
}

/** Chest acceleration decoded from a frame. */
export interface AccelerationRead {
  readonly type: 'acceleration';
  readonly atMs: number;
  readonly milliG: readonly Vector[];
}
