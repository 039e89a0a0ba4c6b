import { describe, expect, it } from 'vitest';
import { loggedSession } from '../../../../engine/index.ts';
import { rewardOfSession } from '../../../../engine/research/index.ts';
import { type Entry, arousal, decision, ended, logOf, pressed, rating } from './logs.ts';

const worth = (...events: readonly Entry[]) => rewardOfSession(loggedSession(logOf(...events)));

describe('rewardOfSession', () => {
  it('is the fall of craving, with a tenth of a point for each hundredth that arousal fell', () => {
    const whole = [rating(0, 60), arousal(10, 0.7), arousal(300, 0.5), rating(310, 45, 'after')] as const;
    expect(worth(...whole)).toBeCloseTo(15 + 10 * 0.2, 9);
  });

  it('takes two points for a skip and ten for "too much"', () => {
    const calm = [arousal(10, 0.5), arousal(300, 0.5)] as const;
    expect(
      worth(rating(0, 50), ...calm, pressed(100, 'skip'), pressed(200, 'too-much'), rating(310, 50)),
    ).toBe(-12);
  });

  it('is not there where the signal was poor, whatever the ratings say', () => {
    expect(
      worth(rating(0, 60), arousal(10, 0.7, 0.2), arousal(300, 0.1, 0.2), rating(310, 10)),
    ).toBeUndefined();
  });

  it('is not there without a strap, or without a second rating', () => {
    expect(worth(rating(0, 60), decision(1, 'still-water'), rating(310, 40))).toBeUndefined();
    expect(worth(rating(0, 60), arousal(10, 0.5), arousal(300, 0.5), ended(310))).toBeUndefined();
  });
});

describe('loggedSession', () => {
  it('prolongs a pick by the decisions that kept it, and ends it at the next', () => {
    const kept = { drawn: false, probabilities: [1, 0] };
    const { picks } = loggedSession(
      logOf(
        decision(0, 'still-water'),
        decision(60, 'still-water', kept),
        decision(180, 'night-harp'),
        ended(300),
      ),
    );
    expect(picks.map(({ atMs, untilMs, chosen }) => [atMs, untilMs, chosen])).toEqual([
      [0, 180_000, 0],
      [180_000, 300_000, 1],
    ]);
  });

  it('marks what a press led to', () => {
    const { picks } = loggedSession(logOf(decision(0, 'still-water', { reason: 'asked-skip' }), ended(9)));
    expect(picks[0]!.override).toBe(true);
  });

  it('has no pick in silence', () => {
    const silent = decision(0, 'silence', { family: 'silence', eligible: ['silence'], probabilities: [1] });
    expect(loggedSession(logOf(silent, ended(9))).picks).toEqual([]);
  });
});
