/**
 * Heart rate variability by itself: from RR intervals to figures that say how far
 * they can be trusted. No RxJS, no session.
 */
export { intoSegments, type RrInterval } from '../intervals/rr-interval.ts';
export type { BeatClass } from '../artefacts/beat-class.ts';
export type { Trust } from '../artefacts/trust.ts';
export type { Psd } from '../dsp/psd.ts';
export { COHERENCE_FORMULA } from './coherence.ts';
export { correctedSeries, CORRECTIONS, type CorrectionName } from './corrected-series.ts';
export { hrvFigures, type HrvFigures } from './hrv-figures.ts';
export type { NnSeries } from './nn-series.ts';
export { RESPIRATION_CONFIDENT, respirationRate } from './respiration-rate.ts';
export { seriesVerdict } from './series-verdict.ts';
export { seriesWindow } from './series-window.ts';
export { SPECTRAL_RECIPES, type RecipeId } from './spectral-recipes.ts';
export { spectrumByRecipe } from './spectrum-by-recipe.ts';
