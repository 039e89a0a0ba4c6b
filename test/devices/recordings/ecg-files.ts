import { simulateHeart, syntheticEcg } from '../../../devices/index.ts';

/** An ECG of our own to put into files: a minute of a calm heart, and where its beats are. */
export const RATE_HZ = 200;
const heart = simulateHeart({ seed: 5 }, 60).observed;
const ECG = syntheticEcg(heart, { seed: 5, rateHz: RATE_HZ, noise: 0.03, drift: 0.3 });
export const BEATS_S: readonly number[] = heart.map(({ atS }) => atS);
/** In steps of 1/200 of the R wave, so that they fit into 10 bits. */
export const WORDS: readonly number[] = Array.from(ECG, (one) =>
  Math.max(-500, Math.min(500, Math.round(one * 200))),
);

/** How many of our beats end an interval there, to 30 ms, and how many intervals end elsewhere. */
export function agreement(endsMs: readonly number[], beatsS = BEATS_S): { found: number; besides: number } {
  const found = beatsS.filter((beat) => endsMs.some((end) => Math.abs(end / 1000 - beat) < 0.03)).length;
  const besides = endsMs.filter((end) => !beatsS.some((beat) => Math.abs(end / 1000 - beat) < 0.03)).length;
  return { found, besides };
}
