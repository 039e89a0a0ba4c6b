import type { Input } from '../session/signal.ts';

declare module '../session/signal.ts' {
  interface Signals {
    readonly frame: FrameReceived;
  }
}

/** One notification of a strap's own measurement service (Polar's PMD: acceleration, ECG), raw. */
export interface FrameReceived extends Input<'frame', 'device'> {
  readonly sensor: string;
  /** As in a packet. */
  readonly hex: string;
}
