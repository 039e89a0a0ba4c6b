/**
 * A symmetric band-pass, which delays every frequency by half its length: a windowed sinc (Hamming) that keeps
 * about `lowHz` to `highHz` and removes a constant wholly.
 *
 * @returns its weights, an odd number of them, about `spanS` long
 * Source: Oppenheim & Schafer, Discrete-Time Signal Processing, windowed FIR design.
 */
export function bandPassWeights(
  rateHz: number,
  { lowHz, highHz, spanS }: { readonly lowHz: number; readonly highHz: number; readonly spanS: number },
): Float64Array {
  const half = Math.max(2, Math.round((spanS * rateHz) / 2));
  const window = (k: number) => 0.54 + 0.46 * Math.cos((Math.PI * k) / (half + 1));
  const kernel = (hertz: number) => {
    const weights = new Float64Array(2 * half + 1);
    for (let k = -half; k <= half; k++)
      weights[k + half] =
        window(k) *
        (k === 0 ? (2 * hertz) / rateHz : Math.sin((2 * Math.PI * hertz * k) / rateHz) / (Math.PI * k));
    const sum = weights.reduce((total, one) => total + one, 0);
    return weights.map((one) => one / sum);
  };
  const narrow = kernel(lowHz);
  return kernel(highHz).map((one, k) => one - narrow[k]!);
}
