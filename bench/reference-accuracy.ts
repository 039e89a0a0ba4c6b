import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DFA_NEUROKIT, dfaAlpha1 } from '../engine/hrv/dfa-alpha1.ts';
import { baevskyStressIndex } from '../engine/hrv/baevsky-stress-index.ts';
import { bandPower } from '../engine/dsp/band-power.ts';
import { nnSeries, type NnSeries } from '../engine/hrv/nn-series.ts';
import { sd1, sd2 } from '../engine/hrv/poincare.ts';
import { SPECTRAL_RECIPES, type RecipeId } from '../engine/hrv/spectral-recipes.ts';
import { spectrumByRecipe } from '../engine/hrv/spectrum-by-recipe.ts';
import { median } from '../engine/maths/statistics.ts';
import { runAlone, type Report } from './report.ts';
import { meanHr, meanInstantaneousHr, meanNn, pnn50, rmssd, sdnn } from '../engine/hrv/time-domain.ts';

/**
 * How far our figures are from those that other tools gave for the same five-minute segments.
 * Run: npx tsx bench/reference-accuracy.ts [--json] [folder]
 */

type Figures = Readonly<Record<string, number>>;
type Tool = Figures & { readonly welch: Figures };

export interface ReferenceSegment {
  readonly name: string;
  readonly series: NnSeries;
  readonly neurokit2: Tool;
  readonly hrvanalysis: Tool;
  readonly pyhrv: Tool;
  /** Recorded band powers under the id of our recipe that should reproduce them. */
  readonly recipes: Readonly<Partial<Record<RecipeId, Figures>>>;
  readonly common: Figures;
}

export interface Deviation {
  readonly segment: string;
  readonly of: string;
  readonly figure: string;
  readonly ours: number;
  readonly theirs: number;
  readonly relative: number;
}

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../../shared/data/reference');

const COMMON: Readonly<Record<string, RecipeId>> = {
  A: 'common-a-linear-welch256',
  B: 'common-b-cubic-whole',
  C: 'common-c-smoothness-priors',
  D: 'common-d-linear-whole',
  E: 'common-e-lomb-scargle',
};

/** The recorded segments in name order; none where the folder is absent. */
export function referenceSegments(folder = FOLDER): readonly ReferenceSegment[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json') && file !== 'SETTINGS.json')
    .sort()
    .map((file) => {
      const recorded = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Omit<
        ReferenceSegment,
        'name' | 'series' | 'recipes' | 'common'
      > & { readonly segment: string; readonly scipy_common_settings: Record<string, Figures> };
      const csv = readFileSync(join(folder, 'segments', `${recorded.segment}.csv`), 'utf8');
      const { time, ...settings } = recorded.scipy_common_settings;
      return {
        name: recorded.segment,
        series: nnSeries(csv.trim().split('\n').slice(1).map(Number)),
        neurokit2: recorded.neurokit2,
        hrvanalysis: recorded.hrvanalysis,
        pyhrv: recorded.pyhrv,
        common: time!,
        recipes: {
          ...Object.fromEntries(
            Object.entries(settings).map(([name, powers]) => [COMMON[name[0]!]!, powers]),
          ),
          'neurokit2-welch': recorded.neurokit2.welch,
          'hrvanalysis-welch': recorded.hrvanalysis.welch,
          'pyhrv-welch': recorded.pyhrv.welch,
        },
      };
    });
}

const TIME_DOMAIN: readonly (readonly [string, (series: NnSeries) => number | undefined])[] = [
  ['mean_NN', meanNn],
  ['mean_HR_from_meanNN', meanHr],
  ['mean_HR_mean_of_inst', meanInstantaneousHr],
  ['SDNN', sdnn],
  ['RMSSD', rmssd],
  ['pNN50', pnn50],
  ['SD1', sd1],
  ['SD2', sd2],
];

const deviation = (it: Omit<Deviation, 'relative'>): Deviation => ({
  ...it,
  relative: it.ours === it.theirs ? 0 : Math.abs(it.ours / it.theirs - 1),
});

/** Our time-domain figures against the median of the tools that give each. */
export const timeDomainDeviations = (segments: readonly ReferenceSegment[]): Deviation[] =>
  segments.flatMap(({ name: segment, series, ...tools }) =>
    TIME_DOMAIN.map(([figure, of]) => {
      const theirs = [tools.neurokit2, tools.hrvanalysis, tools.pyhrv].flatMap((tool) => tool[figure] ?? []);
      return deviation({ segment, of: 'median tool', figure, ours: of(series)!, theirs: median(theirs) });
    }),
  );

/** Figures that one source alone gives, computed by its own definition. */
export const singleSourceDeviations = (segments: readonly ReferenceSegment[]): Deviation[] =>
  segments.flatMap(({ name: segment, series, neurokit2, common }) => [
    deviation({
      segment,
      of: 'NeuroKit2, RR in whole ms',
      figure: 'DFA_alpha1',
      ours: dfaAlpha1(wholeMs(series), DFA_NEUROKIT)!,
      theirs: neurokit2['DFA_alpha1']!,
    }),
    deviation({
      segment,
      of: 'common settings',
      figure: 'Baevsky_SI_50ms',
      ours: baevskyStressIndex(series)!,
      theirs: common['Baevsky_SI_50ms']!,
    }),
  ]);

/** Our band powers against those recorded for the recipe. */
export const spectralDeviations = (segments: readonly ReferenceSegment[]): Deviation[] =>
  segments.flatMap(({ name: segment, series, recipes }) =>
    Object.entries(recipes).flatMap(([id, powers]) => {
      const recipe = SPECTRAL_RECIPES[id as RecipeId];
      const psd = spectrumByRecipe(series, recipe)!;
      return (['vlf', 'lf', 'hf'] as const).map((band) => {
        const theirs = powers[band.toUpperCase()]!;
        const ours = bandPower(psd, recipe.bands[band], recipe.integration);
        return deviation({ segment, of: id, figure: band.toUpperCase(), ours, theirs });
      });
    }),
  );

/** NeuroKit keeps beats as whole milliseconds: its intervals are differences of rounded times. */
function wholeMs({ nnMs, atMs }: NnSeries): NnSeries {
  const beats = atMs.map(Math.round);
  const startMs = Math.round(atMs[0]! - nnMs[0]!);
  return nnSeries(beats.map((at, i) => at - (beats[i - 1] ?? startMs)));
}

function table(deviations: readonly Deviation[], bar: number): string[] {
  const rows = new Set(deviations.map(({ of, figure }) => `${of}\t${figure}`));
  return [...rows].map((row) => {
    const all = deviations.filter(({ of, figure }) => row === `${of}\t${figure}`);
    const worst = all.reduce((a, b) => (b.relative > a.relative ? b : a));
    const within = all.filter(({ relative }) => relative <= bar).length;
    const typical = median(all.map(({ relative }) => relative));
    const columns = [worst.of.padEnd(28), worst.figure.padEnd(21), percent(worst.relative), percent(typical)];
    return `${columns.join(' ')}   ${within}/${all.length} within ${100 * bar} %   worst: ${worst.segment}`;
  });
}

const percent = (share: number) => `${(100 * share).toPrecision(2)} %`.padStart(12);

export function referenceAccuracy([folder]: readonly string[]): Report {
  const segments = referenceSegments(folder);
  if (segments.length === 0) return { text: `No reference segments in ${folder ?? FOLDER}.`, data: null };
  const timeDomain = [...timeDomainDeviations(segments), ...singleSourceDeviations(segments)];
  const spectra = spectralDeviations(segments);
  const text = [
    `${segments.length} segments; worst and median relative difference\n`,
    ...table(timeDomain, 0.005),
    '',
    ...table(spectra, 0.01),
  ].join('\n');
  return { text, data: { segments: segments.length, timeDomain, spectra } };
}

await runAlone(import.meta.url, referenceAccuracy);
