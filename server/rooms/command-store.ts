import { sql, type Kysely, type Selectable } from 'kysely';
import type { KeyObject } from 'node:crypto';
import type { RoomCommand } from '../contract/index.ts';
import type { Whose } from '../access/reach.ts';
import type { Database } from '../database/open-database.ts';
import { StoreError } from '../database/store-error.ts';
import { bytesOf, decrypted, encrypted } from '../keys/cipher.ts';
import type { ClientKeys, KeyedSession } from '../keys/client-keys.ts';
import type { RoomTables } from './room-tables.ts';

type Db = Kysely<RoomTables>;

/** A command as it is kept. */
export interface KeptCommand {
  readonly number: number;
  readonly id: string;
  readonly by: string;
  /** Epoch ms, by the service's clock. */
  readonly atMs: number;
  readonly command: RoomCommand;
}

/** A session, and whose sessions are reached. */
export interface Room {
  readonly session: string;
  readonly whose: Whose;
}

/** Commands to sessions, so that a page that was away for a moment still gets them, from whichever replica. */
export interface CommandStore {
  /** Keeping one again under its name is harmless. @returns its number. @throws StoreError  (as a rejection) */
  keep(to: Room, command: Omit<KeptCommand, 'number'>): Promise<number>;
  /** @returns `undefined`: there is none of that number. @throws StoreError  (as a rejection) */
  find(of: Room, number: number): Promise<KeptCommand | undefined>;
  /** In order, from a number on; none to a session of others. @throws StoreError  (as a rejection) */
  from(of: Room, number: number): Promise<readonly KeptCommand[]>;
}

/** Encrypted as the session's events are, since its words are of the client, too. JSON does not begin so. */
const ENCRYPTED = 'e1.';

const aboutCommand = (session: string, number: number): string => `attune command 1\n${session}\n${number}`;

/** Two watchers may count at once on two replicas: whoever comes second counts again. */
const ATTEMPTS = 20;

type Row = Selectable<RoomTables['room_command']>;

/** @param keys  what clients' sessions are encrypted with; absent: nothing is */
export const sqlCommandStore = (database: Database<RoomTables>, keys?: ClientKeys): CommandStore => {
  const use = <T>(whose: Whose, work: (db: Db) => Promise<T>): Promise<T> =>
    database.use((open) => open.within(whose, work));
  const asGiven = async (db: Db, session: string, rows: readonly Row[]): Promise<readonly KeptCommand[]> => {
    const isEncrypted = rows.some(({ command }) => command.startsWith(ENCRYPTED));
    const key = isEncrypted ? await keys?.toRead(db, await keyedSession(db, session)) : undefined;
    return rows.map((row) => keptCommand(row, key));
  };
  return {
    keep: async ({ session, whose }, command) => {
      for (let attempt = 1; ; attempt++) {
        // A transaction each: what the one before did not see, this one sees.
        const number = await use(whose, async (db) => {
          const key = await keyToWrite(db, session, keys);
          return keepOnce(db, session, { ...command, key });
        });
        if (number !== undefined) return number;
        if (attempt === ATTEMPTS) throw new StoreError('busy', 'Too many commands came at once.');
      }
    },
    find: ({ session, whose }, number) =>
      use(whose, async (db) => {
        const given = db.selectFrom('room_command').selectAll().where('session_id', '=', session);
        const row = await given.where('number', '=', number).executeTakeFirst();
        return row && (await asGiven(db, session, [row]))[0];
      }),
    from: ({ session, whose }, number) =>
      use(whose, async (db) => {
        const rows = await db
          .selectFrom('room_command')
          .selectAll()
          .where('session_id', '=', session)
          .where('number', '>=', number)
          .orderBy('number')
          .execute();
        return asGiven(db, session, rows);
      }),
  };
};

/** The session, as far as it has to do with keys; of one that is gone nothing. */
const keyedSession = async (db: Db, session: string): Promise<KeyedSession> => {
  const { rows } =
    await sql<KeyedSession>`select client_id, key_id from session where id = ${session}`.execute(db);
  return rows[0] ?? { client_id: null, key_id: null };
};

const keyToWrite = async (db: Db, session: string, keys: ClientKeys | undefined) => {
  if (!keys) return undefined;
  const line = await keyedSession(db, session);
  const { key_id: before } = line;
  const key = await keys.toWrite(db, line);
  if (line.key_id !== before)
    await sql`update session set key_id = ${line.key_id} where id = ${session}`.execute(db);
  return key;
};

/** @returns `undefined`: another one took that number */
const keepOnce = async (
  db: Db,
  session: string,
  { id, by, atMs, command, key }: Omit<KeptCommand, 'number'> & { readonly key: KeyObject | undefined },
): Promise<number | undefined> => {
  const known = await db
    .selectFrom('room_command')
    .select('number')
    .where('session_id', '=', session)
    .where('by_account', '=', by)
    .where('id', '=', id)
    .executeTakeFirst();
  if (known) return known.number;
  const { next } = await db
    .selectFrom('room_command')
    .select((it) => it.fn.coalesce(it.fn.max('number'), it.lit(-1)).as('next'))
    .where('session_id', '=', session)
    .executeTakeFirstOrThrow();
  const number = next + 1;
  const row = {
    session_id: session,
    number,
    id,
    by_account: by,
    at_ms: atMs,
    command: commandForm(JSON.stringify(command), { key, about: aboutCommand(session, number) }),
  };
  const kept = await db
    .insertInto('room_command')
    .values(row)
    .onConflict((it) => it.doNothing())
    .returning('number')
    .executeTakeFirst();
  return kept?.number;
};

interface Lock {
  /** Absent: plain. */
  readonly key: KeyObject | undefined;
  readonly about: string;
}

const commandForm = (text: string, { key, about }: Lock): string =>
  key ? `${ENCRYPTED}${encrypted(key, text, about).toString('base64url')}` : text;

const commandText = (form: string, { key, about }: Lock): string =>
  key && form.startsWith(ENCRYPTED)
    ? decrypted(key, bytesOf(form.slice(ENCRYPTED.length)), about).toString()
    : form;

const keptCommand = (row: Row, key: KeyObject | undefined): KeptCommand => ({
  ...{ number: row.number, id: row.id, by: row.by_account, atMs: row.at_ms },
  command: JSON.parse(
    commandText(row.command, { key, about: aboutCommand(row.session_id, row.number) }),
  ) as RoomCommand,
});
