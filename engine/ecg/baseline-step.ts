/** How far from what may be a beat, s, the signal has come back from it, and over how long its level is taken. */
const FAR_S = [0.08, 0.13] as const;
/** As soon after a sudden change, s, a step stays where it went, and an R wave comes back. */
const NEAR_S = [0.01, 0.06] as const;
/** Within this time, s, at least this share of a step happens; an R wave takes longer, and drift longer still. */
const AT_ONCE_S = 0.006;
const AT_ONCE = 0.5;
/** Share of the whole that must remain of a step, near and far. */
const REMAINS = 0.7;

/**
 * Whether the signal jumps to another level here, as by a moved electrode, a switched amplifier or the end of a
 * rail, rather than having a beat.
 *
 * @param at  the raw sample at an index, from 0.15 s before `middle` to as much after it
 */
export function isBaselineStep(at: (index: number) => number, middle: number, rateHz: number): boolean {
  const mean = (from: number, [near, far]: readonly [number, number], side: 1 | -1) => {
    const [first, last] = [Math.round(near * rateHz), Math.round(far * rateHz)];
    let sum = 0;
    for (let k = first; k <= last; k++) sum += at(from + side * k);
    return sum / (last - first + 1);
  };
  const reach = Math.round(FAR_S[0] * rateHz);
  const step = Math.max(1, Math.floor(AT_ONCE_S * rateHz));
  let [low, high, sudden, when] = [Infinity, -Infinity, 0, middle];
  for (let i = middle - reach; i <= middle + reach; i++) {
    low = Math.min(low, at(i));
    high = Math.max(high, at(i));
    const change = at(i) - at(i - step);
    if (Math.abs(change) > Math.abs(sudden)) [sudden, when] = [change, i];
  }
  if (!(Math.abs(sudden) > AT_ONCE * (high - low))) return false;
  const stays = (mean(when, NEAR_S, 1) - mean(when - step, NEAR_S, -1)) / sudden;
  const shift = Math.abs(mean(middle, FAR_S, 1) - mean(middle, FAR_S, -1));
  return stays > REMAINS && shift > REMAINS * (high - low);
}
