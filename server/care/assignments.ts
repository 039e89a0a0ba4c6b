import type { Kysely, Transaction } from 'kysely';
import type { CareList } from '../contract/index.ts';
import type { CareTables } from './care-tables.ts';

type Db = Kysely<CareTables>;

/** By whom something is done, and when. */
export interface Done {
  readonly by: string;
  readonly nowMs: number;
}

export interface Pair {
  readonly clinician: string;
  readonly client: string;
}

/** Begins care; harmless to repeat while it lasts. */
export const assign = async (
  trx: Transaction<CareTables>,
  { clinician, client }: Pair,
  { by, nowMs }: Done,
): Promise<void> => {
  const lasting = await current(trx, nowMs)
    .where('clinician_id', '=', clinician)
    .where('client_id', '=', client)
    .executeTakeFirst();
  if (lasting) return;
  await trx
    .insertInto('care_assignment')
    .values({ clinician_id: clinician, client_id: client, from_ms: nowMs, assigned_by: by })
    // The same was asked for in the same millisecond.
    .onConflict((it) => it.doNothing())
    .execute();
};

/** Ends care at once. */
export const unassign = async (db: Db, { clinician, client }: Pair, { by, nowMs }: Done): Promise<void> => {
  await db
    .updateTable('care_assignment')
    .set({ until_ms: nowMs, ended_by: by })
    .where('clinician_id', '=', clinician)
    .where('client_id', '=', client)
    .where('until_ms', 'is', null)
    .execute();
};

/** Who cares, and cared, for a client, newest first. */
export const cliniciansOf = async (db: Db, client: string): Promise<CareList['clinicians']> => {
  const rows = await db
    .selectFrom('care_assignment')
    .selectAll()
    .where('client_id', '=', client)
    .orderBy('from_ms', 'desc')
    .orderBy('clinician_id')
    .execute();
  return rows.map(({ clinician_id: clinician, from_ms: fromMs, until_ms: untilMs }) => ({
    clinician,
    fromMs,
    ...(untilMs !== null && { untilMs }),
  }));
};

/** Whom a clinician cares for now, longest first. */
export const clientsOf = async (db: Db, clinician: string, nowMs: number) => {
  const rows = await current(db, nowMs)
    .where('clinician_id', '=', clinician)
    .orderBy('from_ms')
    .orderBy('client_id')
    .execute();
  return rows.map(({ client_id: client, from_ms: fromMs }) => ({ client, fromMs }));
};

const current = (db: Db, nowMs: number) =>
  db
    .selectFrom('care_assignment')
    .select(['client_id', 'from_ms'])
    .where('from_ms', '<=', nowMs)
    .where((it) => it.or([it('until_ms', 'is', null), it('until_ms', '>', nowMs)]));
