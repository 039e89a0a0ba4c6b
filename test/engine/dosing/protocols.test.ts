import { describe, expect, it } from 'vitest';
import { PROTOCOLS } from '../../../engine/index.ts';
import { course } from '../../../engine/dosing/course.ts';
import { arousalOfCue, LADDER, rungOf, rungOfArousal } from '../../../engine/dosing/ladder.ts';

describe('PROTOCOLS', () => {
  it.each(PROTOCOLS.map((protocol) => [protocol.id, protocol] as const))(
    '%s stays within 15 minutes on its ladder',
    (_, protocol) => {
      const total = (limit: 'minS' | 'maxS') => protocol.phases.reduce((sum, phase) => sum + phase[limit], 0);
      expect(total('minS')).toBeGreaterThanOrEqual(600);
      expect(total('maxS')).toBeLessThanOrEqual(900);
      expect(rungOf(protocol.goal)).toBeLessThanOrEqual(rungOf(protocol.start));
      expect(protocol.phases.every(({ minS, maxS }) => minS <= maxS)).toBe(true);
    },
  );
});

describe('course', () => {
  const protocol = PROTOCOLS[0]!;
  const [first, second] = protocol.phases;

  it('moves on after the minimum once the aim is reached, and at the maximum in any case', () => {
    const early = course(protocol, 0);
    expect(early.advance((first!.minS - 1) * 1000, true)).toBeUndefined();
    expect(early.advance(first!.minS * 1000, true)).toBe(second);
    const late = course(protocol, 0);
    expect(late.advance((first!.maxS - 1) * 1000, false)).toBeUndefined();
    expect(late.advance(first!.maxS * 1000, false)).toBe(second);
  });

  it('is over after the last phase', () => {
    const now = course(protocol, 0);
    let atMs = 0;
    for (const phase of protocol.phases.slice(0, -1)) now.advance((atMs += phase.maxS * 1000), false);
    expect(now.advance(atMs + protocol.phases.at(-1)!.maxS * 1000, false)).toBe('over');
  });
});

describe('arousalOfCue', () => {
  it('is the middle of its rung, so that it leads back to it', () => {
    expect(LADDER.map((rung) => rungOfArousal(arousalOfCue(rung)))).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

describe('LADDER', () => {
  it('gives every arousal a rung, higher for more', () => {
    const rungs = Array.from({ length: 101 }, (_, i) => rungOfArousal(i / 100));
    expect([rungs[0], rungs[100]]).toEqual([0, LADDER.length - 1]);
    expect(rungs.every((rung, i) => i === 0 || rung >= rungs[i - 1]!)).toBe(true);
  });
});
