import { describe, expect, it } from 'vitest';
import type { DoseDecision, SessionEvent } from '../../../engine/index.ts';
import { OPENING_STATE, stateAfter, type SessionState } from '../../../web/session/session-state.ts';

const after = (...events: readonly object[]): SessionState =>
  events.reduce<SessionState>(
    (state, event) => stateAfter(state, { seq: 0, atMs: 0, ...event } as SessionEvent),
    OPENING_STATE,
  );

const decision = (module: string, atMs = 0): object =>
  ({
    type: 'decision',
    atMs,
    module,
    family: 'calming',
    level: 1,
    reason: 'settling',
  }) satisfies Partial<DoseDecision>;
const halt = (cause: string): object => ({ type: 'halt', cause });

describe('stateAfter', () => {
  it('halts with the cause, and runs again with the next decision', () => {
    expect(after(halt('distress'))).toMatchObject({ stage: 'halted', halt: 'distress' });
    const resumed = after(halt('stop-pressed'), decision('still-water'));
    expect(resumed.stage).toBe('running');
    expect(resumed).not.toHaveProperty('halt');
  });

  it('reflects when the session is over, and when the person leaves it there', () => {
    expect(after(halt('session-over')).stage).toBe('reflecting');
    expect(after(halt('stop-pressed'), { type: 'leaving' }).stage).toBe('reflecting');
  });

  it('stays ended, whatever the engine still concludes', () => {
    const ended = after(
      { type: 'session-ended', reason: 'finished' },
      halt('session-over'),
      decision('still-water'),
    );
    expect(ended).toMatchObject({ stage: 'ended', ended: 'finished' });
  });

  it('knows which way the level aimed at went when it last moved', () => {
    const aims = (...rungs: readonly number[]) =>
      after(...rungs.map((targetRung) => ({ ...decision('still-water'), targetRung }))).course;
    expect(aims(2)).toBeUndefined();
    expect(aims(2, 3, 3)).toBe('up');
    expect(aims(2, 3, 1, 1)).toBe('down');
  });

  it('keeps the last five decisions, newest first', () => {
    const { decisions } = after(...[1, 2, 3, 4, 5, 6].map((n) => decision(`m${n}`)));
    expect(decisions.map(({ module }) => module)).toEqual(['m6', 'm5', 'm4', 'm3', 'm2']);
  });

  it('knows since when the guide is on and how fast, and forgets it when it is off', () => {
    const on = { type: 'pacer', atMs: 1234, breathsPerMinute: 6 };
    expect(after(on).pacer).toEqual({ sinceMs: 1234, perMinute: 6, inShare: 0.4 });
    expect(after(on, { type: 'pacer', atMs: 2000 })).not.toHaveProperty('pacer');
  });

  it('goes on in the same breath when the pace of the guide changes', () => {
    const faster = { type: 'pacer', atMs: 25_000, breathsPerMinute: 7.5 };
    // Half of the third breath of 10 s is over; of one of 8 s that is 4 s.
    expect(after({ type: 'pacer', atMs: 0, breathsPerMinute: 6 }, faster).pacer?.sinceMs).toBe(21_000);
  });

  it('is the same object after an event that changes nothing of it', () => {
    const packet = { type: 'packet', seq: 0, atMs: 0, author: 'device', sensor: 'a', hex: '' } as const;
    expect(stateAfter(OPENING_STATE, packet)).toBe(OPENING_STATE);
  });

  it('has a question until it is answered, and the latest forecast', () => {
    const asked = after({ type: 'craving-prompt', question: 'how-strong' });
    expect(asked.prompt).toMatchObject({ question: 'how-strong' });
    expect(stateAfter(asked, { type: 'prompt-answer', said: 40 } as SessionEvent)).not.toHaveProperty(
      'prompt',
    );
    expect(after({ type: 'craving-forecast', withheld: 'too-few-labels' }).forecast).toMatchObject({
      withheld: 'too-few-labels',
    });
  });
});
