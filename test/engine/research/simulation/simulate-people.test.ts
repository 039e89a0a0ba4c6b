import { describe, expect, it } from 'vitest';
import { engineConfig, evenPolicy, type SessionEvent } from '../../../../engine/index.ts';
import {
  ARMS,
  effectSize,
  ENGINE_ARMS,
  modelOf,
  RESPONSE_MODELS,
  simulatePerson,
} from '../../../../engine/research/index.ts';

const plan = { sessions: 2, seed: 11 };

describe('simulatePerson', () => {
  it('gives the same twice, whatever leads', () => {
    for (const arm of ARMS) {
      const who = { number: 3, model: modelOf(3), arm };
      expect(simulatePerson(who, plan)).toEqual(simulatePerson(who, plan));
    }
  });

  it('meets the same person on the same day under every arm: where music does nothing, all end alike', () => {
    const [first, ...rest] = ARMS.map(
      (arm) => simulatePerson({ number: 5, model: 'nothing', arm }, plan).results,
    );
    for (const results of rest) expect(results).toEqual(first);
  });

  it('breaks no promise of dosing in a hundred sessions', () => {
    for (const arm of ENGINE_ARMS) {
      for (let number = 0; number < 14; number++) {
        const { checks } = simulatePerson({ number, model: modelOf(number), arm }, plan);
        expect(checks).toMatchObject({ sessions: 2, shieldBroken: 0, jumps: 0, flutters: 0 });
        expect(checks!.decisions).toBeGreaterThan(2);
      }
    }
  });

  it('logs decisions under the policy that it is given, numbered without a hole', () => {
    const logs: (readonly SessionEvent[])[] = [];
    simulatePerson(
      { number: 1, model: 'iso', arm: 'pi0' },
      { ...plan, policy: evenPolicy, each: (log) => logs.push(log) },
    );
    for (const log of logs) {
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_, i) => i));
      const policies = log.flatMap((event) => (event.type === 'decision' ? [event.policy] : []));
      expect(new Set(policies)).toEqual(new Set(['even']));
    }
  });

  it('goes round the response models', () => {
    expect(RESPONSE_MODELS.map((_, i) => modelOf(i))).toEqual(RESPONSE_MODELS);
    expect(modelOf(RESPONSE_MODELS.length)).toBe(RESPONSE_MODELS[0]);
  });
});

describe('effectSize', () => {
  it('is that of the trials under a working model, nothing under nothing and a loss under harm', () => {
    const of = (model: 'taste' | 'nothing' | 'harm') =>
      effectSize(model, { people: 120, seed: 4 }, engineConfig());
    // A hundred and twenty people leave a standard error of 0.13.
    expect(Math.abs(of('taste').arousal - 0.38)).toBeLessThan(0.33);
    expect(of('nothing')).toEqual({ arousal: 0, craving: 0 });
    expect(of('harm').arousal).toBeLessThan(-0.1);
  });
});
