import { describe, expect, it } from 'vitest';
import {
  BUILT_IN_MODULES,
  chance,
  engineConfig,
  evenPolicy,
  rulePolicy,
  studyPolicy,
  yokedDoses,
  type SessionEvent,
} from '../../../../engine/index.ts';
import { dosingChecks, simulatePerson } from '../../../../engine/research/index.ts';
import { dosing } from '../../../../engine/dosing/dosing.ts';
import { sessionPolicies } from '../../../../engine/dosing/policies/session-policies.ts';
import type { Signal } from '../../../../engine/session/signal.ts';
import { started } from '../../../support/session-inputs.ts';

const config = engineConfig();
const eligible = BUILT_IN_MODULES.slice(0, 3);
const about = { sounding: eligible[1]!.id, craving: undefined, phase: 'shift' };

describe('studyPolicy("mrt")', () => {
  const mrt = studyPolicy('mrt', config);

  it('logs what both sides of the coin come to', () => {
    const [even, rules] = [evenPolicy, rulePolicy(config)].map(
      (policy) => policy.pick(eligible, { ...about, arousal: 0.5 }, chance(1)).probabilities,
    );
    const { probabilities } = mrt.pick(eligible, { ...about, arousal: 0.5 }, chance(1));
    probabilities.forEach((p, i) => expect(p).toBeCloseTo((even![i]! + rules![i]!) / 2, 5));
  });

  it('is the rules where nothing can be seen', () => {
    const context = { ...about, arousal: undefined };
    const { probabilities } = mrt.pick(eligible, context, chance(1));
    expect(probabilities).toEqual(rulePolicy(config).pick(eligible, context, chance(1)).probabilities);
  });

  it('chooses as often as it says', () => {
    const next = chance(3);
    const [picks, context] = [6000, { ...about, arousal: 0.5 }];
    const stayed = Array.from({ length: picks }, () => mrt.pick(eligible, context, next).chosen.id).filter(
      (id) => id === about.sounding,
    ).length;
    const { probabilities } = mrt.pick(eligible, context, next);
    // Four standard deviations of a binomial count.
    expect(Math.abs(stayed - picks * probabilities[1]!)).toBeLessThan(4 * Math.sqrt(picks / 4));
  });
});

/** A session of a virtual person who presses nothing, led by the rules. */
function donor(): readonly SessionEvent[] {
  const logs: (readonly SessionEvent[])[] = [];
  const each = (log: readonly SessionEvent[]) => void logs.push(log);
  simulatePerson({ number: 8, model: 'iso', arm: 'pi0' }, { sessions: 8, seed: 2, each });
  return logs.find((log) => log.every(({ type }) => type !== 'press'))!;
}

/** What a session with these doses plays while its own estimate stays at a level. */
function sham(doses: ReturnType<typeof yokedDoses>, arousal: number): readonly SessionEvent[] {
  const log: SessionEvent[] = [];
  const emit = (signal: Signal): void => {
    if ('author' in signal) log.push({ seq: log.length, ...signal });
  };
  const step = dosing(config, sessionPolicies(config));
  step({ ...started({ atMs: 5000 }), protocol: 'craving-session', yoked: doses }, emit);
  for (let s = 1; s <= 600; s++) {
    const atMs = 5000 + 1000 * s;
    const estimate = {
      type: 'arousal',
      author: 'engine',
      atMs,
      value: arousal,
      sd: 0.1,
      low: 0,
      high: 1,
    } as const;
    const heart = {
      type: 'hrv',
      author: 'engine',
      atMs,
      windowS: 60,
      beats: 70,
      coverage: 1,
      corrected: 0,
    } as const;
    step({ ...heart, meanHrBpm: 70 }, emit);
    step({ ...estimate, quality: 1, reasons: [] }, emit);
    step({ type: 'step', atMs }, emit);
  }
  return log;
}

describe('a sham session', () => {
  const doses = yokedDoses(donor());

  it('gives the doses of another, at their times, whatever the own heart does', () => {
    expect(doses.length).toBeGreaterThan(3);
    for (const arousal of [0.1, 0.9]) {
      const given = yokedDoses(sham(doses, arousal));
      expect(given.map(({ module, level }) => [module, level])).toEqual(
        doses.map(({ module, level }) => [module, level]),
      );
      given.forEach(({ atS }, i) => expect(Math.abs(atS - doses[i]!.atS)).toBeLessThanOrEqual(1));
    }
  });

  it('keeps the promises of dosing with doses that break them', () => {
    const wild = Array.from({ length: 60 }, (_, i) => ({
      ...{ atS: 10 * i, module: i % 2 ? 'open-road' : 'cradle' },
      ...(i % 2 ? ({ family: 'activating', level: 5 } as const) : ({ family: 'calming', level: 1 } as const)),
    }));
    const checks = dosingChecks(sham(wild, 0.5));
    expect(checks).toMatchObject({ shieldBroken: 0, jumps: 0, flutters: 0 });
    expect(checks.decisions).toBeGreaterThan(5);
  });
});
