type Vector = readonly [x: number, y: number, z: number];

/** Breaths a minute that are looked for. */
const BREATHS_PER_MINUTE = [5, 30] as const;
/** Least correlation of one breath with the next. */
const MIN_CORRELATION = 0.5;
/** Smoothing that removes the heart beat, s. */
const SMOOTH_S = 0.8;
/** Needed to tell anything, s. */
const MIN_S = 24;

/**
 * Breaths a minute by how the chest rises and falls: the time after which its slow movement repeats
 * itself best, on the axis that moves most.
 *
 * @param milliG  the last half minute or so of acceleration, at `rateHz`
 * @returns `undefined` where less than 24 s are there or nothing repeats: movement, speech, a strap that slips
 * Source: autocorrelation of a trunk accelerometer, as in Bates 2010, doi:10.1109/BSN.2010.50; limits by judgement.
 */
export function chestBreathing(milliG: readonly Vector[], rateHz: number): number | undefined {
  if (milliG.length < MIN_S * rateHz) return undefined;
  const axes = [0, 1, 2].map((axis) =>
    slow(
      milliG.map((one) => one[axis]!),
      rateHz,
    ),
  );
  const axis = axes.reduce((best, one) => (power(one, 0) > power(best, 0) ? one : best));
  const whole = power(axis, 0);
  if (whole === 0) return undefined;
  const lags = BREATHS_PER_MINUTE.map((breaths) => Math.round((60 / breaths) * rateHz));
  let best: { readonly lag: number; readonly alike: number } | undefined;
  for (let lag = lags[1]!; lag <= Math.min(lags[0]!, axis.length / 2); lag++) {
    const alike = power(axis, lag) / whole;
    const top = alike > power(axis, lag - 1) / whole && alike >= power(axis, lag + 1) / whole;
    // The first that repeats well, since twice a breath repeats as well.
    if (top && alike > Math.max(MIN_CORRELATION, 1.15 * (best?.alike ?? 0))) best = { lag, alike };
  }
  return best && (60 * rateHz) / best.lag;
}

/** Smoothed, and without its slow drift. */
function slow(values: readonly number[], rateHz: number): number[] {
  const smooth = averaged(values, Math.round(SMOOTH_S * rateHz));
  const drift = averaged(values, Math.round((60 / BREATHS_PER_MINUTE[0]) * rateHz));
  return smooth.map((one, i) => one - drift[i]!);
}

/** Over `span` values around each. */
function averaged(values: readonly number[], span: number): number[] {
  const half = span >> 1;
  const sums = [0];
  for (const value of values) sums.push(sums.at(-1)! + value);
  return values.map((_, i) => {
    const [from, to] = [Math.max(0, i - half), Math.min(values.length, i + half + 1)];
    return (sums[to]! - sums[from]!) / (to - from);
  });
}

/** Mean product of the values with those `lag` later. */
function power(values: readonly number[], lag: number): number {
  let sum = 0;
  for (let i = lag; i < values.length; i++) sum += values[i]! * values[i - lag]!;
  return sum / (values.length - lag);
}
