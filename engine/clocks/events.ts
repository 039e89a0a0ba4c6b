import type { Input } from '../session/signal.ts';

declare module '../session/signal.ts' {
  interface Signals {
    readonly 'clock-offset': ClockOffsetMeasured;
  }
}

/**
 * How the clock of a sensor that is on another device lies, as it was measured. The engine logs it and concludes
 * nothing from it: the times of what that sensor sent are this session's already.
 */
export interface ClockOffsetMeasured extends Input<'clock-offset', 'device'> {
  readonly sensor: string;
  /** The sensor's clock minus this session's, whole ms. */
  readonly offsetMs: number;
  /** The true one lies within this of `offsetMs`, ms, rounded up. */
  readonly uncertaintyMs: number;
}
