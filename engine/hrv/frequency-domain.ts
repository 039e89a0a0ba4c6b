import { bandPower, peakHz } from '../dsp/band-power.ts';
import type { Band, Psd } from '../dsp/psd.ts';
import { CLOCK_NOISE_MS2 } from './clock-noise.ts';
import { coherence } from './coherence.ts';
import { longEnough, type Figure } from './minimum-windows.ts';
import type { SpectralRecipe } from './spectral-recipes.ts';

/**
 * Powers in ms², peaks in Hz. A figure is absent where the window is too short for it, a peak or a share also where
 * there is no more power than clock rounding makes (`CLOCK_NOISE_MS2`).
 */
export interface FrequencyDomain {
  readonly vlfMs2?: number;
  readonly lfMs2?: number;
  readonly hfMs2?: number;
  /** Sum over the recipe's bands. */
  readonly totalMs2?: number;
  readonly vlfPeakHz?: number;
  readonly lfPeakHz?: number;
  readonly hfPeakHz?: number;
  /** LF and HF in per cent of their sum. */
  readonly lfNu?: number;
  readonly hfNu?: number;
  /** For comparison with papers only. It is no measure of sympathetic balance (Billman 2013) and drives nothing. */
  readonly lfHf?: number;
  /** `attune-coherence-1`. */
  readonly coherence?: number;
}

/**
 * Frequency-domain figures of a density, with the recipe's bands and its way of summing them.
 * @param windowS  seconds of accepted intervals that the density was made from
 */
export function frequencyDomain(psd: Psd, recipe: SpectralRecipe, windowS: number): FrequencyDomain {
  const { bands, integration } = recipe;
  const given = (figure: Figure) => longEnough(figure, windowS);
  const peak = (band: Band) => (power(band) < CLOCK_NOISE_MS2 ? undefined : peakHz(psd, band));
  const power = (band: Band) => bandPower(psd, band, integration);
  const [vlf, lf, hf] = [power(bands.vlf), power(bands.lf), power(bands.hf)];
  const total = vlf + lf + hf + (bands.vhf ? power(bands.vhf) : 0);
  return {
    ...(given('vlf') && { vlfMs2: vlf, totalMs2: total, ...optional('vlfPeakHz', peak(bands.vlf)) }),
    ...(given('lf') && { lfMs2: lf, ...optional('lfPeakHz', peak(bands.lf)), ...balance(lf, hf) }),
    ...(given('hf') && { hfMs2: hf, ...optional('hfPeakHz', peak(bands.hf)) }),
    ...(given('coherence') && optional('coherence', coherence(psd))),
  };
}

const balance = (lf: number, hf: number): Pick<FrequencyDomain, 'lfNu' | 'hfNu' | 'lfHf'> => ({
  ...(lf + hf >= CLOCK_NOISE_MS2 && { lfNu: (100 * lf) / (lf + hf), hfNu: (100 * hf) / (lf + hf) }),
  ...(hf >= CLOCK_NOISE_MS2 && { lfHf: lf / hf }),
});

const optional = <K extends string>(name: K, value: number | undefined): Partial<Record<K, number>> =>
  value === undefined ? {} : ({ [name]: value } as Record<K, number>);
