import { combineLatest, map, of, switchMap } from 'rxjs';
import { behavior, keepLatest, type Behavior } from '../../kit/behavior.ts';
import { backupOf, restore, type Restored } from './backup.ts';
import { openKeyring, stateOf, type KeyringPorts, type OpenedBy, type VaultState } from './keyring.ts';
import type { Root } from './root.ts';
import type { CareRecord } from './vault-database.ts';
import { vaultTable, type VaultTable } from './vault-table.ts';
import { VaultError } from './vault-error.ts';

/** What a person has done for the day on which the key is lost. */
export type Care = Omit<CareRecord, 'id'>;

/**
 * Where everything is kept that a person writes or says of themselves. It is made with the first thing that is put in,
 * without a question, and this browser opens it by itself until the person sets a passphrase.
 */
export interface Vault {
  /** `none` also until the browser has answered; `put` waits for that. */
  readonly state$: Behavior<VaultState>;
  readonly openedBy$: Behavior<OpenedBy>;
  readonly care$: Behavior<Care>;
  /** So many rows of the tables in use do not open. */
  readonly unreadable$: Behavior<number>;
  /** The same table for the same kind: a short English word, `journal`. */
  table<Row extends { readonly id: string }>(kind: string): VaultTable<Row>;
  /** @returns whether it was the right one. @throws the browser fails */
  open(passphrase: string): Promise<boolean>;
  /** After what is being written was kept. Without a passphrase there is nothing to lock with, and nothing is done. */
  lock(): Promise<void>;
  /** Is asked to keep what is being written before the vault is locked. @returns ends it */
  beforeLock(keep: () => Promise<unknown>): () => void;
  /** Sets or changes it; from then on this browser alone opens nothing. @throws VaultError locked, unavailable */
  setPassphrase(passphrase: string): Promise<void>;
  /** Back to what this browser opens by itself. @throws VaultError locked, unavailable */
  removePassphrase(): Promise<void>;
  /** Twelve words that open everything, made now where there is no vault. @throws VaultError locked, unavailable */
  phrase(): Promise<readonly string[]>;
  /** Fifteen words for each of three people; any two of them open everything. @throws VaultError locked, unavailable */
  shares(): Promise<readonly (readonly string[])[]>;
  /** Opens with the twelve words, or with the cards of two people. @returns whether they were the right ones */
  openWith(secret: Secret): Promise<boolean>;
  /** @see backupOf */
  backup(leaveOut?: boolean): Promise<string>;
  /** Adds what a backup holds. @throws VaultError not-understood: nothing was added; locked, unavailable */
  restore(backup: string, secret: Secret): Promise<Restored>;
  remember(care: Care): Promise<void>;
  /** Leaves no row and no key; the next thing put in makes a new vault. */
  destroy(): Promise<void>;
}

/** What a person has on paper. */
export type Secret = { readonly phrase: string } | { readonly cards: readonly string[] };

/** What is being written has so long to be kept before the vault locks all the same, ms. */
const KEEP_MS = 2000;

export function openVault(ports: KeyringPorts): Vault {
  const { database } = ports;
  const keyring = openKeyring(ports);
  const tables = new Map<string, VaultTable<never>>();
  const kinds$ = behavior<readonly VaultTable<never>[]>([]);
  const keepers = new Set<() => Promise<unknown>>();
  return {
    state$: stateOf(keyring),
    openedBy$: keyring.openedBy$,
    care$: keyring.care$,
    unreadable$: keepLatest(
      kinds$.pipe(
        switchMap((all) => (all.length === 0 ? of([]) : combineLatest(all.map((one) => one.unreadable$)))),
        map((counts) => counts.reduce((sum, count) => sum + count, 0)),
      ),
      0,
    ),
    table: (kind) => {
      const table = tables.get(kind) ?? vaultTable<never>(database, keyring, kind);
      if (!tables.has(kind)) kinds$.next([...tables.set(kind, table).values()]);
      return table;
    },
    open: (passphrase) => keyring.open(passphrase),
    lock: async () => {
      if (keyring.openedBy$.value !== 'passphrase') return;
      const kept = Promise.allSettled([...keepers].map((keep) => keep()));
      await Promise.race([kept, new Promise((done) => setTimeout(done, KEEP_MS))]);
      keyring.lock();
    },
    beforeLock: (keep) => {
      keepers.add(keep);
      return () => void keepers.delete(keep);
    },
    setPassphrase: (passphrase) => keyring.setPassphrase(passphrase),
    removePassphrase: () => keyring.removePassphrase(),
    phrase: async () => (await import('./phrase.ts')).phraseOf(await keyring.root()),
    shares: async () => (await import('./shares.ts')).sharesOf(await keyring.root()),
    openWith: async (secret) => {
      const root = await rootOf(secret);
      return root !== undefined && keyring.openWith(root);
    },
    backup: (leaveOut = false) => backupOf(database, keyring, leaveOut),
    restore: async (backup, secret) => {
      const root = await rootOf(secret);
      return root ? restore({ database, keyring }, backup, root) : { kind: 'wrong-key' };
    },
    remember: (care) => keyring.remember(care),
    destroy: async () => {
      try {
        await database.transaction('rw', database.keys, database.rows, () =>
          Promise.all([database.keys.clear(), database.rows.clear()]),
        );
      } catch (cause) {
        throw new VaultError('unavailable', { cause });
      }
      await keyring.refresh();
    },
  };
}

/** @returns `undefined` where these are no words that could open anything */
const rootOf = async (secret: Secret): Promise<Root | undefined> =>
  'phrase' in secret
    ? (await import('./phrase.ts')).rootOf(secret.phrase)
    : (await import('./shares.ts')).rootOfShares(secret.cards);
