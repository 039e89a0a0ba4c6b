import type { Instrument } from '../../../audio/instruments/index.ts';

/** One sound of an instrument. */
export interface Stroke {
  readonly instrument: Instrument;
  /** Pitch, or the stroke of a drum. */
  readonly midi: number;
  /** Linear, 0–1. */
  readonly gain: number;
  /** Seconds that it is held, for what sounds as long as it is; absent: it rings by itself. */
  readonly heldS?: number;
}
