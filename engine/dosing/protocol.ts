import type { Rung } from './ladder.ts';

/** What dosing does in a phase; the rules are in `dose-controller.ts`. */
export type PhaseKind = 'settle' | 'match' | 'step-down' | 'hold' | 'reflect';

export interface Phase {
  readonly id: string;
  readonly kind: PhaseKind;
  /** For the person, in plain words. */
  readonly goal: string;
  readonly minS: number;
  readonly maxS: number;
}

/** A course of music as data: where it starts, where it leads and how fast. */
export interface Protocol {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** Where music begins when nothing is known of the body. */
  readonly start: Rung;
  readonly goal: Rung;
  /** Seconds from one step down to the next. */
  readonly stepS: number;
  readonly phases: readonly Phase[];
}
