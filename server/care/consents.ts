import { randomBytes, randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Purpose } from '../access/rules.ts';
import type { Consent } from '../contract/index.ts';
import type { CareTables } from './care-tables.ts';

type Db = Kysely<CareTables>;

export interface Agreed {
  readonly client: string;
  readonly purpose: Purpose;
}

/** Gives consent to a version of a text; harmless to repeat. Another version replaces the one before. */
export const giveConsent = async (
  trx: Transaction<CareTables>,
  { client, purpose, version }: Agreed & Pick<Consent, 'version'>,
  nowMs: number,
): Promise<void> => {
  await trx
    .updateTable('consent')
    .set({ withdrawn_at_ms: nowMs })
    .where('client_id', '=', client)
    .where('purpose', '=', purpose)
    .where('withdrawn_at_ms', 'is', null)
    .where('version', '!=', version)
    .execute();
  await trx
    .insertInto('consent')
    .values({ id: randomUUID(), client_id: client, purpose, version, given_at_ms: nowMs })
    .onConflict((it) => it.doNothing())
    .execute();
  if (purpose !== 'research') return;
  await trx
    .insertInto('research_pseudonym')
    .values({ client_id: client, pseudonym: `p-${randomBytes(16).toString('hex')}` })
    .onConflict((it) => it.doNothing())
    .execute();
};

/** From here on nothing is allowed by it. */
export const withdrawConsent = async (db: Db, { client, purpose }: Agreed, nowMs: number): Promise<void> => {
  await db
    .updateTable('consent')
    .set({ withdrawn_at_ms: nowMs })
    .where('client_id', '=', client)
    .where('purpose', '=', purpose)
    .where('withdrawn_at_ms', 'is', null)
    .execute();
};

/** All that a client ever gave, newest first. */
export const consentsOf = async (db: Db, client: string): Promise<Consent[]> => {
  const rows = await db
    .selectFrom('consent')
    .selectAll()
    .where('client_id', '=', client)
    .orderBy('given_at_ms', 'desc')
    .orderBy('purpose')
    .execute();
  return rows.map((row) => ({
    purpose: row.purpose as Purpose,
    version: row.version,
    givenAtMs: row.given_at_ms,
    ...(row.withdrawn_at_ms !== null && { withdrawnAtMs: row.withdrawn_at_ms }),
  }));
};

/** The purposes that each of these clients agrees to now. Who agrees to none is absent. */
export const purposesOf = async (
  db: Db,
  clients: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<Purpose>>> => {
  const agreed = new Map<string, Set<Purpose>>();
  if (clients.length === 0) return agreed;
  const rows = await db
    .selectFrom('consent')
    .select(['client_id', 'purpose'])
    .where('client_id', 'in', clients)
    .where('withdrawn_at_ms', 'is', null)
    .execute();
  for (const { client_id: client, purpose } of rows)
    agreed.set(client, (agreed.get(client) ?? new Set<Purpose>()).add(purpose as Purpose));
  return agreed;
};
