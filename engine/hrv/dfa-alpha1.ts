import { detrended } from '../dsp/detrend.ts';
import { mean } from './moments.ts';
import { longestSegment, type NnSeries } from './nn-series.ts';

export interface DfaOptions {
  /** Shortest and longest window, beats. */
  readonly beats: readonly [number, number];
  /** Windows follow each other, or overlap by half. */
  readonly windows: 'apart' | 'half-overlapping';
  /** Whether windows without any fluctuation (caused by quantised clocks) count as zero or are left out. */
  readonly flat: 'counted' | 'left-out';
}

/** The short-term exponent as published. Source: Peng 1995, doi:10.1063/1.166141: 4 to 16 beats. */
export const DFA_PENG: DfaOptions = { beats: [4, 16], windows: 'apart', flat: 'counted' };

/** As NeuroKit 0.2.12 computes it, for comparison with papers that used it. */
export const DFA_NEUROKIT: DfaOptions = { beats: [4, 11], windows: 'half-overlapping', flat: 'left-out' };

/**
 * Short-term scaling exponent α1 of detrended fluctuation analysis over the longest segment: about 1 in rest, 0.5 for
 * uncorrelated intervals, 1.5 for a random walk.
 *
 * @returns undefined below two of the longest windows, or where the series does not fluctuate at all
 * Cost: O(beats · scales).
 */
export function dfaAlpha1(series: NnSeries, options: DfaOptions = DFA_PENG): number | undefined {
  const { nnMs } = longestSegment(series);
  const [shortest, longest] = options.beats;
  if (nnMs.length < 2 * longest) return undefined;
  const middle = mean(nnMs)!;
  let sum = 0;
  const profile = nnMs.map((nn) => (sum += nn - middle));
  const points: { x: number; y: number }[] = [];
  for (let beats = shortest; beats <= longest; beats++) {
    const fluctuation = meanSquareFluctuation(profile, beats, options);
    if (fluctuation === undefined || fluctuation <= FLAT_MS2) return undefined;
    points.push({ x: Math.log2(beats), y: Math.log2(fluctuation) / 2 });
  }
  return slope(points);
}

/** Below it, a window is flat except for rounding. */
const FLAT_MS2 = 1e-9;

function meanSquareFluctuation(
  profile: Float64Array,
  beats: number,
  { windows, flat }: DfaOptions,
): number | undefined {
  const step = windows === 'apart' ? beats : Math.floor(beats / 2);
  // NeuroKit never uses a window that would end with the last beat.
  const end = windows === 'apart' ? profile.length - beats + 1 : profile.length - beats;
  const squares: number[] = [];
  for (let start = 0; start < end; start += step) {
    const residual = detrended(profile.subarray(start, start + beats), 'line');
    const square = residual.reduce((sum, r) => sum + r * r, 0) / beats;
    if (flat === 'counted' || square > FLAT_MS2) squares.push(square);
  }
  return mean(Float64Array.from(squares));
}

function slope(points: readonly { readonly x: number; readonly y: number }[]): number {
  const middle = points.reduce((sum, { x }) => sum + x, 0) / points.length;
  const spread = points.reduce((sum, { x }) => sum + (x - middle) ** 2, 0);
  return points.reduce((sum, { x, y }) => sum + (x - middle) * y, 0) / spread;
}
