import { describe, expect, it } from 'vitest';
import {
  RESPONSE_MODELS,
  sessionDay,
  virtualPerson,
  type ResponseModel,
} from '../../../../engine/research/index.ts';
import { soothing } from '../../../../engine/research/simulation/response-models.ts';
import {
  sleep,
  soothingNow,
  virtualListener,
} from '../../../../engine/research/simulation/virtual-listener.ts';

const calm = { module: 'still-water', family: 'calming', level: 1 } as const;
const lively = { module: 'open-road', family: 'activating', level: 5 } as const;
const only = (account: 'sedative' | 'iso' | 'taste' | 'habituating') => ({
  sedative: 0,
  iso: 0,
  taste: 0,
  habituating: 0,
  [account]: 1,
});

describe('soothing', () => {
  it('falls from 1 to −1 along the ladder where the quieter is the better', () => {
    expect(soothing(only('sedative'), calm, 0.5)).toBe(1);
    expect(soothing(only('sedative'), lively, 0.5)).toBe(-1);
  });

  it('is best a rung below where the person is, under iso', () => {
    // Felt at rung 4 of 0–5: best at rung 3, activating 3.
    const at3 = { module: 'm', family: 'activating', level: 3 } as const;
    expect(soothing(only('iso'), at3, 0.8)).toBeCloseTo(1, 9);
    expect(soothing(only('iso'), calm, 0.8)).toBeCloseTo(Math.exp(-2), 9);
  });

  it('does not look at the level under taste', () => {
    expect(soothing(only('taste'), calm, 0.2)).toBe(soothing(only('taste'), lively, 0.9));
  });

  it('is nothing in silence', () => {
    expect(soothing(only('sedative'), { module: 'silence', family: 'silence', level: 1 }, 0.5)).toBe(0);
  });
});

const listen = (model: ResponseModel, cue: typeof calm | undefined, seconds = 600) => {
  const person = virtualPerson(3, 1, model);
  const listener = virtualListener(person, 0, { day: sessionDay(person, 0), habit: new Map() });
  for (let s = 0; s < seconds; s++) listener.second(cue);
  return { arousal: listener.arousal, craving: listener.craving };
};

describe('virtualListener', () => {
  it('is the same person on the same day every time', () => {
    for (const model of RESPONSE_MODELS) expect(listen(model, calm)).toEqual(listen(model, calm));
  });

  it('hears nothing in music where music does nothing', () => {
    expect(listen('nothing', calm)).toEqual(listen('nothing', undefined));
  });

  it('stays on its scales', () => {
    for (const model of RESPONSE_MODELS) {
      const { arousal, craving } = listen(model, calm);
      expect(arousal).toBeGreaterThanOrEqual(0);
      expect(arousal).toBeLessThanOrEqual(1);
      expect(craving).toBeGreaterThanOrEqual(0);
      expect(craving).toBeLessThanOrEqual(100);
    }
  });
});

describe('soothingNow', () => {
  it('wears off with hearing, and comes back in part overnight', () => {
    const drawn = virtualPerson(3, 1, 'habituating');
    const person = { ...drawn, liking: new Map<string, number>() };
    const habit = new Map<string, number>();
    const now = () => soothingNow(person, calm, { arousal: 0.3, habit });
    const fresh = now();
    habit.set(calm.module, person.habitMin);
    expect(now() / fresh).toBeCloseTo(Math.exp(-1), 9);
    sleep(person, habit);
    expect(now() / fresh).toBeCloseTo(Math.exp(-0.25), 9);
  });
});
