import { STROKE, type OnsetEnvelope } from './onset-envelope.ts';

/** Strokes nearer than this are heard as one: a rolled chord, a strum. Seconds. */
const ONE_STROKE_S = 0.05;
/** A stroke stands out from the half second around it. */
const AROUND_S = 0.25;
/** By so much of what the strongest strokes have, and no less than a stroke has. */
const SHARE = 0.07;
/** Which of the values, sorted, counts as a strong stroke: a single bang must not hide the rest. */
const STRONG = 0.99;

/**
 * When notes begin, s from the start: the peaks of the envelope that stand out from what is around them.
 * Source: the picking rule of Böck, Krebs & Schedl 2012, "Evaluating the online
 * capabilities of onset detection methods".
 */
export function onsetTimes({ values, perSecond, firstS }: OnsetEnvelope): number[] {
  const around = Math.round(AROUND_S * perSecond);
  const reach = Math.round(ONE_STROKE_S * perSecond);
  const strong = Float32Array.from(values).sort()[Math.floor(STRONG * (values.length - 1))] ?? 0;
  const least = Math.max(STROKE, SHARE * strong);
  const times: number[] = [];
  let last = -Infinity;
  for (let n = 1; n + 1 < values.length; n++) {
    const value = values[n]!;
    if (value < least || value <= values[n - 1]! || n - last <= reach) continue;
    const near = values.subarray(Math.max(0, n - reach), n + reach + 1);
    if (near.some((other) => other > value)) continue;
    const wide = values.subarray(Math.max(0, n - around), n + around + 1);
    if (value < median(wide) + least) continue;
    times.push(firstS + n / perSecond);
    last = n;
  }
  return times;
}

const median = (values: Float32Array): number => Float32Array.from(values).sort()[values.length >> 1]!;
