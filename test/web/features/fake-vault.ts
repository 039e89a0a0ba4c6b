import { behavior } from '../../../web/kit/behavior.ts';
import type { Unread, VaultTable } from '../../../web/storage/vault/index.ts';

/** A vault's table in memory, as JSON keeps its rows; `state` may be set to what a locked vault says. */
export function fakeTable<Row extends { readonly id: string }>(): VaultTable<Row> & {
  set(rows: readonly Row[] | Unread): void;
  failing: boolean;
} {
  const rows$ = behavior<readonly Row[] | Unread>([]);
  const now = (): readonly Row[] => (Array.isArray(rows$.value) ? (rows$.value as readonly Row[]) : []);
  const table = {
    rows$,
    unreadable$: behavior(0),
    failing: false,
    set: (rows: readonly Row[] | Unread) => rows$.next(rows),
    put: (row: Row) => {
      if (table.failing) return Promise.reject(new Error('full'));
      const kept = JSON.parse(JSON.stringify(row)) as Row;
      rows$.next([...now().filter(({ id }) => id !== row.id), kept]);
      return Promise.resolve();
    },
    add: async (row: Row) => {
      const isNew = now().every(({ id }) => id !== row.id);
      if (isNew) await table.put(row);
      return isNew;
    },
    destroy: () => {
      rows$.next([]);
      return Promise.resolve();
    },
    delete: (id: string) => {
      rows$.next(now().filter((row) => row.id !== id));
      return Promise.resolve();
    },
  };
  return table;
}
