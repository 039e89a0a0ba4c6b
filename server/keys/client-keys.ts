import { createHash, randomBytes, type KeyObject } from 'node:crypto';
import type { Kysely } from 'kysely';
import { StoreError } from '../database/store-error.ts';
import type { KeyTables } from './key-tables.ts';
import { masterKeyIn, newMasterKey, type MasterKey } from './master-key.ts';

type Db = Kysely<KeyTables>;

/** What decides how a session's events are written. */
export interface KeyedSession {
  readonly client_id: string | null;
  key_id: string | null;
}

/** The keys that sessions are encrypted with: one a client, in the database, locked with the service's master key. */
export interface ClientKeys {
  /**
   * The key that a session's events are read with; absent: none is encrypted.
   * @throws StoreError  (as a rejection) `corrupt`: it is gone or was changed; `failed`: the master key is not there,
   *   or not the right one
   */
  toRead<Tables>(db: Kysely<Tables>, session: Pick<KeyedSession, 'key_id'>): Promise<KeyObject | undefined>;
  /**
   * The same to write with, made where its client has none yet. `key_id` is set then: whoever calls writes it down with
   * what is encrypted.
   */
  toWrite<Tables>(db: Kysely<Tables>, session: KeyedSession): Promise<KeyObject | undefined>;
  /**
   * Makes sure that what is encrypted can be read, and what comes can be encrypted.
   * @throws StoreError  (as a rejection) with what to do
   */
  check<Tables>(db: Kysely<Tables>): Promise<void>;
  /** Keeps nothing of a key in memory that is destroyed. */
  drop(keyId: string): void;
}

export interface ClientKeysPorts {
  /** Where the master key is, or will be. */
  readonly file: string;
  /** Whether sessions that belong to a client are encrypted from now on; else only what is encrypted goes on so. */
  readonly encrypts: boolean;
}

/** Keys that are held in memory; each is a few hundred bytes. */
const MOST_HELD = 10_000;
const THE_ONE = 1;

export const clientKeys = ({ file, encrypts }: ClientKeysPorts): ClientKeys => {
  const held = new Map<string, KeyObject>();
  const masterOf = masterAt(file);

  const hold = (id: string, key: KeyObject): KeyObject => {
    if (held.size >= MOST_HELD) held.clear();
    held.set(id, key);
    return key;
  };
  const toRead = async (db: Db, keyId: string): Promise<KeyObject> => {
    const known = held.get(keyId);
    if (known) return known;
    const row = await db.selectFrom('client_key').selectAll().where('id', '=', keyId).executeTakeFirst();
    if (!row)
      throw new StoreError('corrupt', 'The key of a session is not in the database. Restore a backup.');
    const own = await masterOf(db);
    try {
      if (row.id !== keyIdOf(row.wrapped)) throw new RangeError('its id is not its own');
      return hold(row.id, own.unwrap(row.wrapped, aboutKey(row.client_id, row.made_at_ms)));
    } catch (cause) {
      throw new StoreError('corrupt', 'The key of a client was changed. Restore a backup.', { cause });
    }
  };
  const keyOfClient = async (db: Db, client: string): Promise<string> => {
    const own = async () =>
      (await db.selectFrom('client_key').select('id').where('client_id', '=', client).executeTakeFirst())?.id;
    const there = await own();
    if (there !== undefined) return there;
    const madeAtMs = Date.now();
    const by = await noted(db, await masterOf(db), { file, madeAtMs });
    const wrapped = by.wrap(randomBytes(32), aboutKey(client, madeAtMs));
    await db
      .insertInto('client_key')
      .values({ id: keyIdOf(wrapped), client_id: client, wrapped, made_at_ms: madeAtMs })
      .onConflict((it) => it.column('client_id').doNothing())
      .execute();
    // Another service may have been faster: then it is that one's.
    return (await own())!;
  };
  return {
    toRead: async (db, { key_id }) => (key_id === null ? undefined : toRead(only(db), key_id)),
    toWrite: async (db, session) => {
      if (session.key_id === null) {
        if (!encrypts || session.client_id === null) return undefined;
        session.key_id = await keyOfClient(only(db), session.client_id);
      }
      return toRead(only(db), session.key_id);
    },
    check: async (db) => {
      const begun = await fingerprintOf(only(db));
      if (begun === undefined && !encrypts) return;
      const own = await masterOf(only(db));
      // From here on another service with another key is refused as it starts, and not when somebody writes.
      if (begun === undefined) await noted(only(db), own, { file, madeAtMs: Date.now() });
    },
    drop: (keyId) => void held.delete(keyId),
  };
};

/** Gives that which the database was begun with, or makes it where nothing is begun. */
const masterAt = (file: string) => {
  let master: MasterKey | undefined;
  return async (db: Db): Promise<MasterKey> => {
    if (master) return master;
    const begun = await fingerprintOf(db);
    const found = masterKeyIn(file) ?? (begun === undefined ? newMasterKey(file) : undefined);
    if (!found) throw missing(file);
    if (begun !== undefined && begun !== found.fingerprint) throw another(file);
    // Until it is noted, another service may still be the first.
    if (begun !== undefined) master = found;
    return found;
  };
};

/** Kysely's types do not see that a database with more tables has these. */
const only = <Tables>(db: Kysely<Tables>): Db => db as unknown as Db;

/** A key's id: it tells one from another, and nothing of what it is. */
const keyIdOf = (wrapped: string): string => createHash('sha256').update(wrapped).digest('base64url');

const aboutKey = (client: string, madeAtMs: number): string => `attune client key 1\n${client}\n${madeAtMs}`;

const fingerprintOf = async (db: Db): Promise<string | undefined> =>
  (await db.selectFrom('master_key').select('fingerprint').where('number', '=', THE_ONE).executeTakeFirst())
    ?.fingerprint;

/** Notes the master key with the first key that is made: of several services at once one is the first. */
const noted = async (
  db: Db,
  master: MasterKey,
  { file, madeAtMs }: { readonly file: string; readonly madeAtMs: number },
): Promise<MasterKey> => {
  const { fingerprint } = master;
  await db
    .insertInto('master_key')
    .values({ number: THE_ONE, fingerprint, made_at_ms: madeAtMs })
    .onConflict((it) => it.column('number').doNothing())
    .execute();
  if ((await fingerprintOf(db)) !== fingerprint) throw another(file);
  return master;
};

const missing = (file: string): StoreError =>
  new StoreError(
    'failed',
    `The key ${file} is missing, and sessions are encrypted with it. Put the copy that you keep in its place, ` +
      'or name where it is (ATTUNE_KEY_FILE).',
  );

const another = (file: string): StoreError =>
  new StoreError(
    'failed',
    `The key ${file} is not the one that the database was begun with. Put that one in its place, from the copy ` +
      'that you keep or from another service on the same database, or name where it is (ATTUNE_KEY_FILE).',
  );
