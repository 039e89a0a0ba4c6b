import { describe, expect, it } from 'vitest';
import { PROTOCOLS, protocolOf, protocolNaming } from '../../../../engine/index.ts';
import { course } from '../../../../engine/dosing/course.ts';
import { arousalOfCue, LADDER, rungOf, rungOfArousal } from '../../../../engine/music/ladder.ts';
import { protocolOfSession } from '../../../../engine/dosing/protocols/index.ts';
import { started } from '../../../support/session-inputs.ts';

const total = (id: string, limit: 'minS' | 'maxS') =>
  protocolOf(id).phases.reduce((sum, phase) => sum + phase[limit], 0);

describe('PROTOCOLS', () => {
  it('are the ones that a therapist expects', () => {
    expect(PROTOCOLS.map(({ id }) => id)).toEqual([
      'craving-session',
      'rescue',
      'activation',
      'after-hard-session',
      'resonance-assessment',
      'rhythm-session',
      'group-session',
      'guided-relaxation',
      'paced-breathing',
      'exposure',
      'demonstration',
      'mindful-listening',
      'urge-surfing',
      'winding-down',
    ]);
  });

  it.each([
    ['craving-session', 600, 900],
    ['rescue', 600, 900],
    ['rhythm-session', 900, 900],
    ['group-session', 2700, 3600],
  ])('%s takes %d to %d s', (id, least, most) => {
    expect(total(id, 'minS')).toBeGreaterThanOrEqual(least);
    expect(total(id, 'maxS')).toBeLessThanOrEqual(most);
  });

  it('leads from the start to the goal of a rescue within two minutes', () => {
    const { start, goal, stepS } = protocolOf('rescue');
    expect((rungOf(start) - rungOf(goal)) * stepS).toBeLessThanOrEqual(120);
  });

  it('paces the breath from 7 to 4.5 a minute, two minutes each', () => {
    const paces = protocolOf('resonance-assessment').phases.filter((phase) => phase.breathsPerMinute);
    expect(paces.map(({ breathsPerMinute }) => breathsPerMinute)).toEqual([7, 6.5, 6, 5.5, 5, 4.5]);
    expect(paces.every(({ minS }) => minS === 120)).toBe(true);
  });

  it('locks exposure and nothing else, and lowers the ceiling of the heart for activation', () => {
    expect(PROTOCOLS.filter(({ rules }) => rules.locked).map(({ id }) => id)).toEqual(['exposure']);
    expect(protocolOf('activation').limits.heartRateCeilingBpm).toBe(110);
  });
});

describe('protocolNaming', () => {
  const mine = { ...protocolOf('rescue'), id: 'mine', version: 3 };

  it('names a protocol that ships by id, version and hash', () => {
    expect(protocolNaming(protocolOf('rescue'))).toEqual({
      protocol: 'rescue',
      protocolVersion: 2,
      protocolHash: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
    });
  });

  it('takes one that does not ship along, so that its log replays', () => {
    const start = started(protocolNaming(mine));
    expect(protocolOfSession(start)).toEqual(mine);
    expect(start.protocolHash).not.toBe(protocolNaming(protocolOf('rescue')).protocolHash);
  });

  it('takes the version that a log names, where it shipped before', () => {
    const by = (protocolVersion: number) =>
      protocolOfSession(started({ protocol: 'urge-surfing', protocolVersion })).rules;
    expect(by(1)).not.toHaveProperty('quarantine');
    expect(by(2)).toHaveProperty('quarantine', 'off');
  });

  it('refuses a document in a log that may not be dosed by', () => {
    expect(() => protocolOfSession(started({ protocolDocument: { ...mine, stepS: 1 } }))).toThrow(
      new RangeError('not a protocol: stepS must be a whole number within 60–600, not 1'),
    );
  });
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

  it('is over at the limit of the whole, wherever it stands, and does not count a pause', () => {
    const now = course(protocol, 0);
    now.pause(30_000);
    expect(now.endsAtMs).toBe((first!.maxS + 30) * 1000);
    expect(now.advance((protocol.limits.totalS + 29) * 1000, false)).toBe(second);
    expect(now.advance((protocol.limits.totalS + 30) * 1000, false)).toBe('over');
  });
});

describe('arousalOfCue', () => {
  it('is the middle of its rung, so that it leads back to it', () => {
    expect(LADDER.map((rung) => rungOfArousal(arousalOfCue(rung)))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(arousalOfCue({ family: 'calming', level: 2 })).toBe(0.375);
  });
});

describe('LADDER', () => {
  it('gives every arousal a rung, higher for more', () => {
    const rungs = Array.from({ length: 101 }, (_, i) => rungOfArousal(i / 100));
    expect([rungs[0], rungs[100]]).toEqual([0, LADDER.length - 1]);
    expect(rungs.every((rung, i) => i === 0 || rung >= rungs[i - 1]!)).toBe(true);
  });
});
