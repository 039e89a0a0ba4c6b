import type { ClockOffset } from '../../engine/index.ts';

/** What a phone says of the sensor that is on it. */
export type RelaySaid =
  | { readonly type: 'packet' | 'frame'; readonly hex: string }
  | { readonly type: 'sensor'; readonly state: string; readonly code?: string }
  | { readonly type: 'battery'; readonly percent: number };

export interface RelayItem {
  /** 0, 1, 2 … */
  readonly seq: number;
  /** When it was heard, by the phone's clock, ms. */
  readonly atMs: number;
  readonly said: RelaySaid;
}

/** `cut`: the same again in a moment. `gone`: the pairing has ended, for good. */
export type Broken = 'cut' | 'gone';

/** What was read of a phone. */
export interface RelayNews {
  /** How the service's clock lies against the phone's; absent: not measured yet. */
  readonly clock?: ClockOffset;
  /** What the sensor was said to be last. */
  readonly sensor?: RelaySaid;
  /** Percent. */
  readonly battery?: number;
  /** In order, without gaps. */
  readonly items: readonly RelayItem[];
  readonly nextSeq: number;
}

/** The service, which both ends measure their clocks against. Nothing rejects. */
export interface TimeLine {
  /** What its clock shows, ms; absent: no answer. */
  time(): Promise<number | undefined>;
}

/** The screen's end. */
export interface ReceivingLine extends TimeLine {
  /** What is there from a number on, as soon as there is something, or nothing after a while. Absent: from now on. */
  read(from: number | undefined): Promise<RelayNews | Broken>;
}

export interface RelayBatch {
  readonly strap: string;
  readonly clock?: ClockOffset;
  readonly items: readonly RelayItem[];
}

/** The phone's end. */
export interface SendingLine extends TimeLine {
  /** @returns the number from which on it takes more: what is before it is kept */
  send(batch: RelayBatch): Promise<{ readonly nextSeq: number } | Broken>;
}
