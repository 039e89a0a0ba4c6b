import { describe, expect, it } from 'vitest';
import { replayLog, type SessionEvent } from '../../../engine/index.ts';
import { endingOf } from '../../../web/session/ending-of.ts';
import { beatsAt, press, started } from '../../support/session-inputs.ts';

const whole = (): SessionEvent[] =>
  replayLog([started(), ...beatsAt(70, [0, 40]), press('calmer', 41)] as unknown as SessionEvent[]);

describe('endingOf', () => {
  it('adds nothing to a log without events', () => {
    expect(endingOf([])).toEqual([]);
  });

  it('ends the log where it broke off, with what the engine concludes from that', () => {
    const log = whole();
    const ending = endingOf(log);
    expect(ending[0]).toMatchObject({
      type: 'session-ended',
      reason: 'interrupted',
      author: 'device',
      seq: log.length,
    });
    expect(ending[0]?.atMs).toBe(log.at(-1)?.atMs);
    expect(ending.map(({ type }) => type)).toContain('halt');
  });

  it('makes a log that a replay gives again, wherever the cut was', () => {
    const log = whole();
    for (let cut = 1; cut <= log.length; cut++) {
      const kept = log.slice(0, cut);
      const closed = [...kept, ...endingOf(kept)];
      expect(closed.map(({ seq }) => seq)).toEqual(closed.map((_, i) => i));
      expect(JSON.stringify(replayLog(closed))).toBe(JSON.stringify(closed));
    }
  });

  it('only ends a log that today’s engine does not agree with', () => {
    const log = whole().map((event) =>
      event.type === 'phase' ? { ...event, goal: 'Of another version.' } : event,
    );
    expect(endingOf(log)).toMatchObject([{ type: 'session-ended', seq: log.length }]);
  });

  it('only ends a log of a protocol that is no more', () => {
    const log = [{ ...started({ protocol: 'gone' }), seq: 0 }];
    expect(endingOf(log)).toMatchObject([{ type: 'session-ended', seq: 1 }]);
  });
});
