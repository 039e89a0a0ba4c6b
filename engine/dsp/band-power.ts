import { frequencyOf, type Band, type Psd } from './psd.ts';

/** How a band is summed: which of its ends belong to it, and by rectangles (ΣP·Δf) or trapezoids between its bins. */
export interface Integration {
  readonly rule: 'rectangle' | 'trapezoid';
  readonly ends: 'low' | 'both';
}

export const RECTANGLES: Integration = { rule: 'rectangle', ends: 'low' };

/**
 * Power within `band`.
 * @returns the square of the series' unit; 0 where no bin falls into the band
 * @throws RangeError  band empty or beyond the Nyquist frequency (a caller's mistake)
 */
export function bandPower(psd: Psd, band: Band, how: Integration = RECTANGLES): number {
  const { density, binWidthHz, firstHz = 0 } = psd;
  const [lowHz, highHz] = band;
  if (!(lowHz < highHz && highHz <= firstHz + density.length * binWidthHz)) {
    throw new RangeError(`band ${lowHz}–${highHz} Hz is empty or beyond the Nyquist frequency`);
  }
  let k = firstBin(psd, lowHz);
  const start = k;
  let sum = 0;
  for (; k < density.length; k++) {
    const hz = frequencyOf(psd, k);
    if (how.ends === 'both' ? hz > highHz : hz >= highHz) break;
    sum += density[k]!;
  }
  if (how.rule === 'trapezoid' && k > start) sum -= (density[start]! + density[k - 1]!) / 2;
  return sum * binWidthHz;
}

/** Frequency of the highest bin within [low, high) of `band`; absent where the band holds no power at all. */
export function peakHz(psd: Psd, [lowHz, highHz]: Band): number | undefined {
  let best: number | undefined;
  let height = 0;
  for (let k = firstBin(psd, lowHz); k < psd.density.length && frequencyOf(psd, k) < highHz; k++) {
    if (psd.density[k]! <= height) continue;
    height = psd.density[k]!;
    best = frequencyOf(psd, k);
  }
  return best;
}

/**
 * The first bin at or above `hz`, by the same arithmetic as `frequencyOf`, so
 * that an edge is never missed by a rounding.
 */
export function firstBin(psd: Psd, hz: number): number {
  let k = Math.max(0, Math.floor((hz - (psd.firstHz ?? 0)) / psd.binWidthHz));
  while (frequencyOf(psd, k) < hz) k++;
  return k;
}
