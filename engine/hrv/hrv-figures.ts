import { baevskyStressIndex } from './baevsky-stress-index.ts';
import { dfaAlpha1 } from './dfa-alpha1.ts';
import { frequencyDomain, type FrequencyDomain } from './frequency-domain.ts';
import { hfFollowing } from './hf-following.ts';
import { longEnough, type Figure } from './minimum-windows.ts';
import { coveredS, longestSegment, type NnSeries } from './nn-series.ts';
import { sd1, sd2 } from './poincare.ts';
import { SPECTRAL_RECIPES, type RecipeId } from './spectral-recipes.ts';
import { spectrumByRecipe } from './spectrum-by-recipe.ts';
import { meanHr, meanInstantaneousHr, meanNn, pnn50, rmssd, sdnn } from './time-domain.ts';

/** All figures of a series of accepted intervals. A figure that cannot be given is absent. */
export interface HrvFigures extends FrequencyDomain {
  readonly beats: number;
  readonly coveredS: number;
  readonly meanNnMs?: number;
  /** 60 000 / mean NN. */
  readonly meanHrBpm?: number;
  /** Mean of 60 000 / NN. */
  readonly meanInstantaneousHrBpm?: number;
  readonly sdnnMs?: number;
  readonly rmssdMs?: number;
  readonly pnn50Percent?: number;
  readonly sd1Ms?: number;
  readonly sd2Ms?: number;
  readonly dfaAlpha1?: number;
  /** Where HF ends, Hz; only where it follows fast breathing beyond the recipe's own band. */
  readonly hfToHz?: number;
  /** For comparison only. */
  readonly baevskyStressIndex?: number;
}

const TIME_DOMAIN: readonly {
  readonly name: keyof HrvFigures;
  readonly figure: Figure;
  readonly of: (series: NnSeries) => number | undefined;
}[] = [
  { name: 'meanNnMs', figure: 'meanNn', of: meanNn },
  { name: 'meanHrBpm', figure: 'meanHr', of: meanHr },
  { name: 'meanInstantaneousHrBpm', figure: 'meanInstantaneousHr', of: meanInstantaneousHr },
  { name: 'sdnnMs', figure: 'sdnn', of: sdnn },
  { name: 'rmssdMs', figure: 'rmssd', of: rmssd },
  { name: 'pnn50Percent', figure: 'pnn50', of: pnn50 },
  { name: 'sd1Ms', figure: 'sd1', of: sd1 },
  { name: 'sd2Ms', figure: 'sd2', of: sd2 },
  { name: 'dfaAlpha1', figure: 'dfaAlpha1', of: dfaAlpha1 },
  { name: 'baevskyStressIndex', figure: 'baevskyStressIndex', of: baevskyStressIndex },
];

/**
 * Time and frequency domain of `series`, each figure only where its minimum of accepted time is reached.
 * @param recipe how the spectrum is made
 * @param breathsPerMinute where it is known; HF follows breathing that is faster
 *   than its band (see {@link hfFollowing})
 */
export function hrvFigures(
  series: NnSeries,
  recipe: RecipeId = 'taskforce-welch-300s',
  breathsPerMinute?: number,
): HrvFigures {
  const followed = hfFollowing(SPECTRAL_RECIPES[recipe], breathsPerMinute);
  const covered = coveredS(series);
  const timeDomain = TIME_DOMAIN.flatMap(({ name, figure, of }) => {
    const value = longEnough(figure, covered) ? of(series) : undefined;
    return value === undefined ? [] : [[name, value] as const];
  });
  const psd = spectrumByRecipe(series, followed);
  return {
    beats: series.nnMs.length,
    coveredS: covered,
    ...finite(Object.fromEntries(timeDomain)),
    ...(followed !== SPECTRAL_RECIPES[recipe] && { hfToHz: followed.bands.hf[1] }),
    ...(psd && finite(frequencyDomain(psd, followed, coveredS(longestSegment(series))))),
  };
}

/** Uncorrected intervals may be so short or long that squares and inverses overflow: such figures are absent. */
const finite = <T extends object>(figures: T): T =>
  Object.fromEntries(Object.entries(figures).filter(([, value]) => Number.isFinite(value))) as T;
