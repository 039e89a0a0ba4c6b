import type { BeatClass } from '../intervals/beat-class.ts';
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

/** A beat with the artefact rule's verdict. */
export interface ClassifiedBeat extends Omit<Beat, 'type'> {
  readonly type: 'classified-beat';
  readonly class: BeatClass;
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
export type Signal = InputEvent | Tick | DerivedEvent | Beat | ClassifiedBeat | SkinContact | Step;

/** A stage's work on one signal: it hands on what it got and adds what it concludes. */
export type SignalStep = (signal: Signal, emit: (signal: Signal) => void) => void;
