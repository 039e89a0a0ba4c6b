/** Arithmetic mean; absent for no values. */
export const mean = (values: Float64Array): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, x) => sum + x, 0) / values.length;

/** Standard deviation with n − 1; absent below two values. Two passes, so that a large mean costs no digits. */
export function standardDeviation(values: Float64Array): number | undefined {
  if (values.length < 2) return undefined;
  const middle = mean(values)!;
  return Math.sqrt(values.reduce((sum, x) => sum + (x - middle) ** 2, 0) / (values.length - 1));
}
