/** What is removed from a series before its spectrum. Smoothness priors are in `smoothness-priors.ts`. */
export type Trend = 'none' | 'mean' | 'line';

/** `samples` without their trend, as a new array. */
export function detrended(samples: Float64Array, trend: Trend): Float64Array {
  const out = samples.slice();
  if (trend === 'line') detrend(samples, out);
  if (trend === 'mean') {
    const mean = samples.reduce((sum, x) => sum + x, 0) / samples.length;
    for (let i = 0; i < out.length; i++) out[i]! -= mean;
  }
  return out;
}

/**
 * Writes `samples` without their least-squares line into `out`, times `taper`
 * if given. One sample or none has no slope.
 */
export function detrend(samples: Float64Array, out: Float64Array, taper?: Float64Array): void {
  const n = samples.length;
  const middle = (n - 1) / 2;
  let mean = 0;
  let slope = 0;
  for (let i = 0; i < n; i++) {
    mean += samples[i]!;
    slope += samples[i]! * (i - middle);
  }
  mean /= n;
  if (n > 1) slope /= (n * (n * n - 1)) / 12;
  const first = mean - slope * middle;
  if (taper) for (let i = 0; i < n; i++) out[i] = (samples[i]! - first - slope * i) * taper[i]!;
  else for (let i = 0; i < n; i++) out[i] = samples[i]! - first - slope * i;
}
