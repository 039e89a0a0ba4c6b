import type { Derived, Input } from '../session/signal.ts';
import type { IntervalLabel, RrInterval } from './rr-interval.ts';

declare module '../session/signal.ts' {
  interface Signals {
    readonly intervals: IntervalsRead;
    readonly sensor: SensorChanged;
    readonly gap: GapFound;
    readonly rr: Rr;
    readonly 'screened-rr': ScreenedRr;
    readonly 'strap-rate': StrapRate;
    readonly 'skin-contact': SkinContact;
  }
}

/** RR intervals from a recording with the time of each beat. */
export interface IntervalsRead extends Input<'intervals', 'device'> {
  readonly sensor: string;
  /** RR intervals in ms, oldest first. The last one ends at `atMs`; the others end back to back before it. */
  readonly rrMs: readonly number[];
  /** For each of them what the file says of it; absent where no interval has a label. */
  readonly labels?: readonly IntervalLabel[];
}

export type SensorState =
  | 'idle'
  | 'choosing'
  | 'connecting'
  | 'discovering'
  | 'subscribing'
  | 'streaming'
  | 'stale'
  | 'lost'
  | 'backoff'
  | 'ended';

export interface SensorChanged extends Input<'sensor', 'device'> {
  readonly sensor: string;
  readonly state: SensorState;
  /** The adapter's error code, if an error caused this state. */
  readonly code?: string;
}

/** Beats are missing between two times; nothing is interpolated across it. */
export interface GapFound extends Derived<'gap'> {
  readonly fromMs: number;
  readonly toMs: number;
}

/** An RR interval on the beat clock. */
export interface Rr extends RrInterval {
  readonly type: 'rr';
}

/** A beat as received, whether it is plausible, and the intervals now known to agree with a neighbour, ms. */
export interface ScreenedRr extends RrInterval {
  readonly type: 'screened-rr';
  readonly plausible: boolean;
  readonly agreeingMs: readonly number[];
}

/** The heart rate that the strap itself shows, 1/min, in each packet. */
export interface StrapRate {
  readonly type: 'strap-rate';
  readonly atMs: number;
  readonly bpm: number;
  /** The strap has sent its rate for a while, and never an interval. */
  readonly alone: boolean;
}

/** Whether the electrodes touch skin, as the strap says; one when it changes. */
export interface SkinContact {
  readonly type: 'skin-contact';
  readonly atMs: number;
  readonly contact: boolean;
}
