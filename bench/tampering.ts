import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chance, type Chance } from '../engine/index.ts';
import { openSqliteFile, overSqlite } from '../server/database/dialects/sqlite.ts';
import { openOnce } from '../server/database/reopening.ts';
import { logEntry, type LogFault } from '../server/index.ts';
import { SCHEMA, type Tables } from '../server/schema.ts';
import { sessionHashOf } from '../server/sessions/chain.ts';
import { sealKeyIn } from '../server/sessions/seal/seal-key.ts';
import { writeSeal } from '../server/sessions/seal/write-seal.ts';
import { sqlSessionStore } from '../server/sessions/sql-session-store.ts';
import { verifyLog } from '../server/sessions/verify/verify-log.ts';
import { recordedLog } from './ingest/recorded-log.ts';
import { roomId } from './ingest/room.ts';
import { runAlone, type Report } from './report.ts';

/**
 * Changes one byte of any value of the session log, checks the log, and puts it back, over and over: each change must
 * be found, and the place that is named must be the row that was changed.
 * Run: npx tsx bench/tampering.ts [--trials 10000] [--seed 1] [--json]
 */

export interface Tampered {
  readonly trials: number;
  readonly found: number;
  readonly placed: number;
  /** Changes of each column, and how many of them were placed. */
  readonly columns: Readonly<Record<string, readonly [trials: number, placed: number]>>;
  /** What was not found or placed elsewhere, the first ten. */
  readonly missed: readonly string[];
}

type Row = Readonly<Record<string, string | number | null>> & { readonly place: number };

const SESSIONS = 5;
const EVENTS = 24;
const TABLES = [
  'session',
  'session_event',
  'session_event',
  'session_event',
  'tombstone',
  'seal',
  'sealed_session',
];

export async function tamper(its: { readonly trials: number; readonly seed: number }): Promise<Tampered> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-tampering-'));
  const database = openSqliteFile(':memory:');
  const open = await overSqlite<Tables>(database, SCHEMA);
  try {
    await fill(openOnce(open), join(folder, 'key.pem'));
    database.pragma('foreign_keys = OFF');
    const { faults } = await verifyLog(open.within, () => undefined);
    if (faults.length > 0) throw new Error(`it does not hold to begin with: ${JSON.stringify(faults)}`);
    const next = chance(its.seed);
    const found = {
      trials: 0,
      found: 0,
      placed: 0,
      columns: {} as Record<string, [number, number]>,
      missed: [] as string[],
    };
    while (found.trials < its.trials) {
      const table = TABLES[Math.floor(next() * TABLES.length)]!;
      const rows = database.prepare<[], Row>(`select rowid as place, * from ${table}`).all();
      const row = rows[Math.floor(next() * rows.length)]!;
      const names = Object.keys(row).filter((name) => name !== 'place' && row[name] !== null);
      const column = names[Math.floor(next() * names.length)]!;
      const set = (value: unknown, as = '?') =>
        database.prepare(`update ${table} set ${column} = ${as} where rowid = ?`).run(value, row.place);
      const before = row[column]!;
      const wanted = typeof before === 'string' ? flippedText(next, before) : flippedNumber(next, before);
      try {
        set(wanted, typeof before === 'string' ? 'cast(? as text)' : '?');
      } catch {
        // A key that is there already, or no number.
        continue;
      }
      // The one column by which SQLite itself knows the row.
      const place = column === 'number' ? wanted : row.place;
      const now = database.prepare(`select ${column} from ${table} where rowid = ?`).pluck().get(place);
      const verdict = await verifyLog(open.within, () => undefined);
      database.prepare(`update ${table} set ${column} = ? where rowid = ?`).run(before, place);
      if (now === before) continue;
      const name = `${table}.${column}`;
      const counts = (found.columns[name] ??= [0, 0]);
      counts[0] += 1;
      found.trials += 1;
      if (verdict.faults.length > 0) found.found += 1;
      if (verdict.faults.some((fault) => isAt(fault, { table, column, row, now }))) {
        found.placed += 1;
        counts[1] += 1;
      } else if (found.missed.length < 10)
        found.missed.push(`${name} ${JSON.stringify([row, now, verdict.faults])}`);
    }
    return found;
  } finally {
    await open.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Sessions of several lengths, some deleted, before and after a seal. */
async function fill(
  database: ReturnType<typeof openOnce<Awaited<ReturnType<typeof overSqlite<Tables>>>>>,
  keyFile: string,
) {
  const store = sqlSessionStore(database);
  const key = sealKeyIn(keyFile);
  const log = recordedLog(20).map(logEntry).slice(0, EVENTS);
  const seal = (atMs: number) => database.use(({ within }) => writeSeal(within, key, { atMs }));
  for (let n = 0; n < SESSIONS + 2; n++)
    await store.create({ id: roomId(n), startedAtMs: 1_700_000_000_000 + n, protocol: 'craving-session' });
  for (let n = 0; n < SESSIONS + 2; n++) await store.append(roomId(n), log.slice(0, 4 + 2 * n));
  await seal(1_700_000_000_000);
  await store.delete(roomId(SESSIONS));
  for (let n = 0; n < 3; n++) await store.append(roomId(n), log.slice(4 + 2 * n, 12 + 2 * n));
  await seal(1_700_003_600_000);
  await store.delete(roomId(SESSIONS + 1));
}

function flippedText(next: Chance, text: string): Buffer {
  const bytes = Buffer.from(text);
  bytes[Math.floor(next() * bytes.length)]! ^= 1 + Math.floor(next() * 255);
  return bytes;
}

function flippedNumber(next: Chance, value: number): number {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  bytes[Math.floor(next() * 8)]! ^= 1 + Math.floor(next() * 255);
  return bytes.readDoubleBE();
}

interface Change {
  readonly table: string;
  readonly column: string;
  readonly row: Row;
  readonly now: unknown;
}

/** Whether a fault names that row, by the name that it had or has now. */
function isAt(fault: LogFault, { table, column, row, now }: Change): boolean {
  const is = (name: string, said: unknown) => said === row[name] || (name === column && said === now);
  if ('seal' in fault) return is(table === 'seal' ? 'number' : 'seal', fault.seal);
  if ('tombstone' in fault) return table === 'tombstone' && is('session_hash', fault.tombstone);
  const isId = table === 'session' && column === 'id';
  if ('lostSession' in fault) return isId && fault.lostSession === sessionHashOf(String(row['id']));
  if (table === 'session_event') return is('session_id', fault.session) && is('seq', fault.seq);
  // A count or an id that was changed shows as an event too few or too many.
  return (
    table === 'session' &&
    is('id', fault.session) &&
    (fault.seq === undefined || isId || column === 'next_seq')
  );
}

export async function tampering(args: readonly string[]): Promise<Report> {
  const { values } = parseArgs({
    args: [...args],
    options: { trials: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
  });
  const data = await tamper({ trials: Number(values.trials), seed: Number(values.seed) });
  if (data.placed < data.trials) process.exitCode = 1;
  const text = [
    `bytes changed ${data.trials}, found ${data.found}, placed ${data.placed}`,
    ...Object.entries(data.columns).map(
      ([name, [trials, placed]]) => `  ${name}: ${trials}, placed ${placed}`,
    ),
    ...data.missed,
  ].join('\n');
  return { text, data };
}

await runAlone(import.meta.url, tampering);
