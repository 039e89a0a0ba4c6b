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
 * A beat is classed as an artefact, or no longer is: emitted about two beats later and revised up to five beats
 * later. Beats without such an event are normal.
 */
export interface BeatClassRevised extends Derived<'beat-class'> {
  /** End of the interval concerned. */
  readonly beatAtMs: number;
  readonly rrMs: number;
  readonly class: BeatClass;
  /** Whether the class is final. */
  readonly final: boolean;
}

/** A beat with its final class. */
export interface ClassifiedRr extends Omit<Rr, 'type'> {
  readonly type: 'classified-rr';
  readonly class: BeatClass;
}

/**
 * A final interval between true heart beats, observed or repaired. Segments are
 * numbered separately, see {@link NnInterval}.
 */
export interface Nn extends NnInterval {
  readonly type: 'nn';
}
