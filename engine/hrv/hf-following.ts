import type { SpectralRecipe } from './spectral-recipes.ts';

/** The respiratory peak reaches this far to either side of its middle, Hz: HF must hold all of it. */
const HALF_PEAK_HZ = 0.05;

/**
 * The recipe with an HF band that holds the respiratory peak: beyond 0.35 Hz (21 breaths a minute) the band ends
 * 0.05 Hz above the breath, so that fast breathing does not look like a loss of HF power. Returns the recipe itself
 * where breathing is slower or unknown.
 * Source: Task Force 1996, doi:10.1161/01.CIR.93.5.1043, on HF as the respiratory band;
 * Laborde 2017, doi:10.3389/fpsyg.2017.00213.
 */
export function hfFollowing(recipe: SpectralRecipe, breathsPerMinute: number | undefined): SpectralRecipe {
  const [low, high] = recipe.bands.hf;
  const needed = (breathsPerMinute ?? 0) / 60 + HALF_PEAK_HZ;
  if (needed <= high) return recipe;
  const { vhf, ...bands } = recipe.bands;
  const above = vhf && needed < vhf[1] ? { vhf: [needed, vhf[1]] as const } : {};
  return { ...recipe, bands: { ...bands, hf: [low, needed], ...above } };
}
