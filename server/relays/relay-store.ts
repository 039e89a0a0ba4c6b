import { randomBytes, randomInt, randomUUID, createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { RelayBatch, RelayItem, RelayRead, RelaySaid } from '../contract/index.ts';
import type { Whose } from '../access/reach.ts';
import type { Database, OpenDatabase } from '../database/open-database.ts';
import type { RelayTables } from './relay-tables.ts';

/** How long a code is good for, ms. */
export const CODE_FOR_MS = 5 * 60_000;
/** How long a relay may last, ms: longer than any session. */
const LASTS_MS = 12 * 3_600_000;
/** What is kept of one relay while no screen takes it: an hour of beats and movement. */
const MOST_ITEMS = 12_000;
/** What one person may have at once: a new one ends the oldest. */
const MOST_RELAYS = 8;
const ITEMS_AT_ONCE = 500;

/** Why a phone's batch was not taken. `gap`: items before it are missing; `full`: the screen takes nothing. */
export type Taken =
  | { readonly kind: 'taken'; readonly nextSeq: number }
  | { readonly kind: 'gap'; readonly nextSeq: number }
  | { readonly kind: 'full' };

/**
 * Pairings of a phone with a screen, and what the phone sent that the screen does not have yet. Rejects with a
 * `StoreError`.
 */
export interface RelayStore {
  /** @param account  absent: the person of a personal service */
  make(account: string | undefined): Promise<{ readonly id: string; readonly pairingCode: string }>;
  /** Takes the code, once. @returns `undefined`: there is no such code, or not any more */
  join(pairingCode: string): Promise<{ readonly id: string; readonly token: string } | undefined>;
  /** @returns `undefined`: there is no such relay, or it is not this phone's */
  take(id: string, token: string, batch: RelayBatch): Promise<Taken | undefined>;
  /**
   * What is there from a number on; what is before it is deleted.
   *
   * @param from  absent: what comes from now on, and what is there is deleted
   * @returns `undefined`: there is no such relay of theirs
   */
  read(id: string, whose: Whose, from: number | undefined): Promise<Read | undefined>;
  /** @returns whether there was one of theirs */
  end(id: string, whose: Whose): Promise<boolean>;
  /** Epoch ms, by one clock for all replicas. */
  nowMs(): Promise<number>;
}

export type Read = Omit<RelayRead, 'service'>;

type Open = OpenDatabase<RelayTables>;
type Latest = Pick<RelayRead, 'strap' | 'clock' | 'sensor' | 'battery'>;

const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** @param ownMs  epoch ms, by this process's clock; what all replicas share is the database's */
export const sqlRelayStore = (
  database: Database<RelayTables>,
  ownMs: () => number = () => performance.timeOrigin + performance.now(),
): RelayStore => {
  const use = <T>(work: (db: Kysely<RelayTables>, open: Open) => Promise<T>): Promise<T> =>
    database.use((open) => open.guarded(() => work(open.db, open)));
  return {
    make: (account) => use(async (db) => makeRelay(db, account, ownMs())),
    join: (pairingCode) => use((db) => joinRelay(db, pairingCode, ownMs())),
    take: (id, token, batch) => use((db) => takeBatch(db, { id, token, batch })),
    read: (id, whose, from) => use((db) => readItems(db, { id, whose, from })),
    end: (id, whose) =>
      use(async (db) => {
        if (!(await found(db, id, whose))) return false;
        await db.deleteFrom('relay').where('id', '=', id).execute();
        return true;
      }),
    nowMs: () =>
      use(async (db, { dialect }) => {
        if (dialect === 'sqlite') return ownMs();
        const clock = sql<{
          ms: number;
        }>`select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`;
        return (await clock.execute(db)).rows[0]!.ms;
      }),
  };
};

const makeRelay = async (db: Kysely<RelayTables>, account: string | undefined, nowMs: number) => {
  await db
    .deleteFrom('relay')
    .where('made_at_ms', '<', nowMs - LASTS_MS)
    .execute();
  // A code that nobody took is free again for another relay.
  await db
    .updateTable('relay')
    .set({ pairing_code: null })
    .where('made_at_ms', '<', nowMs - CODE_FOR_MS)
    .execute();
  await endOldest(db, account);
  const id = randomUUID();
  for (let attempt = 0; attempt < 20; attempt++) {
    const pairingCode = String(randomInt(1_000_000)).padStart(6, '0');
    const made = await db
      .insertInto('relay')
      .values({
        ...{ id, account_id: account ?? null, made_at_ms: nowMs, pairing_code: pairingCode },
        ...{ token_hash: null, next_seq: 0, latest: '{}' },
      })
      .onConflict((it) => it.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (made) return { id, pairingCode };
  }
  throw new Error('no code is free');
};

const endOldest = async (db: Kysely<RelayTables>, account: string | undefined): Promise<void> => {
  const theirs = await db
    .selectFrom('relay')
    .select('id')
    .where('account_id', account === undefined ? 'is' : '=', account ?? null)
    .orderBy('made_at_ms', 'desc')
    .offset(MOST_RELAYS - 1)
    .limit(100)
    .execute();
  for (const { id } of theirs) await db.deleteFrom('relay').where('id', '=', id).execute();
};

const joinRelay = async (db: Kysely<RelayTables>, pairingCode: string, nowMs: number) => {
  const token = randomBytes(32).toString('base64url');
  // One statement: of two phones at once, on two replicas, one gets it.
  const taken = await db
    .updateTable('relay')
    .set({ pairing_code: null, token_hash: digestOf(token) })
    .where('pairing_code', '=', pairingCode)
    .where('made_at_ms', '>=', nowMs - CODE_FOR_MS)
    .returning('id')
    .executeTakeFirst();
  return taken && { id: taken.id, token };
};

interface Taking {
  readonly id: string;
  readonly token: string;
  readonly batch: RelayBatch;
}

const takeBatch = (db: Kysely<RelayTables>, { id, token, batch }: Taking): Promise<Taken | undefined> =>
  db.transaction().execute(async (inOne): Promise<Taken | undefined> => {
    // Written first, so that two batches of one relay wait for each other on every dialect.
    const relay = await inOne
      .updateTable('relay')
      .set((it) => ({ next_seq: it.ref('next_seq') }))
      .where('id', '=', id)
      .where('token_hash', '=', digestOf(token))
      .returning(['next_seq', 'latest'])
      .executeTakeFirst();
    if (!relay) return undefined;
    const { items } = batch;
    const isInRow = items.every(({ seq }, i) => seq === items[0]!.seq + i);
    if (!isInRow || (items[0]?.seq ?? 0) > relay.next_seq) return { kind: 'gap', nextSeq: relay.next_seq };
    const fresh = items.filter(({ seq }) => seq >= relay.next_seq);
    const { waiting } = await inOne
      .selectFrom('relay_item')
      .select((it) => it.fn.countAll<number | string>().as('waiting'))
      .where('relay_id', '=', id)
      .executeTakeFirstOrThrow();
    if (fresh.length > 0 && Number(waiting) + fresh.length > MOST_ITEMS) return { kind: 'full' };
    if (fresh.length > 0)
      await inOne
        .insertInto('relay_item')
        .values(fresh.map(rowOf(id)))
        .execute();
    const nextSeq = relay.next_seq + fresh.length;
    const latest = latestAfter(JSON.parse(relay.latest) as Latest, { ...batch, items: fresh });
    await inOne
      .updateTable('relay')
      .set({ next_seq: nextSeq, latest: JSON.stringify(latest) })
      .where('id', '=', id)
      .execute();
    return { kind: 'taken', nextSeq };
  });

const rowOf =
  (id: string) =>
  ({ seq, atMs, said }: RelayItem) => ({
    relay_id: id,
    seq,
    at_ms: atMs,
    said: JSON.stringify(said),
  });

const latestAfter = (before: Latest, { strap, clock, items }: RelayBatch): Latest => {
  const states = items.map(({ said }) => said).filter(({ type }) => type === 'sensor');
  const levels = items.flatMap(({ said }) => (said.type === 'battery' ? [said.percent] : []));
  const [sensor, battery] = [states.at(-1), levels.at(-1)];
  return {
    ...before,
    ...(strap !== undefined && { strap }),
    ...(clock && { clock }),
    ...(sensor && { sensor }),
    ...(battery !== undefined && { battery }),
  };
};

const found = (db: Kysely<RelayTables>, id: string, whose: Whose) => {
  const query = db.selectFrom('relay').selectAll().where('id', '=', id);
  // A relay without an account is of a personal service, which reaches everything.
  return (whose === 'all' ? query : query.where('account_id', 'in', [...whose, ''])).executeTakeFirst();
};

interface Reading {
  readonly id: string;
  readonly whose: Whose;
  readonly from: number | undefined;
}

const readItems = async (
  db: Kysely<RelayTables>,
  { id, whose, from }: Reading,
): Promise<Read | undefined> => {
  const relay = await found(db, id, whose);
  if (!relay) return undefined;
  const first = Math.min(from ?? relay.next_seq, relay.next_seq);
  await db.deleteFrom('relay_item').where('relay_id', '=', id).where('seq', '<', first).execute();
  const rows = await db
    .selectFrom('relay_item')
    .select(['seq', 'at_ms', 'said'])
    .where('relay_id', '=', id)
    .where('seq', '>=', first)
    .orderBy('seq')
    .limit(ITEMS_AT_ONCE)
    .execute();
  const items = rows.map(({ seq, at_ms, said }) => ({
    seq,
    atMs: at_ms,
    said: JSON.parse(said) as RelaySaid,
  }));
  return {
    joined: relay.token_hash !== null,
    ...(JSON.parse(relay.latest) as Latest),
    items,
    nextSeq: (items.at(-1)?.seq ?? first - 1) + 1,
  };
};
