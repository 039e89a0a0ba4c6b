import { describe, expect, it } from 'vitest';
import {
  engineConfig,
  freshState,
  learnFromSession,
  readState,
  thompsonPolicy,
} from '../../../../engine/index.ts';
import { BUILT_IN_MODULES, chance, type LearnedState } from '../../../../engine/index.ts';
import { arousal, decision, ended, logOf, pressed, rating, started } from './logs.ts';

const steady = [arousal(10, 0.5), arousal(300, 0.5)] as const;
const session = (module: string, fall: number) =>
  logOf(rating(0, 60), decision(0, module), ...steady, rating(310, 60 - fall, 'after'), ended(311));

/** Piece A helps by ten points more than piece B. */
function taught(sessions: number): LearnedState {
  let state = freshState();
  for (let i = 0; i < sessions; i++) {
    state = learnFromSession(state, i % 2 === 0 ? session('still-water', 20) : session('night-harp', 10));
  }
  return state;
}

const pair = ['still-water', 'night-harp'].map((id) => BUILT_IN_MODULES.find((module) => module.id === id)!);
const context = { sounding: undefined, arousal: 0.5, craving: 60, phase: 'match' };
const chancesAfter = (state: LearnedState) =>
  thompsonPolicy(engineConfig(), { state, consent: true }).pick(pair, context, chance(1)).probabilities;

describe('learnFromSession', () => {
  it('centres what was chosen on what was to be expected', () => {
    const { features, moment } = learnFromSession(freshState(), session('still-water', 20));
    const of = (name: string) => moment[features.indexOf(name)]!;
    // Chosen with 0.75: (1 − 0.75)·20 for it and (0 − 0.25)·20 for the other.
    expect([of('effect:module:still-water'), of('effect:module:night-harp')]).toEqual([5, -5]);
    expect(of('expected:module:still-water')).toBe(15);
  });

  it('comes to prefer what helped, more with every session', () => {
    const [none, some, many] = [0, 10, 60].map((sessions) => chancesAfter(taught(sessions))[0]!);
    expect(none).toBeCloseTo(0.5, 1);
    expect(some).toBeGreaterThan(none! + 0.1);
    expect(many).toBeGreaterThan(some!);
  });

  it('learns where to meet the person, from the rules’ own place on', () => {
    const probabilities = [0.2, 0.6, 0.2];
    const met = (below: 1 | 3, fall: number) =>
      logOf(
        started({ meeting: { below, probabilities } }),
        rating(0, 60),
        decision(0, 'still-water'),
        ...steady,
        rating(310, 60 - fall, 'after'),
        ended(311),
      );
    const placesAfter = (sessions: number) => {
      let state = freshState();
      for (let i = 0; i < sessions; i++)
        state = learnFromSession(state, i % 2 === 0 ? met(1, 20) : met(3, 5));
      return thompsonPolicy(engineConfig(), { state, consent: true }).meet?.() ?? [];
    };
    const [fresh, taughtPlaces] = [placesAfter(0), placesAfter(60)];
    expect(fresh[1]).toBeGreaterThan(fresh[0]! + 0.1);
    expect(taughtPlaces[0]).toBeGreaterThan(fresh[0]! + 0.2);
    expect(Math.min(...taughtPlaces)).toBeGreaterThanOrEqual(0.05);
  });

  it('learns from the estimate more than a session is worth by it', () => {
    const falls = logOf(
      rating(0, 60),
      decision(0, 'still-water'),
      arousal(10, 0.6),
      arousal(300, 0.5),
      rating(310, 60),
      ended(311),
    );
    const { features, moment } = learnFromSession(freshState(), falls);
    // 100 points for a whole scale: 0.25 · 100 · 0.1.
    expect(moment[features.indexOf('effect:module:still-water')]).toBeCloseTo(2.5, 6);
  });

  it('never rules a piece out', () => {
    expect(Math.min(...chancesAfter(taught(400)))).toBeCloseTo(0.075, 6);
  });

  it('learns nothing from a press, a poor signal or a session without a strap, but counts the session', () => {
    const pressedOnly = decision(0, 'still-water', { reason: 'asked-skip' });
    const logs = [
      logOf(rating(0, 60), pressedOnly, ...steady, pressed(5, 'skip'), rating(310, 20), ended(311)),
      logOf(rating(0, 60), decision(0, 'still-water'), arousal(10, 0.9, 0.1), rating(310, 20), ended(311)),
      logOf(rating(0, 60), decision(0, 'still-water'), rating(310, 20), ended(311)),
    ];
    for (const log of logs) {
      expect(learnFromSession(freshState(), log)).toMatchObject({ sessions: 1, observations: 0, gram: [] });
    }
  });

  it('changes nothing in the state that it was given', () => {
    const before = Object.freeze(taught(3));
    const kept = JSON.stringify(before);
    learnFromSession(before, session('still-water', 20));
    expect(JSON.stringify(before)).toBe(kept);
  });
});

describe('readState', () => {
  it('reads what was written', () => {
    const state = taught(4);
    expect(readState(JSON.stringify(state))).toEqual({ ok: true, value: state });
  });

  it.each([
    ['{', 'not-json'],
    ['null', 'not-a-state'],
    ['{"kind":"other"}', 'not-a-state'],
    ['{"kind":"attune-learned-policy","version":7}', 'other-version'],
    ['{"kind":"attune-learned-policy","version":1}', 'changed-by-hand'],
    [JSON.stringify({ ...taught(2), sessions: 9 }), 'changed-by-hand'],
  ])('refuses %s', (text, code) => {
    expect(readState(text)).toEqual({ ok: false, fault: { code } });
  });
});
