import { logistic } from '../../maths/logistic.ts';
import { normal, type Chance } from '../../maths/random.ts';
import type { CravingLabel } from '../../craving/craving-label.ts';

/** How a simulated person's craving and body are related. */
export interface PersonTraits {
  /** Share of moments with craving. */
  readonly baseRate: number;
  /** Cohen's d of arousal and of heart rate between moments with craving and without. */
  readonly d: number;
  /** Cohen's d of ln RMSSD, up in one half of people and down in the other. */
  readonly variabilityD: number;
  /** Standard deviation of the rating round 70 (craving) or 25 (none), in points. */
  readonly ratingNoise: number;
  /** Amplitude, in logits and in standard deviations, of a daily rhythm that craving and body share. */
  readonly rhythm: number;
  /** Correlation from one moment to the next of craving, and apart from it of the body. */
  readonly inertia: number;
}

/** Correlation of heart rate with arousal between moments of one kind. */
const HEART_RATE_SHARE = 0.8;

/** Gives the answers of one person, two a day at random times between 8:00 and 22:00 UTC, one call each. */
export function simulatedPerson(traits: PersonTraits, next: Chance): () => CravingLabel {
  const sign = next() < 0.5 ? -1 : 1;
  const keep = Math.sqrt(1 - traits.inertia ** 2);
  let drift = [0, 0, 0];
  let craving = next() < traits.baseRate;
  let answers = 0;
  return () => {
    const minute = (answers % 2) * 420 + 480 + Math.floor(next() * 420);
    const atMs = (Math.floor(answers / 2) * 1440 + minute) * 60_000;
    answers += 1;
    const swing = traits.rhythm * Math.sin((minute / 1440) * 2 * Math.PI);
    const chance = logistic(Math.log(traits.baseRate / (1 - traits.baseRate)) + swing);
    if (next() >= traits.inertia) craving = next() < chance;
    drift = drift.map((value) => traits.inertia * value + keep * normal(next));
    const [own, other, third] = drift as [number, number, number];
    const shift = (craving ? traits.d : 0) + swing;
    const heartRate = shift + HEART_RATE_SHARE * own + Math.sqrt(1 - HEART_RATE_SHARE ** 2) * other;
    const variability = (craving ? sign * traits.variabilityD : 0) + third;
    return {
      atMs,
      utcOffsetMin: 0,
      arousal: Math.min(1, Math.max(0, 0.4 + 0.12 * (shift + own))),
      heartRateZ: heartRate,
      lnRmssdZ: variability,
      tags: next() < 0.3 ? ['caffeine'] : [],
      said: Math.min(100, Math.max(0, (craving ? 70 : 25) + traits.ratingNoise * normal(next))),
      by: 'prompt',
    };
  };
}
