import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { BreakGlass } from '../contract/index.ts';
import type { CareTables } from './care-tables.ts';

type Db = Kysely<CareTables>;

/** How long it lasts, and how long a second person has to review it, ms. */
export const BREAK_GLASS_MS = 3 * 3_600_000;
export const REVIEW_WITHIN_MS = 72 * 3_600_000;

export interface Breaking {
  readonly clinician: string;
  readonly client: string;
  readonly reason: string;
}

/** One of them, and who does something with it. */
export interface ById {
  readonly id: string;
  readonly by: string;
}

export const beginBreakGlass = async (db: Db, { clinician, client, reason }: Breaking, nowMs: number) => {
  const row = {
    id: randomUUID(),
    clinician_id: clinician,
    client_id: client,
    reason,
    begun_at_ms: nowMs,
    until_ms: nowMs + BREAK_GLASS_MS,
  };
  await db.insertInto('break_glass').values(row).execute();
  return shown({ ...row, ended_at_ms: null, reviewed_at_ms: null, reviewed_by: null }, nowMs);
};

/** Before its time; harmless to repeat. Absent: this clinician began none of that id. */
export const endBreakGlass = async (
  db: Db,
  { id, by }: ById,
  nowMs: number,
): Promise<BreakGlass | undefined> => {
  await db
    .updateTable('break_glass')
    .set({ ended_at_ms: nowMs })
    .where('id', '=', id)
    .where('clinician_id', '=', by)
    .where('ended_at_ms', 'is', null)
    .where('until_ms', '>', nowMs)
    .execute();
  const row = await db
    .selectFrom('break_glass')
    .selectAll()
    .where('id', '=', id)
    .where('clinician_id', '=', by)
    .executeTakeFirst();
  return row && shown(row, nowMs);
};

/** @returns `same-person`: nobody reviews their own; absent: there is none of that id */
export const reviewBreakGlass = async (
  db: Db,
  { id, by }: ById,
  nowMs: number,
): Promise<BreakGlass | 'same-person' | undefined> => {
  const found = await findBreakGlass(db, id, nowMs);
  if (!found) return undefined;
  if (found.clinician === by) return 'same-person';
  await db
    .updateTable('break_glass')
    .set({ reviewed_at_ms: nowMs, reviewed_by: by })
    .where('id', '=', id)
    .where('reviewed_at_ms', 'is', null)
    .execute();
  return findBreakGlass(db, id, nowMs);
};

export const findBreakGlass = async (db: Db, id: string, nowMs: number): Promise<BreakGlass | undefined> => {
  const row = await db.selectFrom('break_glass').selectAll().where('id', '=', id).executeTakeFirst();
  return row && shown(row, nowMs);
};

/** Those on these clients, newest first. */
export const breakGlassOn = async (db: Db, clients: 'all' | readonly string[], nowMs: number) => {
  if (clients.length === 0) return [];
  const rows = await db
    .selectFrom('break_glass')
    .selectAll()
    .$if(clients !== 'all', (it) => it.where('client_id', 'in', clients as readonly string[]))
    .orderBy('begun_at_ms', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => shown(row, nowMs));
};

/** Those that a clinician began and that last. */
export const lastingBreakGlass = (db: Db, clinician: string, nowMs: number) =>
  db
    .selectFrom('break_glass')
    .select(['id', 'client_id as client'])
    .where('clinician_id', '=', clinician)
    .where('ended_at_ms', 'is', null)
    .where('begun_at_ms', '<=', nowMs)
    .where('until_ms', '>', nowMs)
    .orderBy('begun_at_ms', 'desc')
    .execute();

const shown = (row: Selectable<CareTables['break_glass']>, nowMs: number): BreakGlass => ({
  id: row.id,
  client: row.client_id,
  clinician: row.clinician_id,
  reason: row.reason,
  begunAtMs: row.begun_at_ms,
  untilMs: row.ended_at_ms ?? row.until_ms,
  ...(row.reviewed_at_ms !== null && { reviewedAtMs: row.reviewed_at_ms }),
  ...(row.reviewed_by !== null && { reviewedBy: row.reviewed_by }),
  isOverdue: row.reviewed_at_ms === null && nowMs - row.begun_at_ms > REVIEW_WITHIN_MS,
});
