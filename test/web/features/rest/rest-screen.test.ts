import 'fake-indexeddb/auto';
import { IDBFactory, IDBIndex, IDBKeyRange } from 'fake-indexeddb';
import { createElement } from 'react';
import { filter, firstValueFrom } from 'rxjs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RestDatabase } from '../../../../web/features/rest/rest-database.ts';
import { RestScreen } from '../../../../web/features/rest/rest-screen.tsx';
import { restContributor, restViewModel } from '../../../../web/features/rest/rest-view-model.ts';
import { rest as words } from '../../../../web/features/rest/words.ts';
import { unread } from '../../../../web/kit/words.ts';
import { drawn } from '../../drawn.ts';
import { opening } from '../../opening.ts';

afterEach(() => void vi.restoreAllMocks());

/** @param name  of a database of its own: Dexie remembers what it read by it */
function underTest(name: string) {
  const database = new RestDatabase(name, { indexedDB: new IDBFactory(), IDBKeyRange });
  const rest = restViewModel({ database, hourAt: () => 12 });
  const until = (state: 'read' | 'unavailable') =>
    firstValueFrom(rest.rests$.pipe(filter((live) => live.state === state)));
  return { rest, until, screen: () => drawn(createElement(RestScreen, { rest })) };
}

describe('RestScreen', () => {
  it('says that it is reading, and then that there is nothing yet', async () => {
    const { until, screen } = underTest('empty');
    expect(screen()).toContain(unread.waiting);
    await until('read');
    expect(screen()).toContain(words.empty);
  });

  it('says in words that a read has failed, lets sessions begin, and shows what the next read gives', async () => {
    vi.spyOn(IDBIndex.prototype, 'getAll').mockImplementationOnce(() => {
      throw new DOMException('the disk', 'UnknownError');
    });
    const { rest, until, screen } = underTest('failing');
    await until('unavailable');
    expect(screen()).toContain(unread.unavailable);
    expect(restContributor(rest)(opening())?.start).toEqual({ usualRest: undefined });
    await until('read');
    expect(screen()).toContain(words.empty);
  });
});
