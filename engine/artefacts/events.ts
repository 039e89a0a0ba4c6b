import type { Rr } from '../intervals/events.ts';
import type { Derived } from '../session/signal.ts';
import type { BeatClass } from './beat-class.ts';
import type { NnInterval } from './nn-interval.ts';

declare module '../session/signal.ts' {
  interface Signals {
    readonly 'beat-class': BeatClassRevised;
    readonly 'classified-rr': ClassifiedRr;
    readonly nn: Nn;
  }
}

/**
 * A beat is taken for an artefact, or no longer: told about two beats after it, revised up to five beats after it.
 * Beats without such an event are normal.
 */
export interface BeatClassRevised extends Derived<'beat-class'> {
  /** When the interval that it is about ended. */
  readonly beatAtMs: number;
  readonly rrMs: number;
  readonly class: BeatClass;
  /** Whether that is the last word. */
  readonly final: boolean;
}

/** A beat and what it was found to be, for good. */
export interface ClassifiedRr extends Omit<Rr, 'type'> {
  readonly type: 'classified-rr';
  readonly class: BeatClass;
}

/**
 * An interval between true heart beats, seen or repaired, for good. In a segment
 * of its own count: see {@link NnInterval}.
 */
export interface Nn extends NnInterval {
  readonly type: 'nn';
}
