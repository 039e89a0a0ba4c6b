import { cholesky, solveCholesky, triangle } from '../maths/cholesky.ts';
import { explanationFrequency, type ExplanationFrequency } from './explanation-frequency.ts';
import { sortedWindow } from '../maths/sorted-window.ts';

/** Intervals of history in the model; an explanation may hold no more heart beats than this. */
export const MEMORY = 4;
/**
 * Order of the autoregression of successive differences; order 2 follows one sinusoid, the
 * third covers what is superimposed on it.
 */
export const ORDER = MEMORY - 1;

/** Beats over which the heart's rhythm is learnt: the 91-beat window of Lipponen & Tarvainen 2019. */
const WINDOW = 90;
/** The scale comes from the smallest three quarters of the residuals, so that a quarter of them may be outliers. */
const KEPT_SHARE = 0.75;
/** Mean of the smallest three quarters of |z| for a standard normal z. */
const KEPT_MEAN = 0.515;
/** Below this, residuals are indistinguishable from the 1 ms resolution of straps and the 4–8 ms of Holters. */
const FLOOR_MS = 2.5;
const FLOOR_SHARE = 0.004;
/** Prior scale, as a share of the interval, and its weight in beats. */
const PRIOR_SHARE = 0.04;
const PRIOR_BEATS = 8;
/** With fewer residuals the scale is mostly prior: a repaired span may not narrow it. */
const MIN_RESIDUALS = 12;
/**
 * No sinus rhythm is less predictable than this share of its interval (J); anything less predictable is an
 * arrhythmia and must not be learnt.
 */
const CEILING_SHARE = 0.08;
/**
 * Differences beyond this share of the interval are not respiration (J: 170 ms at 60 a minute is the deepest breath
 * of an athlete). The model does not learn from histories that contain one, or it would learn premature beats at
 * every second or third beat as the rhythm.
 */
const TEACHING_SHARE = 0.18;
/** Ridge of the autoregression, in squared scales. */
const RIDGE = 10;
/**
 * Predicts this heart's next interval from the latest four, learnt from intervals accepted as
 * normal: an autoregression of successive differences, which follows respiratory sinus
 * arrhythmia, and a robust scale of its residuals.
 */
export interface IntervalModel {
  /** Weights of the latest four intervals, latest first, in the next one; they sum to 1. */
  readonly weights: Float64Array;
  /** Scale of the innovations, ms. */
  scaleMs(): number;
  /** A typical recent interval, ms. */
  levelMs(): number;
  /** Learns from a normal interval that followed four known ones (latest first). */
  learn(history: ArrayLike<number>, rrMs: number): void;
  /**
   * Adjusts the scale after a repaired span whose sum was `deviation` scales off; about 1 where the scale fits, so
   * a scale that is too narrow grows.
   */
  weigh(deviation: number): void;
  /** How frequent artefacts of each kind are in this heart. */
  readonly frequency: ExplanationFrequency;
}

/** @param typicalMs  a typical interval of this recording, for the scale before anything is learnt */
export function intervalModel(typicalMs: number): IntervalModel {
  const residuals = sortedWindow(WINDOW);
  const weights = Float64Array.of(1, 0, 0, 0);
  const slopes = new Float64Array(ORDER);
  const products = new Float64Array(ORDER * ORDER);
  const targets = new Float64Array(ORDER);
  const differences = new Float64Array(ORDER);
  const [ridged, lower] = [triangle(ORDER), triangle(ORDER)];
  let level = typicalMs;
  let scale = PRIOR_SHARE * typicalMs;

  const rescale = () => {
    const n = residuals.size();
    const seen = residuals.meanOfLowest(Math.max(1, Math.floor(n * KEPT_SHARE))) / KEPT_MEAN;
    const prior = n < 30 ? PRIOR_SHARE * level : Math.min(PRIOR_SHARE * level, seen);
    const weight = n < 60 ? PRIOR_BEATS : 0;
    const mixed = (seen * n + prior * weight) / (n + weight);
    scale = Math.min(CEILING_SHARE * level, Math.max(FLOOR_MS, FLOOR_SHARE * level, mixed));
  };
  const reweigh = () => {
    for (let i = 0; i < ORDER; i++) {
      for (let k = 0; k <= i; k++) ridged[i]![k] = products[i * ORDER + k]!;
      ridged[i]![i]! += RIDGE * scale * scale;
    }
    solveCholesky(cholesky(ridged, lower), targets, slopes);
    weights[0] = 1 + slopes[0]!;
    for (let k = 1; k < MEMORY; k++) weights[k] = (k < ORDER ? slopes[k]! : 0) - slopes[k - 1]!;
  };
  const accumulate = (history: ArrayLike<number>, rrMs: number) => {
    const limit = 3 * scale;
    const clip = (value: number) => Math.max(-limit, Math.min(limit, value));
    for (let k = 0; k < ORDER; k++) differences[k] = clip(history[k]! - history[k + 1]!);
    const next = clip(rrMs - history[0]!);
    const forget = 1 - 1 / WINDOW;
    for (let i = 0; i < ORDER; i++) {
      targets[i] = targets[i]! * forget + differences[i]! * next;
      for (let k = 0; k < ORDER; k++)
        products[i * ORDER + k] = products[i * ORDER + k]! * forget + differences[i]! * differences[k]!;
    }
  };

  return {
    weights,
    scaleMs: () => scale,
    levelMs: () => level,
    learn(history, rrMs) {
      let expected = 0;
      for (let k = 0; k < MEMORY; k++) expected += weights[k]! * history[k]!;
      level += (rrMs - level) / WINDOW;
      residuals.push(Math.abs(rrMs - expected));
      rescale();
      if (widestStep(history, rrMs) > TEACHING_SHARE * level) return;
      accumulate(history, rrMs);
      reweigh();
    },
    weigh(deviation) {
      residuals.push((residuals.size() < MIN_RESIDUALS ? Math.max(1, deviation) : deviation) * scale);
      rescale();
    },
    frequency: explanationFrequency(WINDOW),
  };
}

function widestStep(history: ArrayLike<number>, rrMs: number): number {
  let widest = Math.abs(rrMs - history[0]!);
  for (let k = 0; k < ORDER; k++) widest = Math.max(widest, Math.abs(history[k]! - history[k + 1]!));
  return widest;
}
