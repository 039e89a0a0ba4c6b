/** A stretch of filtered ECG around one beat. */
export interface Deflections {
  readonly at: (index: number) => number;
  readonly from: number;
  readonly to: number;
  /** −1 to 1: the usual polarity of the preceding beats. */
  readonly usual: number;
}

/** Factor by which a deflection of opposite polarity must be larger, or R and S of similar height would alternate. */
const OPPOSITE_POLARITY = 1.5;

/**
 * Where the largest deflection is, in samples and parts of one, by the
 * parabola through its top and both neighbours.
 */
export function peakTime({ at, from, to, usual }: Deflections): {
  readonly at: number;
  readonly height: number;
} {
  let [up, down] = [from, from];
  for (let i = from; i <= to; i++) {
    if (at(i) > at(up)) up = i;
    if (at(i) < at(down)) down = i;
  }
  const favour = OPPOSITE_POLARITY ** Math.sign(Math.round(2 * usual));
  const top = at(up) * favour >= -at(down) ? up : down;
  const [before, height, after] = [at(top - 1), at(top), at(top + 1)];
  const bend = before - 2 * height + after;
  const inside = top > from && top < to && bend !== 0;
  return { at: inside ? top + (before - after) / (2 * bend) : top, height };
}
