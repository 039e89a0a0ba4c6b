import { NEVER } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { togetherFeature } from '../../../../web/features/together/index.ts';
import { behavior } from '../../../../web/kit/behavior.ts';
import type { Unread, Vault, VaultTable } from '../../../../web/storage/vault/index.ts';

type Row = { readonly id: string };

function memoryTable(): VaultTable<Row> & { lock(): void } {
  const rows$ = behavior<readonly Row[] | Unread>([]);
  const rows = (): readonly Row[] => ('state' in rows$.value ? [] : rows$.value);
  const without = (id: string) => rows().filter((row) => row.id !== id);
  return {
    rows$,
    unreadable$: behavior(0),
    put: (row) => {
      rows$.next([...without(row.id), row]);
      return Promise.resolve();
    },
    add: (row) => {
      const isNew = rows().every(({ id }) => id !== row.id);
      if (isNew) rows$.next([...rows(), row]);
      return Promise.resolve(isNew);
    },
    delete: (id) => {
      rows$.next(without(id));
      return Promise.resolve();
    },
    destroy: () => {
      rows$.next([]);
      return Promise.resolve();
    },
    lock: () => rows$.next({ state: 'locked' }),
  };
}

function opened() {
  const tables = { company: memoryTable(), lonely: memoryTable() };
  const state$ = behavior<Vault['state$']['value']>('open');
  const vault = {
    state$,
    table: (kind: keyof typeof tables) => tables[kind],
  } as unknown as Vault;
  const feature = togetherFeature({
    ...{ vault, clock: () => 0, newId: () => 'unused' },
    listening: {
      ...{ wake: () => undefined, hear: () => undefined, stop: () => undefined },
      ...{ heard$: behavior(undefined), inSession$: behavior(false), isTrigger: () => false },
    },
    minute$: NEVER,
  });
  return { tables, state$, belongings: feature.belongings![0]! };
}

const MEETING = {
  ...{ id: '0b0e6c1e-0000-4000-8000-000000000001', day: '2026-11-27', time: '' },
  ...{ who: 'Sam', where: '', what: '' },
};
const ANSWER = { id: '0b0e6c1e-0000-4000-8000-000000000002', atMs: 1, answer: 3 };

describe('togetherFeature', () => {
  it('lets everything be taken along and put in elsewhere, once', async () => {
    const [here, there] = [opened(), opened()];
    await here.tables.company.put(MEETING);
    await here.tables.lonely.put(ANSWER);
    const files = await here.belongings.take();
    await there.belongings.put(files);
    await there.belongings.put(files);
    expect(there.tables.company.rows$.value).toEqual([MEETING]);
    expect(there.tables.lonely.rows$.value).toEqual([ANSWER]);
  });

  it('takes nothing rather than a part while it is locked', async () => {
    const { tables, belongings } = opened();
    await tables.lonely.put(ANSWER);
    tables.company.lock();
    await expect(belongings.take()).rejects.toThrow(/locked/);
  });

  it('puts nothing into what is locked', async () => {
    const [here, there] = [opened(), opened()];
    await here.tables.company.put(MEETING);
    there.state$.next('locked');
    await expect(there.belongings.put(await here.belongings.take())).rejects.toThrow(/locked/);
    expect(there.tables.company.rows$.value).toEqual([]);
  });

  it('leaves nothing of it when it is destroyed', async () => {
    const { tables, belongings } = opened();
    await tables.company.put(MEETING);
    await tables.lonely.put(ANSWER);
    await belongings.destroy();
    expect([tables.company.rows$.value, tables.lonely.rows$.value]).toEqual([[], []]);
  });
});
