import { behavior } from '../../../../web/kit/behavior.ts';
import type { PlanRow } from '../../../../web/features/plan/plan.ts';
import type { Unread, VaultTable } from '../../../../web/storage/vault/index.ts';

/** The plan's table, in memory. */
export function planTable(initial: readonly PlanRow[] = []): VaultTable<PlanRow> {
  const rows = new Map(initial.map((row) => [row.id, row]));
  const rows$ = behavior<readonly PlanRow[] | Unread>([...initial]);
  const put = async (row: PlanRow): Promise<void> => {
    await Promise.resolve();
    rows.set(row.id, JSON.parse(JSON.stringify(row)) as PlanRow);
    rows$.next([...rows.values()]);
  };
  return {
    rows$,
    unreadable$: behavior(0),
    put,
    add: async (row) => {
      if (rows.has(row.id)) return false;
      await put(row);
      return true;
    },
    delete: async (id) => {
      await Promise.resolve();
      rows.delete(id);
      rows$.next([...rows.values()]);
    },
    destroy: async () => {
      await Promise.resolve();
      rows.clear();
      rows$.next([]);
    },
  };
}
