export type TaperName = 'hann' | 'hamming';

/**
 * A taper in its periodic form (period `size`), the one that belongs to a discrete Fourier transform and that SciPy's
 * `welch` takes. Source: Harris 1978, doi:10.1109/PROC.1978.10837
 */
export function taper(name: TaperName, size: number): Float64Array {
  const mean = name === 'hann' ? 0.5 : 0.54;
  return Float64Array.from(
    { length: size },
    (_, i) => mean - (1 - mean) * Math.cos((2 * Math.PI * i) / size),
  );
}
