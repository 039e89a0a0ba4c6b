import type { BeatClass } from '../artefacts/beat-class.ts';
import type { NnInterval } from '../artefacts/rr-interval.ts';
import type { DerivedEvent } from './derived-events.ts';
import type { InputEvent, Tick } from './input-events.ts';

/** An RR interval on the beat clock. */
export interface Beat {
  readonly type: 'beat';
  /** When the interval ends. */
  readonly atMs: number;
  readonly rrMs: number;
  /** Intervals of one segment follow each other without a hole; nothing is computed across segments. */
  readonly segment: number;
}

/** A beat and what it was found to be, for good. */
export interface ClassifiedBeat extends Omit<Beat, 'type'> {
  readonly type: 'classified-beat';
  readonly class: BeatClass;
}

/** An interval between true heart beats, seen or repaired, for good. In a segment of its own count: see {@link NnInterval}. */
export interface Nn extends NnInterval {
  readonly type: 'nn';
}

/** The heart rate that the strap itself shows, 1/min, in each packet. */
export interface StrapRate {
  readonly type: 'strap-rate';
  readonly atMs: number;
  readonly bpm: number;
  /** The strap has sent its rate for a while, and never an interval. */
  readonly alone: boolean;
}

/** The engine's own pulse: one on each point of the step grid of session time. */
export interface Step {
  readonly type: 'step';
  readonly atMs: number;
}

/** Whether the electrodes touch skin, as the strap says; one when it changes. */
export interface SkinContact {
  readonly type: 'skin-contact';
  readonly atMs: number;
  readonly contact: boolean;
}

/** What flows between the stages of the pipeline: events for the log, and signals for the next stages only. */
export type Signal =
  InputEvent | Tick | DerivedEvent | Beat | ClassifiedBeat | Nn | StrapRate | SkinContact | Step;

/** A stage's work on one signal: it hands on what it got and adds what it concludes. */
export type SignalStep = (signal: Signal, emit: (signal: Signal) => void) => void;
