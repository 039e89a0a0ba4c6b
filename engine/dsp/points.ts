/** A known series at uneven times: strictly rising `x`. */
export interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** A curve through points: its value at `t`, which lies within [x[i], x[i+1]]. */
export type Piece = (i: number, t: number) => number;
