import type { Kysely, Selectable } from 'kysely';
import type { RoomCommand } from '../contract/index.ts';
import type { Whose } from '../access/reach.ts';
import type { Database } from '../database/open-database.ts';
import { StoreError } from '../database/store-error.ts';
import type { RoomTables } from './room-tables.ts';

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
  /** In order, from a number on; none to a session of others. @throws StoreError  (as a rejection) */
  from(of: Room, number: number): Promise<readonly KeptCommand[]>;
}

/** Two watchers may count at once on two replicas: whoever comes second counts again. */
const ATTEMPTS = 20;

export const sqlCommandStore = (database: Database<RoomTables>): CommandStore => {
  const use = <T>(whose: Whose, work: (db: Kysely<RoomTables>) => Promise<T>): Promise<T> =>
    database.use((open) => open.within(whose, work));
  return {
    keep: async ({ session, whose }, command) => {
      for (let attempt = 1; ; attempt++) {
        // A transaction each: what the one before did not see, this one sees.
        const number = await use(whose, (db) => keepOnce(db, session, command));
        if (number !== undefined) return number;
        if (attempt === ATTEMPTS) throw new StoreError('busy', 'Too many commands came at once.');
      }
    },
    from: ({ session, whose }, number) =>
      use(whose, async (db) => {
        const rows = await db
          .selectFrom('room_command')
          .selectAll()
          .where('session_id', '=', session)
          .where('number', '>=', number)
          .orderBy('number')
          .execute();
        return rows.map(keptCommand);
      }),
  };
};

/** @returns `undefined`: another one took that number */
const keepOnce = async (
  db: Kysely<RoomTables>,
  session: string,
  { id, by, atMs, command }: Omit<KeptCommand, 'number'>,
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
    command: JSON.stringify(command),
  };
  const kept = await db
    .insertInto('room_command')
    .values(row)
    .onConflict((it) => it.doNothing())
    .returning('number')
    .executeTakeFirst();
  return kept?.number;
};

const keptCommand = (row: Selectable<RoomTables['room_command']>): KeptCommand => ({
  ...{ number: row.number, id: row.id, by: row.by_account, atMs: row.at_ms },
  command: JSON.parse(row.command) as RoomCommand,
});
