import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cravingEstimate, judgeCraving } from '../../../engine/craving/craving-estimate.ts';
import type { CravingLabel } from '../../../engine/craving/craving-label.ts';
import { prepared } from '../../../engine/craving/craving-model.ts';
import { cravingRecord } from '../../../engine/craving/craving-record.ts';
import { cravingSettings } from '../../../engine/craving/craving-settings.ts';
import { alarmsInADay, baseRateOf } from '../../../engine/craving/false-alarms.ts';
import { simulatedPerson } from '../../../engine/research/craving/simulated-person.ts';
import { trackRecord } from '../../../engine/craving/track-record.ts';
import { chance } from '../../../engine/maths/random.ts';

const settings = cravingSettings();
const traits = { baseRate: 0.35, d: 1.5, variabilityD: 0.5, ratingNoise: 10, rhythm: 0, inertia: 0 };
const labels = Array.from({ length: 60 }, simulatedPerson(traits, chance(2)));
const now = { atMs: 1e11, utcOffsetMin: 0, tags: [], arousal: 0.6, heartRateZ: 1.5 };
const judgement = judgeCraving(labels, settings);

describe('trackRecord', () => {
  it('forecasts each answer from those before it: later ones change nothing', () => {
    const few = trackRecord(prepared(labels.slice(0, 20), settings));
    expect(trackRecord(prepared(labels, settings)).slice(0, 20)).toEqual(few);
    expect(few[0]!.baseRate).toBe(0.5);
  });

  it('learns from marks without scoring them', () => {
    const marked = labels
      .slice(0, 20)
      .map((one, i): CravingLabel => (i % 4 === 0 ? { ...one, by: 'mark' } : one));
    expect(trackRecord(prepared(marked, settings))).toHaveLength(15);
  });
});

describe('cravingEstimate', () => {
  it('says how many answers are missing for somebody new', () => {
    expect(cravingEstimate(judgeCraving([], settings), now)).toEqual({
      ...{ kind: 'withheld', reason: 'too-few-labels', missing: 30 },
    });
  });

  it('shows a probability with its intervals and all that it can be judged by', () => {
    const shown = cravingEstimate(judgement, now);
    if (shown.kind !== 'shown') throw new Error(shown.reason);
    expect(shown.probability).toBeGreaterThan(0.4);
    expect(shown.evidence.labels).toBe(60);
    expect(shown.evidence.brier).toBeLessThan(shown.evidence.baseRateBrier);
    expect(shown.evidence.reliability.reduce((sum, { count }) => sum + count, 0)).toBe(60);
    expect(shown.evidence.alarms.falseAlarmsPerDay).toBeGreaterThan(1);
  });

  it('is withheld without any body signal, whatever was learnt', () => {
    const { arousal: _a, heartRateZ: _h, ...blind } = now;
    expect(cravingEstimate(judgement, blind)).toEqual({ kind: 'withheld', reason: 'no-body-signal' });
  });

  it('is the same from the record written out as JSON and read back', () => {
    const read = cravingRecord(JSON.parse(JSON.stringify({ version: 1, labels })));
    expect(read.ok && cravingEstimate(judgeCraving(read.value.labels, settings), now)).toEqual(
      cravingEstimate(judgement, now),
    );
  });
});

describe('cravingRecord', () => {
  it('refuses what is no record, and names the label that is wrong', () => {
    const bad = (change: object) =>
      cravingRecord({ version: 1, labels: [labels[0], { ...labels[1], ...change }] });
    for (const json of [null, [], {}, { version: 2, labels: [] }, { version: 1, labels: {} }])
      expect(cravingRecord(json)).toEqual({ ok: false, fault: { code: 'not-a-craving-record' } });
    const changes = [
      ...[
        { atMs: 'now' },
        { atMs: NaN },
        { said: 101 },
        { said: 'perhaps' },
        { by: 'guess' },
        { arousal: 2 },
      ],
      ...[
        { propensity: 0 },
        { heartRateZ: Infinity },
        { tags: [1] },
        { utcOffsetMin: 5000 },
        { lnRmssdZ: '1' },
      ],
    ];
    for (const change of changes)
      expect(bad(change)).toEqual({ ok: false, fault: { code: 'bad-label', index: 1 } });
    expect(bad({}).ok).toBe(true);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (json) => void cravingRecord(json)));
  });
});

describe('alarmsInADay', () => {
  it('gives what 75.7 % of both does at 41 cravings in 120 days: 47 false alarms, 0.5 % right', () => {
    // Carreiro 2020's sensitivity and specificity; 194 windows a day, of which 41/120 are craving.
    const day = alarmsInADay({
      ...{ sensitivity: 0.757, specificity: 0.757, windowsPerDay: 194, baseRate: 41 / 120 / 194 },
    });
    expect(day.falseAlarmsPerDay).toBeCloseTo(47, 0);
    expect(day.alarmsThatAreCraving).toBeCloseTo(0.0055, 4);
  });

  it('counts false alarms among the moments without craving only', () => {
    const day = alarmsInADay({ sensitivity: 0.8, specificity: 0.9, baseRate: 0.5, windowsPerDay: 64 });
    expect(day.falseAlarmsPerDay).toBeCloseTo(3.2, 10);
    expect(day.alarmsThatAreCraving).toBeCloseTo(0.4 / 0.45, 10);
  });

  it('has no share of alarms where there are none', () => {
    const silent = alarmsInADay({ sensitivity: 0, specificity: 1, baseRate: 0.3, windowsPerDay: 64 });
    expect(silent).toEqual({ falseAlarmsPerDay: 0, alarmsThatAreCraving: undefined });
  });
});

describe('baseRateOf', () => {
  it('undoes the bias of asking more often when uncertain', () => {
    const next = chance(6);
    const prompts = Array.from({ length: 40_000 }, () => {
      const uncertain = next() < 0.2;
      return { craving: next() < (uncertain ? 0.6 : 0.1), propensity: uncertain ? 0.12 : 0.02 };
    }).filter(({ propensity }) => next() < propensity);
    const { baseRate, baseRateFrom } = baseRateOf(prompts, []);
    expect(baseRateFrom).toBe('prompts');
    expect(baseRate).toBeCloseTo(0.2, 1);
    expect(prompts.filter(({ craving }) => craving).length / prompts.length).toBeGreaterThan(0.3);
  });
});

describe('cravingSettings', () => {
  it('refuses a value outside its range and names it', () => {
    expect(() => cravingSettings({ cravingRating: 0 })).toThrow(/cravingRating must be within 1–100 points/);
    expect(cravingSettings({ cravingRating: 60 }).cravingRating).toBe(60);
  });
});
