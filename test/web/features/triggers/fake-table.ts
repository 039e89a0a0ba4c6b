import { behavior } from '../../../../web/kit/behavior.ts';
import type { TriggerRow } from '../../../../web/features/triggers/entry.ts';
import type { TriggerTable } from '../../../../web/features/triggers/triggers-view-model.ts';

/** A table in memory; `locked` refuses, as a vault does. */
export function fakeTable(first: readonly TriggerRow[] = []) {
  const rows$ = behavior<TriggerTable['rows$']['value']>(first);
  let locked = false;
  const rows = (): readonly TriggerRow[] => {
    if (locked || 'state' in rows$.value) throw new Error('locked');
    return rows$.value;
  };
  const act = (change: () => readonly TriggerRow[]): Promise<void> =>
    Promise.resolve().then(() => rows$.next(change()));
  const table: TriggerTable = {
    rows$,
    put: (row) => act(() => [...rows().filter(({ id }) => id !== row.id), row]),
    delete: (id) => act(() => rows().filter((row) => row.id !== id)),
  };
  const lock = (): void => {
    locked = true;
    rows$.next({ state: 'locked' });
  };
  return { table, rows, lock };
}
