import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_QUIET,
  promptDecision,
  type AskedPrompt,
  type PromptMoment,
} from '../../../engine/craving/craving-prompt.ts';
import { isQuiet, localDay, minuteOfDay } from '../../../engine/craving/local-time.ts';
import { chance } from '../../../engine/maths/random.ts';

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 2, 10, 12);
const certain = { probability: 0.1, interval80: [0.05, 0.2], interval95: [0.02, 0.3] } as const;
const unsure = { probability: 0.5, interval80: [0.2, 0.8], interval95: [0.1, 0.9] } as const;
const at = (atMs: number, about: Partial<PromptMoment> = {}): PromptMoment => ({
  ...{ atMs, utcOffsetMin: 0, activated: false },
  ...about,
});
const always = () => 0;
const free = { asked: [], quiet: DEFAULT_QUIET };

describe('isQuiet', () => {
  it.each([
    ['the minute it begins', 22, 0, true],
    ['after midnight', 3, 0, true],
    ['the last minute', 7, 59, true],
    ['the minute it ends', 8, 0, false],
    ['by day', 15, 0, false],
  ])('%s', (_, hour, minute, quiet) => {
    expect(isQuiet(DEFAULT_QUIET, at(Date.UTC(2026, 0, 5, hour, minute)))).toBe(quiet);
  });

  it('does not span midnight where it begins before it ends, and lasts all day where they are equal', () => {
    expect(isQuiet({ fromMin: 60, toMin: 120 }, at(Date.UTC(2026, 0, 5, 1, 30)))).toBe(true);
    expect(isQuiet({ fromMin: 60, toMin: 120 }, at(Date.UTC(2026, 0, 5, 2)))).toBe(false);
    expect(isQuiet({ fromMin: 60, toMin: 60 }, at(NOON))).toBe(true);
  });

  it('follows the clock on the wall through the change to summer time', () => {
    // Berlin, 29 March 2026: 01:00 UTC is when 02:00 becomes 03:00.
    const before = { atMs: Date.UTC(2026, 2, 28, 6, 30), utcOffsetMin: 60 };
    const after = { atMs: Date.UTC(2026, 2, 29, 6, 30), utcOffsetMin: 120 };
    expect([minuteOfDay(before), minuteOfDay(after)]).toEqual([450, 510]);
    expect([isQuiet(DEFAULT_QUIET, before), isQuiet(DEFAULT_QUIET, after)]).toEqual([true, false]);
  });

  it('counts days before 1970 and west of Greenwich downwards', () => {
    expect(localDay({ atMs: 0, utcOffsetMin: -60 })).toBe(-1);
    expect(minuteOfDay({ atMs: 0, utcOffsetMin: -60 })).toBe(23 * 60);
  });
});

describe('promptDecision', () => {
  it('asks at random, and asks of the body only when it looks activated', () => {
    expect(promptDecision(free, at(NOON), always)).toEqual({
      ...{ ask: true, reason: 'random', question: 'how-strong' },
      propensity: 1 / 56,
    });
    expect(promptDecision(free, at(NOON, { activated: true }), always)).toMatchObject({
      question: 'what-is-this',
    });
  });

  it('asks more often when the forecast is uncertain, and says how likely that was', () => {
    const draw = () => 0.05;
    expect(promptDecision(free, at(NOON, { forecast: certain }), draw)).toMatchObject({ ask: false });
    const asked = promptDecision(free, at(NOON, { forecast: unsure }), draw);
    expect(asked).toMatchObject({ ask: true, reason: 'uncertain' });
    expect(asked.propensity).toBeCloseTo(1 / 56 + 0.1, 12);
  });

  it('asks about uncertainty once a day at most, so that a random one stays possible', () => {
    const state = { ...free, asked: [{ ...at(NOON - 3 * HOUR), reason: 'uncertain' as const }] };
    const decision = promptDecision(state, at(NOON, { forecast: unsure }), () => 0.05);
    expect(decision).toMatchObject({ ask: false, reason: 'not-drawn', propensity: 1 / 56 });
  });

  it('leaves people alone for two hours after they said it', () => {
    const state = (hours: number) => ({ ...free, lastAnswerAtMs: NOON - hours * HOUR });
    expect(promptDecision(state(1.9), at(NOON), always)).toMatchObject({ reason: 'too-soon', propensity: 0 });
    expect(promptDecision(state(2), at(NOON), always).ask).toBe(true);
  });

  it('does not ask a third time on a date that travel made longer than 24 hours', () => {
    const tokyo = Date.UTC(2026, 5, 1, 0, 30);
    const asked: AskedPrompt[] = [0, 3].map((h) => ({
      ...{ atMs: tokyo + h * HOUR, utcOffsetMin: 540, reason: 'random' },
    }));
    // 27.5 hours later it is still the first of June in Honolulu.
    const honolulu = at(tokyo + 30.5 * HOUR, { utcOffsetMin: -600 });
    expect(localDay(honolulu)).toBe(localDay(asked[0]!));
    expect(promptDecision({ ...free, asked }, honolulu, always)).toMatchObject({ reason: 'enough-today' });
  });

  it('asks with the probability it states', () => {
    const next = chance(7);
    const draws = 20_000;
    let asked = 0;
    for (let i = 0; i < draws; i++)
      if (promptDecision(free, at(NOON, { forecast: unsure }), next).ask) asked += 1;
    const p = 1 / 56 + 0.1;
    expect(Math.abs(asked / draws - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / draws));
  });

  it('never asks in quiet hours nor more than twice in 24 hours or on one date, whatever the history', () => {
    const steps = fc.array(
      fc.record({
        minutes: fc.integer({ min: -300, max: 600 }),
        offset: fc.constantFrom(-600, -60, 0, 60, 120, 540, 840),
        stays: fc.boolean(),
        uncertain: fc.boolean(),
        draw: fc.constantFrom(0, 0.01, 0.05, 0.9),
      }),
      { maxLength: 200 },
    );
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(steps, minute, minute, (path, fromMin, toMin) => {
        const asked: AskedPrompt[] = [];
        const quiet = { fromMin, toMin };
        let now = NOON;
        let utcOffsetMin = 60;
        for (const { minutes, offset, stays, uncertain, draw } of path) {
          now += minutes * 60_000;
          if (!stays) utcOffsetMin = offset;
          const moment = at(now, { utcOffsetMin, forecast: uncertain ? unsure : certain });
          const decision = promptDecision({ asked, quiet }, moment, () => draw);
          if (!decision.ask) continue;
          asked.push({ atMs: now, utcOffsetMin, reason: decision.reason });
          expect(isQuiet(quiet, moment)).toBe(false);
        }
        for (const one of asked) {
          const day = asked.filter((other) => other.atMs >= one.atMs && other.atMs < one.atMs + 24 * HOUR);
          const date = asked.filter((other) => localDay(other) === localDay(one));
          expect(Math.max(day.length, date.length)).toBeLessThanOrEqual(2);
        }
      }),
      { numRuns: 300 },
    );
  });
});
