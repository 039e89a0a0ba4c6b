/** An interval between two true heart beats, as far as can be known. */
export interface NnInterval {
  readonly atMs: number;
  readonly nnMs: number;
  /** Whether it was observed: a detected interval, or the sum of the pieces into which a false detection split it. */
  readonly original: boolean;
  /** Counts up after each hole: a segment of the input, or a gap within one. */
  readonly segment: number;
  /** The RR interval (its index in the input) in which it ends. */
  readonly index: number;
}
