import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_MODULES } from '../../../../engine/index.ts';
import { chance } from '../../../../engine/maths/random.ts';
import { rulePolicy } from '../../../../engine/dosing/policies/rule-policy.ts';

const pi0 = rulePolicy({ continuityWeight: 3, unjudgedWeight: 0.1 });
const about = (sounding: string | undefined) =>
  ({ sounding, arousal: undefined, craving: undefined, phase: 'shift' }) as const;
const three = BUILT_IN_MODULES.slice(0, 3);
const sounding = three[1]!.id;

describe('rulePolicy', () => {
  it('gives the module that sounds three times the probability of another', () => {
    const { probabilities } = pi0.pick(three, about(sounding), chance(1));
    expect(probabilities).toEqual([0.2, 0.6, 0.2]);
  });

  it('gives a track that nobody has judged a tenth of it', () => {
    const unjudged = { ...three[0]!, trigger: 'unknown' } as const;
    const { probabilities } = pi0.pick([unjudged, three[1]!], about(undefined), chance(1));
    expect(probabilities).toEqual([0.090909, 0.909091]);
  });

  it('chooses as often as it says', () => {
    const next = chance(5);
    const counts = new Map<string, number>();
    for (let i = 0; i < 10_000; i++) {
      const { id } = pi0.pick(three, about(sounding), next).chosen;
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    // Three standard deviations of a binomial count.
    expect(Math.abs(counts.get(sounding)! - 6000)).toBeLessThan(150);
  });

  it('chooses from what is eligible whatever chance says', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (draw) => {
        expect(three).toContain(pi0.pick(three, about(undefined), () => draw).chosen);
      }),
    );
  });

  it('refuses an empty set', () => {
    expect(() => pi0.pick([], about(undefined), chance(1))).toThrow(RangeError);
  });
});
