import { describe, expect, it } from 'vitest';
import type { CravingForecastTold } from '../../../../engine/index.ts';
import {
  countsText,
  cravingWithheld,
  evidenceFacts,
  forecastText,
  reliabilityText,
} from '../../../../web/features/craving/words.ts';

const head = { type: 'craving-forecast', author: 'engine', atMs: 0 } as const;
const evidence = { labels: 40, positives: 12, brier: 0.18, baseRateBrier: 0.21, falseAlarmsPerDay: 5.2 };

describe('cravingWithheld', () => {
  it('has a sentence for every reason, no two alike', () => {
    const sentences = Object.values(cravingWithheld);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].+\.$/);
    expect(new Set(sentences).size).toBe(sentences.length);
  });
});

describe('countsText', () => {
  it.each([
    [12, 3, '12 of 30 answers, 3 of 8 cravings'],
    [12, 8, '12 of 30 answers, 8 cravings'],
    [64, 22, '64 answers, 22 cravings'],
  ])('of %d and %d is "%s"', (answers, cravings, text) => {
    expect(countsText({ answers, answersNeeded: 30, cravings, cravingsNeeded: 8 })).toBe(text);
  });
});

describe('forecastText', () => {
  it('says a chance with both intervals, and that it is an estimate', () => {
    const given: CravingForecastTold = {
      ...{ ...head, probability: 0.62, evidence },
      ...{ interval80: [0.4, 0.8], interval95: [0.3, 0.88] },
    };
    const text = forecastText(given);
    for (const part of ['about 62 %', 'between 40 and 80 %', '30 to 88 %', 'An estimate'])
      expect(text).toContain(part);
  });

  it('says why there is none', () => {
    expect(forecastText({ ...head, withheld: 'too-few-labels', missing: 3 })).toContain(
      cravingWithheld['too-few-labels'],
    );
  });
});

describe('evidenceFacts and reliabilityText', () => {
  const bin = { from: 0.2, to: 0.4, count: 10, forecast: 0.31, observed: 0.2 };

  it('say the figures that a person can judge it by', () => {
    const facts = evidenceFacts({
      ...{ labels: 40, positives: 12, brier: 0.1812, baseRateBrier: 0.21, calibrationError: 0.05 },
      reliability: [],
      alarms: {
        ...{ threshold: 0.5, sensitivity: 0.5, specificity: 0.9, baseRate: 0.3, baseRateFrom: 'answers' },
        ...{ falseAlarmsPerDay: 4.48, alarmsThatAreCraving: 0.68 },
      },
    }).map(([, figure]) => figure);
    expect(facts).toEqual(['40, 12', '0.181', '0.210', 'about 4', 'about 68 %', '30 %']);
    expect(reliabilityText([{ ...bin, interval: [0.06, 0.51] }])).toBe(
      'Said 31 %: craving in 20 % of 10 answers (6 to 51 %).',
    );
  });
});
