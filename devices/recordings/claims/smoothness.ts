import { mean } from '../../../engine/index.ts';
import { median } from '../values/units.ts';
import type { Suspicion } from './suspicion.ts';

/** Intervals that are looked at together: about a minute, and some periods of any wave. */
const WINDOW = 100;
/** Samples that come fast drown a wave in their own noise from one to the next; every eighth shows it. */
const STRIDES = [1, 2, 4, 8];
/** Differences below this are the rounding of a steady heart, ms. */
const LEAST_MS = 1.5;

/*
 * Beat by beat a heart has noise of its own, so that a difference says little about the next: over 13 000 minutes of
 * recordings the energy of second differences was at least 0.6 of that of the first, over whole files 1.2; of samples
 * of a wave it is 0.1–0.4. Slow deep breathing comes nearest: six a minute at 60–100 beats are 10–17 beats a breath,
 * whose RMSSD is 0.4–0.6 of SDNN even without any noise. `npm run bench -- claims` prints it.
 */
const SMOOTH = 0.5;
/** RMSSD by SDNN below which no breathing is left that could be it: 25 beats a breath. */
const WAVE_RATIO = 0.25;
/** Below this it is rather a curve than a breath: 16 beats. */
const CURVE_RATIO = 0.4;
/** Share of points on a straight line with their neighbours: real recordings have at most 0.23 in any minute. */
const STRAIGHT = 0.35;
/** Lines between beats bend at each of them, so their energy is higher than a wave's. */
const BENT = 1.1;

/** Whether intervals run more smoothly than those of any heart: samples of a wave, or a resampled tachogram. */
export function smoothness(rrMs: readonly number[]): Suspicion | undefined {
  for (const stride of STRIDES) {
    const suspicion = smoothnessOf(stride === 1 ? rrMs : rrMs.filter((_, i) => i % stride === 0));
    // Every second beat of a breath is a breath of half as many beats: only a wave is still as smooth.
    if (suspicion && (stride === 1 || suspicion.refuse)) return suspicion;
  }
  return undefined;
}

function smoothnessOf(rrMs: readonly number[]): Suspicion | undefined {
  const windows: Window[] = [];
  for (let from = 0; from + WINDOW <= rrMs.length; from += WINDOW)
    windows.push(windowOf(rrMs.slice(from, from + WINDOW)));
  const lively = windows.filter(({ rmssdMs }) => rmssdMs >= LEAST_MS);
  if (lively.length === 0 || lively.length < windows.length / 2) return undefined;
  const middle = (of: (one: Window) => number) => median(lively.map(of));
  const bend = middle((one) => one.bend);
  if (bend < BENT && middle(({ straight }) => straight) > STRAIGHT)
    return { refuse: true, sentence: RESAMPLED };
  if (bend >= SMOOTH) return undefined;
  const ratio = middle(({ share }) => share);
  if (ratio < WAVE_RATIO) return { refuse: true, sentence: WAVE };
  return ratio < CURVE_RATIO ? { refuse: false, sentence: CURVE } : undefined;
}

interface Window {
  readonly rmssdMs: number;
  /** Energy of the second differences by that of the first; 2 for a random walk, 3 for noise. */
  readonly bend: number;
  /** RMSSD by SDNN. */
  readonly share: number;
  /** Share of steps that equal the one before, though neither is small; 0 for a made-up series of equal steps. */
  readonly straight: number;
}

function windowOf(rrMs: readonly number[]): Window {
  const steps = differences(rrMs);
  const bends = differences(steps);
  const energy = meanSquare(steps);
  const middle = mean(rrMs);
  const spread = meanSquare(rrMs.map((rr) => rr - middle));
  const sizes = steps.map(Math.abs);
  const usual = mean(sizes);
  const allAlike = sizes.every((size) => Math.abs(size - usual) <= 0.15 * usual);
  const onLine = bends.filter((bend, i) => {
    const step = Math.abs(steps[i]!);
    return step > 2 * LEAST_MS && Math.abs(bend) <= 0.15 * step;
  });
  return {
    rmssdMs: Math.sqrt(energy),
    bend: energy > 0 ? meanSquare(bends) / energy : Infinity,
    share: spread > 0 ? Math.sqrt(energy / spread) : Infinity,
    straight: allAlike ? 0 : onLine.length / bends.length,
  };
}

const differences = (values: readonly number[]): number[] =>
  values.slice(1).map((value, i) => value - values[i]!);

const meanSquare = (values: readonly number[]): number => mean(values.map((value) => value * value));

const WAVE =
  'its numbers run as smoothly as the samples of a wave (pulse, ECG, breathing), which intervals between beats never ' +
  'do; export RR intervals, or read it all the same with --as-is';
const RESAMPLED =
  'its numbers lie on straight lines between each other, like a curve that was resampled at even steps and not like ' +
  'beats; export the RR intervals themselves, or read it all the same with --as-is';
const CURVE =
  'its intervals run more smoothly than nearly all hearts: very slow breathing, or a curve that was resampled or ' +
  'filtered; then its RMSSD is too small';
