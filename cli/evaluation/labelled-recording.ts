import type { Recording } from '../../devices/index.ts';

/** A stretch of a recording with its label. */
export interface Phase {
  readonly startS: number;
  readonly endS: number;
  /** The condition looked for (stress) was there. */
  readonly positive: boolean;
}

/** A recording of one person with what was the case when. */
export interface LabelledRecording {
  readonly subject: string;
  readonly recording: Recording;
  /** When the person was at rest. It calibrates, so it is not scored. */
  readonly baseline: Phase;
  /** The other phases, in order. */
  readonly phases: readonly Phase[];
}
