/**
 * `samples` without their slow trend by smoothness priors: x − (I + λ²·D₂ᵀD₂)⁻¹·x, a high pass without phase shift.
 *
 * The matrix is never inverted: it has five diagonals and is factorised as L·D·Lᵀ in one pass. λ belongs to a
 * sampling rate: 500 at 4 Hz halves amplitudes at 0.0285 Hz and takes 3 dB off at 0.035 Hz.
 * @throws RangeError λ negative
 * Cost: O(n). Series of fewer than three samples have no curvature and are all trend: the result is zeros.
 * Source: Tarvainen 2002, doi:10.1109/10.979357
 */
export function smoothnessPriors(samples: Float64Array, lambda: number): Float64Array {
  if (!(lambda >= 0)) throw new RangeError(`lambda must be 0 or more, not ${lambda}`);
  const n = samples.length;
  const trend = samples.slice();
  if (n < 3) return new Float64Array(n);
  const diagonal = new Float64Array(n);
  const lower1 = new Float64Array(n);
  const lower2 = new Float64Array(n);
  const row = pentadiagonalRow(n, lambda * lambda);
  for (let i = 0; i < n; i++) {
    const { on, first, second } = row(i);
    const l2 = i > 1 ? second / diagonal[i - 2]! : 0;
    const l1 = i > 0 ? (first - l2 * (i > 1 ? diagonal[i - 2]! * lower1[i - 1]! : 0)) / diagonal[i - 1]! : 0;
    diagonal[i] = on - (i > 0 ? l1 * l1 * diagonal[i - 1]! : 0) - (i > 1 ? l2 * l2 * diagonal[i - 2]! : 0);
    lower1[i] = l1;
    lower2[i] = l2;
    if (i > 0) trend[i]! -= l1 * trend[i - 1]!;
    if (i > 1) trend[i]! -= l2 * trend[i - 2]!;
  }
  for (let i = 0; i < n; i++) trend[i]! /= diagonal[i]!;
  for (let i = n - 2; i >= 0; i--) {
    trend[i]! -= lower1[i + 1]! * trend[i + 1]!;
    if (i + 2 < n) trend[i]! -= lower2[i + 2]! * trend[i + 2]!;
  }
  return trend.map((slow, i) => samples[i]! - slow);
}

/** Row i of I + λ²·D₂ᵀD₂: its diagonal and the two elements left of it. */
function pentadiagonalRow(n: number, weight: number) {
  // Second differences touch a sample as 1, −2 and 1; near the ends fewer of them do.
  const counts = (i: number) => ({
    asFirst: i <= n - 3 ? 1 : 0,
    asMiddle: i >= 1 && i <= n - 2 ? 1 : 0,
    asLast: i >= 2 ? 1 : 0,
  });
  return (i: number) => {
    const { asFirst, asMiddle, asLast } = counts(i);
    const before = counts(i - 1);
    return {
      on: 1 + weight * (asFirst + 4 * asMiddle + asLast),
      first: i > 0 ? -2 * weight * ((before.asFirst && asMiddle) + (before.asMiddle && asLast)) : 0,
      second: i > 1 ? weight : 0,
    };
  };
}
