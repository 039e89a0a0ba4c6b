import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { filter, firstValueFrom } from 'rxjs';
import type { Behavior } from '../../../../web/kit/behavior.ts';
import { deviceLock } from '../../../../web/storage/vault/device-lock.ts';
import type { Unread, VaultTable } from '../../../../web/storage/vault/index.ts';
import type { KeyringPorts } from '../../../../web/storage/vault/keyring.ts';
import { stretchHere, type Stretch } from '../../../../web/storage/vault/stretch.ts';
import { VaultDatabase } from '../../../../web/storage/vault/vault-database.ts';
import { openVault, type Vault } from '../../../../web/storage/vault/vault.ts';

export interface Note {
  readonly id: string;
  readonly text: string;
}

/** A browser profile: what is kept outlives its tabs. */
export interface Profile {
  /** Dexie remembers what it read by the database's name. */
  readonly name: string;
  readonly factory: IDBFactory;
  readonly tabs: EventTarget[];
}

let made = 0;
export const profile = (): Profile => ({
  name: `vault-${made++}`,
  factory: new IDBFactory(),
  tabs: [],
});

/** As little as Argon2id takes, so that a property can be tried often. */
const quick: Stretch = (given) => stretchHere({ ...given, memoryKib: 8, passes: 1 });

/** A tab of that profile. */
export function tab(
  of: Profile,
  ports: Partial<KeyringPorts> = {},
): { vault: Vault; database: VaultDatabase } {
  const database = new VaultDatabase(of.name, { indexedDB: of.factory, IDBKeyRange });
  const vault = openVault({
    database,
    device: deviceLock(crypto.subtle),
    stretch: quick,
    channel: channelOf(of),
    ...ports,
  });
  return { vault, database };
}

/** As a `BroadcastChannel`: heard by the others, later. */
function channelOf({ tabs }: Profile) {
  const own = new EventTarget();
  tabs.push(own);
  return Object.assign(own, {
    postMessage: (said: unknown) => {
      const data = structuredClone(said);
      for (const other of tabs.filter((one) => one !== own))
        queueMicrotask(() => other.dispatchEvent(new MessageEvent('message', { data })));
    },
  });
}

/** The first value that fits. */
export const until = <T>(behavior: Behavior<T>, fits: (value: T) => boolean): Promise<T> =>
  firstValueFrom(behavior.pipe(filter(fits)));

/** The rows once there are so many, by their names. */
export const rowsOf = async <Row extends { readonly id: string }>(
  { rows$ }: Pick<VaultTable<Row>, 'rows$'>,
  count: number,
): Promise<readonly Row[]> => {
  const rows = await until(rows$, (now) => !('state' in now) && now.length === count);
  return [...(rows as readonly Row[])].sort((a, b) => (a.id < b.id ? -1 : 1));
};

export const isUnread = (rows: readonly unknown[] | Unread): rows is Unread => 'state' in rows;
