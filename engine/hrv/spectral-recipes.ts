import type { Integration } from '../dsp/band-power.ts';
import type { Interpolation } from '../dsp/interpolation.ts';
import type { Band } from '../dsp/psd.ts';
import type { Trend } from '../dsp/detrend.ts';
import type { TaperName } from '../dsp/taper.ts';

/** Bands of a recipe, Hz. Total power is the sum of all of them. */
export interface Bands {
  readonly vlf: Band;
  readonly lf: Band;
  readonly hf: Band;
  readonly vhf?: Band;
}

interface RecipeBase {
  /** Title for the user: whose settings these are. */
  readonly title: string;
  readonly bands: Bands;
  readonly integration: Integration;
}

/** A spectrum by resampling the series and averaging periodograms. */
export interface WelchRecipe extends RecipeBase {
  readonly method: 'welch';
  /** Intervals as measured, or with beat times first rounded to whole ms. */
  readonly intervals: 'as-measured' | 'whole-ms';
  readonly interpolation: Interpolation;
  readonly rateHz: number;
  /**
   * Position of the samples: from the first beat to before the last; to at most one beyond the last (which repeats
   * it); or at multiples of the period on the session's clock, latest segment only (as live).
   */
  readonly grid: 'before-last-beat' | 'past-last-beat' | 'clock';
  /** Removed from the whole resampled series: a trend, or smoothness priors with this λ (for 4 Hz). */
  readonly detrend: Trend | { readonly lambda: number };
  readonly taper: TaperName;
  /** Samples a segment, all of them, or half of them. */
  readonly segment: number | 'whole' | 'half';
  /** Share that neighbouring segments have in common. */
  readonly overlap: 0 | 0.5;
  /** Series of this many seconds or more are cut into segments of so many samples instead, half overlapping. */
  readonly long?: { readonly fromS: number; readonly segment: number };
  readonly segmentTrend: Trend;
  /** Size of the transform: at least this many, or so many times the segment; zeros fill it. */
  readonly nfft: { readonly atLeast: number } | { readonly times: number };
  /** Bins of fewer than four cycles in the whole series are left out. */
  readonly lowest?: 'four-cycles';
}

/** A Lomb–Scargle density of the series as it is. */
export interface LombRecipe extends RecipeBase {
  readonly method: 'lomb-scargle';
  readonly firstHz: number;
  readonly binWidthHz: number;
}

export type SpectralRecipe = WelchRecipe | LombRecipe;

/** Task Force 1996, doi:10.1161/01.CIR.93.5.1043; VLF from 0.0033 Hz. */
export const TASK_FORCE_BANDS: Bands = { vlf: [0.0033, 0.04], lf: [0.04, 0.15], hf: [0.15, 0.4] };

const rectangles = { rule: 'rectangle', ends: 'low' } as const;
const trapezoids = { rule: 'trapezoid', ends: 'low' } as const;

const base = {
  method: 'welch',
  intervals: 'as-measured',
  rateHz: 4,
  grid: 'before-last-beat',
  taper: 'hann',
  segmentTrend: 'none',
  bands: TASK_FORCE_BANDS,
  integration: rectangles,
} as const;

const wholeSegment = { segment: 'whole', overlap: 0, nfft: { atLeast: 4096 } } as const;

/**
 * The named spectral recipes: two of our own, five sets of common settings, and the defaults of three widely used
 * Python tools, so that figures can be compared with papers. `npx tsx bench/reference-accuracy.ts` holds each of
 * them against the figures it should reproduce.
 */
export const SPECTRAL_RECIPES = {
  'attune-4hz-64s': {
    ...base,
    title: 'Attune, live: the latest 64 s',
    interpolation: 'local-cubic',
    grid: 'clock',
    detrend: 'none',
    segment: 256,
    overlap: 0,
    segmentTrend: 'line',
    nfft: { times: 1 },
  },
  'taskforce-welch-300s': {
    ...base,
    title: 'Five minutes, Welch over 128-s segments',
    interpolation: 'cubic',
    detrend: 'line',
    segment: 512,
    overlap: 0.5,
    segmentTrend: 'mean',
    nfft: { times: 1 },
  },
  'common-a-linear-welch256': {
    ...base,
    title: 'A: linear 4 Hz, line off, Hann, Welch 64 s',
    interpolation: 'linear',
    detrend: 'line',
    segment: 256,
    overlap: 0.5,
    nfft: { atLeast: 1024 },
  },
  'common-b-cubic-whole': {
    ...base,
    ...wholeSegment,
    title: 'B: cubic 4 Hz, mean off, Hann, whole series',
    interpolation: 'cubic',
    detrend: 'mean',
  },
  'common-c-smoothness-priors': {
    ...base,
    ...wholeSegment,
    title: 'C: cubic 4 Hz, smoothness priors λ 500, Hann, whole series (close to Kubios)',
    interpolation: 'cubic',
    detrend: { lambda: 500 },
  },
  'common-d-linear-whole': {
    ...base,
    ...wholeSegment,
    title: 'D: linear 4 Hz, line off, Hann, whole series',
    interpolation: 'linear',
    detrend: 'line',
  },
  'common-e-lomb-scargle': {
    method: 'lomb-scargle',
    title: 'E: Lomb–Scargle of the series itself, mean off',
    firstHz: 0.0033,
    binWidthHz: 1 / 1024,
    bands: TASK_FORCE_BANDS,
    integration: rectangles,
  },
  'neurokit2-welch': {
    ...base,
    title: 'NeuroKit2 0.2.12, psd_method="welch"',
    intervals: 'whole-ms',
    interpolation: 'quadratic',
    rateHz: 100,
    grid: 'past-last-beat',
    detrend: 'mean',
    segment: 'half',
    overlap: 0.5,
    nfft: { times: 2 },
    lowest: 'four-cycles',
    bands: { ...TASK_FORCE_BANDS, vhf: [0.4, 0.5] },
    integration: trapezoids,
  },
  'hrvanalysis-welch': {
    ...base,
    title: 'hrv-analysis 1.0.3, method="welch"',
    interpolation: 'linear',
    detrend: 'mean',
    segment: 256,
    overlap: 0.5,
    segmentTrend: 'mean',
    nfft: { atLeast: 4096 },
    bands: { ...TASK_FORCE_BANDS, vlf: [0.003, 0.04] },
    integration: trapezoids,
  },
  'pyhrv-welch': {
    ...base,
    ...wholeSegment,
    title: 'pyHRV 0.4.1, welch_psd',
    long: { fromS: 300, segment: 300 },
    interpolation: 'cubic',
    detrend: 'mean',
    taper: 'hamming',
    segmentTrend: 'mean',
    bands: { ...TASK_FORCE_BANDS, vlf: [0, 0.04] },
    integration: { rule: 'rectangle', ends: 'both' },
  },
} as const satisfies Record<string, SpectralRecipe>;

export type RecipeId = keyof typeof SPECTRAL_RECIPES;
