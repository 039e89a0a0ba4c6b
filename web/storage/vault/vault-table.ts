import { combineLatest, distinctUntilChanged, map, of, share, switchMap, type Observable } from 'rxjs';
import { keepLatest, type Behavior } from '../../kit/behavior.ts';
import { liveTable, WAITING, type Live, type Unread } from '../live-table.ts';
import { reopening } from '../reopening.ts';
import type { Keyring } from './keyring.ts';
import { rowOpener, type Opened, type Sealed } from './opened-rows.ts';
import { dataKeyFor, rowIn, sealRow } from './sealed-rows.ts';
import type { VaultDatabase } from './vault-database.ts';
import { VaultError } from './vault-error.ts';

/** One kind of thing that a person writes, kept sealed. */
export interface VaultTable<Row extends { readonly id: string }> {
  /** In no order. While the vault is locked, or nothing was read yet, what it says instead. */
  readonly rows$: Behavior<readonly Row[] | Unread>;
  /** So many rows of this kind do not open with this key, or with this version of Attune: to be said, not hidden. */
  readonly unreadable$: Behavior<number>;
  /**
   * Resolves when it is kept. What JSON can say of the row is kept. `id` stands on the disk as it is: a UUID, never
   * words.
   * @throws VaultError locked, unavailable; unreadable: the row that is there does not open and is not written over
   */
  put(row: Row): Promise<void>;
  /** @throws VaultError as `put` */
  delete(id: string): Promise<void>;
}

export function vaultTable<Row extends { readonly id: string }>(
  database: VaultDatabase,
  keyring: Keyring,
  kind: string,
): VaultTable<Row> {
  const { open$, forget } = rowOpener<Row>(kind);
  const sealed$ = liveTable<Sealed>(() =>
    reopening(database, async () => ({
      key: await database.key(`kind:${kind}`),
      rows: await database.rows.where({ kind }).toArray(),
    })),
  );
  const opened$ = combineLatest([keyring.phase$, keyring.root$, sealed$]).pipe(
    switchMap(([phase, root, sealed]): Observable<Opened<Row> | Unread> => {
      if (root && phase === 'open' && sealed.state === 'read') return open$(root, sealed.value);
      forget();
      return of(insteadOfRows(phase, sealed));
    }),
    share(),
  );
  const write = async (id: string, act: (key: Uint8Array) => Promise<unknown>): Promise<void> => {
    const root = await keyring.root();
    await database.transaction('rw', database.keys, database.rows, async () => {
      const key = await dataKeyFor(database, root, kind);
      const there = await database.rows.get([kind, id]);
      if (there && !rowIn(key, there)) throw new VaultError('unreadable');
      await act(key);
    });
  };
  const unreadable$ = keepLatest(opened$.pipe(map((now) => ('rows' in now ? now.unreadable : 0))), 0);
  return {
    rows$: keepLatest<readonly Row[] | Unread>(
      opened$.pipe(
        map((now) => ('rows' in now ? now.rows : now)),
        distinctUntilChanged(),
      ),
      WAITING,
    ),
    unreadable$,
    put: (row) => write(row.id, (key) => database.rows.put(sealRow(key, kind, row))),
    delete: (id) => write(id, () => database.rows.delete([kind, id])),
  };
}

/** What is said of rows that cannot be shown. */
function insteadOfRows(phase: Keyring['phase$']['value'], sealed: Live<Sealed>): Opened<never> | Unread {
  if (sealed.state === 'unavailable') return sealed;
  if (phase === 'unavailable') return { state: 'unavailable', why: 'the browser keeps nothing' };
  if (phase === 'locked') return { state: 'locked' };
  return phase === 'none' ? { rows: [], unreadable: 0 } : WAITING;
}
