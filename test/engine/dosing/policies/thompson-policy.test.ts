import { describe, expect, it } from 'vitest';
import {
  BUILT_IN_MODULES,
  chance,
  engineConfig,
  freshState,
  learnFromSession,
  rulePolicy,
  thompsonPolicy,
  type SessionEvent,
} from '../../../../engine/index.ts';
import { simulatePerson } from '../../../../engine/research/index.ts';
import { sealed } from '../../../../engine/dosing/learning/learned-state.ts';

const config = engineConfig();
const calming = BUILT_IN_MODULES.filter(({ family }) => family === 'calming');
const context = { sounding: calming[0]!.id, arousal: 0.6, craving: 55, phase: 'shift' };
const logs: (readonly SessionEvent[])[] = [];
simulatePerson(
  { number: 0, model: 'taste', arm: 'pi0' },
  { sessions: 6, seed: 5, each: (log) => logs.push(log) },
);
const state = logs.reduce((known, log) => learnFromSession(known, log), freshState());

describe('thompsonPolicy', () => {
  it('names its version and its state', () => {
    expect(thompsonPolicy(config, { state, consent: true }).name).toBe(`thompson@1:${state.hash}`);
  });

  it('chooses as often as its probabilities say, and the same for the same seed', () => {
    const policy = thompsonPolicy(config, { state, consent: true });
    const next = chance(3);
    const counts = new Map<string, number>();
    for (let i = 0; i < 4000; i++) {
      const { id } = policy.pick(calming, context, next).chosen;
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const { probabilities } = policy.pick(calming, context, chance(3));
    calming.forEach(({ id }, i) => {
      expect(Math.abs((counts.get(id) ?? 0) / 4000 - probabilities[i]!)).toBeLessThan(0.03);
    });
    expect(policy.pick(calming, context, chance(9))).toEqual(policy.pick(calming, context, chance(9)));
  });

  it('takes the only piece there is, and says so where there is none', () => {
    const policy = thompsonPolicy(config, { state, consent: true });
    expect(policy.pick([calming[1]!], context, chance(1))).toEqual({
      chosen: calming[1],
      probabilities: [1],
    });
    expect(() => policy.pick([], context, chance(1))).toThrow(RangeError);
  });

  it('is the rule policy without consent', () => {
    const policy = thompsonPolicy(config, { state, consent: false });
    expect(policy.name).toBe('pi0');
    expect(policy.pick(calming, context, chance(4))).toEqual(
      rulePolicy(config).pick(calming, context, chance(4)),
    );
  });

  it('is the rule policy from the moment it is stopped', () => {
    let stopped = false;
    const policy = thompsonPolicy(config, { state, consent: true, stopped: () => stopped });
    expect(policy.name).toMatch(/^thompson/);
    stopped = true;
    expect(policy.name).toBe('pi0');
    expect(policy.pick(calming, context, chance(4))).toEqual(
      rulePolicy(config).pick(calming, context, chance(4)),
    );
  });

  it('refuses a state that was changed, is broken or could not have been learned', () => {
    const { hash: _, ...open } = state;
    const broken = [
      { ...state, moment: state.moment.map(() => 1) },
      sealed({ ...open, moment: open.moment.map(() => Number.NaN) }),
      sealed({ ...open, gram: open.gram.map((row) => row.map((value) => -1000 * value)) }),
    ];
    for (const one of broken) {
      const policy = thompsonPolicy(config, { state: one, consent: true });
      expect(policy.name).toBe('pi0 (learned state refused)');
      expect(policy.pick(calming, context, chance(4))).toEqual(
        rulePolicy(config).pick(calming, context, chance(4)),
      );
    }
  });
});
