import { Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../../../engine/index.ts';
import { followPace } from '../../../../web/features/breath/follow-pace.ts';

function underTest() {
  const events$ = new Subject<SessionEvent>();
  const paces: (number | undefined)[] = [];
  followPace({
    events$,
    send: (input) => {
      if (input.type !== 'pacer') return;
      paces.push(input.breathsPerMinute);
      events$.next({ seq: 0, atMs: 0, author: 'person', ...input });
    },
  });
  const phase = (breathsPerMinute?: number): void =>
    events$.next({ type: 'phase', breathsPerMinute } as SessionEvent);
  const byHand = (breathsPerMinute?: number): void =>
    events$.next({ type: 'pacer', breathsPerMinute } as SessionEvent);
  return { paces, phase, byHand };
}

describe('followPace', () => {
  it('sets the guide to the pace of each phase, and takes it back after the last', () => {
    const { paces, phase } = underTest();
    for (const pace of [undefined, 7, 6.5, undefined, undefined]) phase(pace);
    expect(paces).toEqual([7, 6.5, undefined]);
  });

  it('leaves the guide alone that a person has set', () => {
    const { paces, phase, byHand } = underTest();
    phase(6);
    byHand(5);
    phase();
    expect(paces).toEqual([6]);
  });
});
