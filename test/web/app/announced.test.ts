import { describe, expect, it } from 'vitest';
import { announced } from '../../../web/app/announced.ts';
import { behavior } from '../../../web/kit/behavior.ts';
import type { SessionViewModel } from '../../../web/session/session-view-model.ts';

describe('announced', () => {
  it('is the session under way, unless an activity leads it and speaks itself', () => {
    const session = { id: 'a' } as SessionViewModel;
    const session$ = behavior<SessionViewModel | undefined>(undefined);
    const led$ = behavior(false);
    const spoken$ = announced(session$, led$);
    session$.next(session);
    expect(spoken$.value).toBe(session);
    led$.next(true);
    expect(spoken$.value).toBeUndefined();
    led$.next(false);
    expect(spoken$.value).toBe(session);
  });
});
