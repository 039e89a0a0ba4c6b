import 'fake-indexeddb/auto';
import { BehaviorSubject, of } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { StoredSession } from '../../../../web/storage/outbox-database.ts';
import type { Outbox } from '../../../../web/storage/outbox.ts';
import { pastViewModel } from '../../../../web/features/past/past-view-model.ts';
import { readOf } from '../../../../web/storage/live-table.ts';
import { marks, stored } from '../../storage/outbox-under-test.ts';

const outboxWith = (sessions: readonly StoredSession[], removed: string[] = []): Outbox => ({
  sessions$: of({ state: 'read', value: sessions }),
  saved$: new BehaviorSubject({ here: 'kept', service: 'all' } as const),
  open: () => ({ append: () => undefined, close: () => undefined }),
  eventsOf: (id) => Promise.resolve(id === 'a' ? marks(2) : []),
  remove: (id) => Promise.resolve(void removed.push(id)),
});

describe('pastViewModel', () => {
  it('lists sessions that have ended; the one under way is not past', () => {
    const view = pastViewModel(outboxWith([stored({ id: 'a', ended: 'finished' }), stored({ id: 'b' })]));
    expect(readOf(view.sessions$.value)?.map(({ id }) => id)).toEqual(['a']);
  });

  it('says so where the browser’s store cannot be read', () => {
    const broken = { ...outboxWith([]), sessions$: of({ state: 'unavailable', why: 'the store' } as const) };
    expect(pastViewModel(broken).sessions$.value.state).toBe('unavailable');
  });

  it('draws a session from its log, and has none of a session that is not here', async () => {
    const view = pastViewModel(outboxWith([]));
    expect((await view.picture('a'))?.marksMs).toEqual([1000, 1001]);
    expect(await view.picture('elsewhere')).toBeUndefined();
  });

  it('gives the log as one event a line, and removes what is to be removed', async () => {
    const removed: string[] = [];
    const view = pastViewModel(outboxWith([], removed));
    expect(
      (await view.log('a'))
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual(marks(2));
    await view.remove('a');
    expect(removed).toEqual(['a']);
  });
});
