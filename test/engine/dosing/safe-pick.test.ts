import { describe, expect, it } from 'vitest';
import { BUILT_IN_MODULES, chance, type DosingPolicy } from '../../../engine/index.ts';
import { safePick } from '../../../engine/dosing/safe-pick.ts';

const eligible = BUILT_IN_MODULES.slice(0, 2);
const context = { sounding: undefined, arousal: undefined, craving: undefined, phase: 'shift' };
const picked = (pick: DosingPolicy['pick']) =>
  safePick({ name: 'test', pick }, eligible, { context, next: chance(1) });

describe('safePick', () => {
  it('gives a sound pick as it is', () => {
    const pick = { chosen: eligible[1]!, probabilities: [0.25, 0.75] };
    expect(picked(() => pick)).toEqual(pick);
  });

  it.each([
    ['one is missing', [1]],
    ['one is no number', [NaN, 1]],
    ['one is below zero', [-0.5, 1.5]],
    ['they sum to more', [0.6, 0.6]],
    ['the chosen one could not be', [1, 0]],
  ])('refuses probabilities of which %s', (_, probabilities) => {
    expect(picked(() => ({ chosen: eligible[1]!, probabilities }))).toBe('bad-probabilities');
  });

  it('refuses a module from elsewhere, also one that was slipped into the set', () => {
    const elsewhere = BUILT_IN_MODULES[5]!;
    const slip: DosingPolicy['pick'] = (set) => {
      (set as unknown[]).push(elsewhere);
      return { chosen: elsewhere, probabilities: [0, 1] };
    };
    expect(picked(slip)).toBe('chose-outside');
  });

  it('survives a policy that throws or gives nothing', () => {
    expect(
      picked(() => {
        throw new Error('no');
      }),
    ).toBe('threw');
    expect(picked(() => undefined as never)).toBe('threw');
  });
});
