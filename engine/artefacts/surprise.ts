import type { Innovation } from './interval-filter.ts';

/** One beat in twenty follows an event that no rhythm predicts: a sigh, a movement, a swallow (J). */
const EVENT_CHANCE = 0.05;
/** Such an event changes an interval by about this share, however calm the heart is (J). */
const EVENT_SHARE = 0.05;
const GAUSS = 1 / Math.sqrt(2 * Math.PI);
/** Density of Student's t with 3 degrees of freedom at 0. */
const STUDENT_3 = 0.36755;

/**
 * Minus the log density (1/ms) of an innovation. Ordinary beats are Gaussian at the learnt scale; a few
 * follow an event, whose size is a share of the interval and not of the scale. So a calm heart has
 * heavy tails and a lively one has light tails.
 */
export function surprise({ error, variance }: Innovation, levelMs: number): number {
  const eventVariance = variance + (EVENT_SHARE * levelMs) ** 2;
  const ordinary = (GAUSS / Math.sqrt(variance)) * Math.exp((-0.5 * error * error) / variance);
  const tail = 1 + (error * error) / (3 * eventVariance);
  const event = STUDENT_3 / (Math.sqrt(eventVariance) * tail * tail);
  return -Math.log((1 - EVENT_CHANCE) * ordinary + EVENT_CHANCE * event);
}

/** No innovation of a variance of at least `scaleMs`² is less surprising than this. */
export const leastSurprise = (scaleMs: number): number => Math.log(scaleMs / GAUSS);
