import { peakHz } from '../dsp/band-power.ts';
import type { Band, Psd } from '../dsp/psd.ts';
import { CLOCK_NOISE_MS2 } from './clock-noise.ts';

/**
 * At least four formulas share this name, and their values are not
 * comparable. This identifies ours and its version.
 */
export const COHERENCE_FORMULA = 'attune-coherence-1';

const PEAK_WITHIN_HZ: Band = [0.04, 0.26];
const HALF_WIDTH_HZ = 0.015;
const TOTAL_HZ: Band = [0.0033, 0.4];

/**
 * Coherence `attune-coherence-1`: the share of the power in 0.0033–0.4 Hz that lies within ±0.015 Hz of the highest
 * bin of 0.04–0.26 Hz. Bins are cut where a band ends within them, so that the width is the same for every window.
 *
 * @returns 0 no rhythm … 1 one rhythm only; undefined where there is no more power than clock
 *   rounding makes. It grows with the window (a pure 0.1 Hz tone gives 0.75 from 64 s, 1.00 from 128
 *   s), so only values of one recipe compare.
 * Source: after McCraty 2009 (peak/(total − peak)), as a share, which is bounded.
 */
export function coherence(psd: Psd): number | undefined {
  const peak = peakHz(psd, PEAK_WITHIN_HZ);
  const total = powerBetween(psd, TOTAL_HZ);
  if (peak === undefined || total < CLOCK_NOISE_MS2) return undefined;
  return Math.min(1, powerBetween(psd, [peak - HALF_WIDTH_HZ, peak + HALF_WIDTH_HZ]) / total);
}

/** Power between two frequencies, each bin reaching half a width to either side of its own. */
function powerBetween({ density, binWidthHz, firstHz = 0 }: Psd, [low, high]: Band): number {
  let power = 0;
  for (let k = 0; k < density.length; k++) {
    const hz = firstHz + k * binWidthHz;
    const overlap = Math.min(high, hz + binWidthHz / 2) - Math.max(low, hz - binWidthHz / 2);
    if (overlap > 0) power += density[k]! * overlap;
  }
  return power;
}
