import { createSecretKey, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openSqliteFile } from '../server/database/dialects/sqlite.ts';
import { sessionsFileIn } from '../server/index.ts';
import { headAfter } from '../server/sessions/chain.ts';
import { rowForm } from '../server/sessions/stored-form.ts';
import { recordedLog } from './ingest/recorded-log.ts';
import { connection, post, roomId, type Connection } from './ingest/room.ts';
import { serviceAt, type ServiceAt } from './ingest/service-at.ts';
import { processorMs } from './processor-time.ts';
import { storedTexts } from '../test/support/stored-texts.ts';
import { runAlone, type Report } from './report.ts';
import { quantile } from './simulated-room.ts';

/**
 * How fast the service takes what sessions log, over HTTP, from many rooms at once, against bare inserts of the same
 * rows: batches of five seconds of a session. Two floors, both as durable as what the service acknowledges: a
 * transaction a batch, and as many batches to a transaction as the service had to one. On the disk of the folder for
 * temporary files and, where a commit costs nothing but its processor time, in memory.
 * Run: npx tsx bench/ingest.ts [--seconds 8] [--profile FOLDER] [--json]
 */

const BATCH_MS = 5000;
const SESSION_S = 600;
/** Rooms that send their next batch as soon as the one before is taken. */
const EAGER_ROOMS = 128;
const MANY_ROOMS = 1000;
const DRIVERS = 1000;

interface Batch {
  readonly texts: readonly string[];
  readonly body: string;
}

/** The log in pieces of five seconds. */
function batchesOf(seconds: number): readonly Batch[] {
  const log = recordedLog(seconds);
  const batches: Batch[] = [];
  for (let atMs = 0; atMs < seconds * 1000; atMs += BATCH_MS) {
    const events = log.filter((event) => event.atMs >= atMs && event.atMs < atMs + BATCH_MS);
    const texts = events.map((event) => JSON.stringify(event));
    if (texts.length > 0) batches.push({ texts, body: `{"events":[${texts.join(',')}]}` });
  }
  return batches;
}

/** Bare inserts a second of the same rows, `batchesToOne` batches to a transaction, for about `seconds`. */
function bareRate(folder: string, batches: readonly Batch[], its: { seconds: number; batchesToOne: number }) {
  const file = join(mkdtempSync(join(folder, 'bare-')), 'bare.sqlite');
  const database = openSqliteFile(file);
  database.exec(
    'create table session (id text primary key not null);' +
      'create table session_event (session_id text not null references session (id), seq integer not null,' +
      ' text text not null, constraint session_event_key primary key (session_id, seq))',
  );
  const insert = database.prepare('insert into session_event (session_id, seq, text) values (?, ?, ?)');
  const addSession = database.prepare('insert into session (id) values (?)');
  let rows = 0;
  const untilMs = performance.now() + its.seconds * 1000;
  const beganMs = performance.now();
  const begun = process.cpuUsage();
  for (let round = 0; performance.now() < untilMs; round++) {
    const ids = Array.from({ length: EAGER_ROOMS }, (_, i) => roomId(round * EAGER_ROOMS + i));
    database.transaction(() => ids.forEach((id) => addSession.run(id)))();
    let seq = 0;
    for (const { texts } of batches) {
      for (let from = 0; from < ids.length; from += its.batchesToOne)
        database.transaction(() => {
          for (const id of ids.slice(from, from + its.batchesToOne))
            for (const [i, text] of texts.entries()) insert.run(id, seq + i, text);
          rows += texts.length * Math.min(its.batchesToOne, ids.length - from);
        })();
      seq += texts.length;
      if (performance.now() > untilMs) break;
    }
  }
  const { user, system } = process.cpuUsage(begun);
  const seconds = (performance.now() - beganMs) / 1000;
  database.close();
  return { rowsASecond: rows / seconds, usARow: (user + system) / rows };
}

interface Driven {
  /** Events that were acknowledged, by room. */
  readonly acknowledged: ReadonlyMap<string, number>;
  readonly refused: number;
}

/** Announces rooms, each over one of the connections. */
async function announce(connections: readonly Connection[], ids: readonly string[]): Promise<void> {
  await Promise.all(
    ids.map(async (id, i) => {
      const body = JSON.stringify({ id, startedAtMs: 1_700_000_000_000 + i, protocol: 'craving-session' });
      const status = await connections[i % connections.length]!.ask(post('/sessions', body));
      if (status !== 201) throw new Error(`a session was answered ${status}`);
    }),
  );
}

/** Rooms that never wait: the most that the service takes. */
async function eager(service: ServiceAt, batches: readonly Batch[], seconds: number) {
  const connections = await Promise.all(Array.from({ length: EAGER_ROOMS }, () => connection(service.port)));
  const acknowledged = new Map<string, number>();
  let refused = 0;
  let rows = 0;
  let next = 0;
  const untilMs = performance.now() + seconds * 1000;
  await announce(
    connections,
    connections.map((_, i) => roomId(i)),
  );
  const cpuBefore = await service.processorMs();
  const beganMs = performance.now();
  next = connections.length;
  await Promise.all(
    connections.map(async (to, n) => {
      let id = roomId(n);
      while (performance.now() < untilMs) {
        let seq = 0;
        for (const { texts, body } of batches) {
          const status = await to.ask(post(`/sessions/${id}/events`, body));
          if (status === 200) acknowledged.set(id, (seq += texts.length));
          else refused += 1;
          rows += texts.length;
          if (performance.now() > untilMs) break;
        }
        if (performance.now() > untilMs) break;
        id = roomId(next++);
        await announce([to], [id]);
      }
    }),
  );
  const tookS = (performance.now() - beganMs) / 1000;
  const cpuMs = (await service.processorMs()) - cpuBefore;
  connections.forEach((it) => it.end());
  return { acknowledged, refused, rowsASecond: rows / tookS, usARow: (cpuMs * 1000) / rows };
}

/** Batches of many rooms at a steady rate, whatever the answers; how long each took from when it was due. */
async function steady(
  service: ServiceAt,
  batches: readonly Batch[],
  its: { readonly batchesASecond: number; readonly seconds: number; readonly first: number },
): Promise<Driven & { readonly tookMs: readonly number[] }> {
  const connections: Connection[] = [];
  for (let i = 0; i < DRIVERS; i += 100)
    connections.push(...(await Promise.all(Array.from({ length: 100 }, () => connection(service.port)))));
  const ids = connections.map((_, i) => roomId(its.first + i));
  await announce(connections, ids);
  const acknowledged = new Map<string, number>();
  const tookMs: number[] = [];
  let refused = 0;
  const beganMs = performance.now();
  const asked: Promise<void>[] = [];
  const count = Math.min(its.batchesASecond * its.seconds, batches.length * DRIVERS);
  for (let n = 0; n < count;) {
    const due = ((performance.now() - beganMs) / 1000) * its.batchesASecond;
    for (; n < due && n < count; n++) {
      const dueMs = beganMs + (n / its.batchesASecond) * 1000;
      const [room, round] = [n % DRIVERS, Math.floor(n / DRIVERS)];
      const { texts, body } = batches[round]!;
      const id = ids[room]!;
      const sent = connections[room]!.ask(post(`/sessions/${id}/events`, body)).then((status) => {
        tookMs.push(performance.now() - dueMs);
        if (status === 200) acknowledged.set(id, (acknowledged.get(id) ?? 0) + texts.length);
        else refused += 1;
      });
      asked.push(sent);
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(asked);
  connections.forEach((it) => it.end());
  return { acknowledged, refused, tookMs };
}

/** Processor time of chaining an event, µs: what the service does for it beyond storing it. */
function chainUsARow(batches: readonly Batch[]): number {
  const texts = batches.flatMap((batch) => batch.texts);
  const rounds = Array.from({ length: 7 }, () => {
    let head = 'a'.repeat(43);
    return processorMs(() => {
      for (let i = 0; i < 10; i++)
        for (const [seq, text] of texts.entries()) head = headAfter(head, seq, text);
    });
  });
  return (Math.min(...rounds) * 1000) / (10 * texts.length);
}

/** Processor time of encrypting an event, µs: what the service of a clinic does beyond that. */
function encryptUsARow(batches: readonly Batch[]): number {
  const key = createSecretKey(randomBytes(32));
  const texts = batches.flatMap((batch) => batch.texts);
  const rounds = Array.from({ length: 7 }, () =>
    processorMs(() => {
      for (let i = 0; i < 10; i++)
        for (const [seq, text] of texts.entries()) rowForm(key, roomId(1), { seq, text, link: 'AAAAAAAA' });
    }),
  );
  return (Math.min(...rounds) * 1000) / (10 * texts.length);
}

/** Events that are in the file as they were sent, of those acknowledged. */
function countKept(dataDir: string, batches: readonly Batch[], acknowledged: ReadonlyMap<string, number>) {
  const sent = batches.flatMap(({ texts }) => texts);
  const database = openSqliteFile(sessionsFileIn(dataDir));
  let kept = 0;
  for (const [id, count] of acknowledged) {
    const there = storedTexts(database, id);
    for (let seq = 0; seq < count; seq++) if (there[seq] === sent[seq]) kept += 1;
  }
  database.close();
  return kept;
}

const sumOf = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

async function ingestOn(where: string, parent: string, options: { seconds: number; profile?: string }) {
  const folder = mkdtempSync(join(parent, 'attune-ingest-'));
  const batches = batchesOf(SESSION_S);
  const { seconds } = options;
  try {
    const dataDir = join(folder, 'data');
    const service = await serviceAt(dataDir, { profileInto: options.profile });
    // The first seconds are the compiler's.
    await eager(service, batches.slice(0, 3), 1.5).catch(() => undefined);
    const before = bareRate(folder, batches, { seconds: seconds / 2, batchesToOne: 1 });
    await service.close();
    const fresh = await serviceAt(join(folder, 'fresh'), { profileInto: options.profile });
    const most = await eager(fresh, batches, seconds);
    const after = bareRate(folder, batches, { seconds: seconds / 2, batchesToOne: 1 });
    const grouped = bareRate(folder, batches, { seconds: seconds / 2, batchesToOne: EAGER_ROOMS });
    const rowsABatch = batches.flatMap(({ texts }) => texts).length / batches.length;
    const half = Math.max(20, Math.floor(most.rowsASecond / rowsABatch / 2));
    const calm = await steady(fresh, batches, { batchesASecond: half, seconds, first: 500_000 });
    const rooms = await steady(fresh, batches, {
      batchesASecond: (MANY_ROOMS * 1000) / BATCH_MS,
      seconds: 15,
      first: 600_000,
    });
    await fresh.close();
    const acknowledged = new Map([...most.acknowledged, ...calm.acknowledged, ...rooms.acknowledged]);
    const bare = (before.rowsASecond + after.rowsASecond) / 2;
    return {
      where,
      rowsABatch,
      taken: most.rowsASecond,
      bare,
      ratio: most.rowsASecond / bare,
      bareGrouped: grouped.rowsASecond,
      ratioGrouped: most.rowsASecond / grouped.rowsASecond,
      usARow: most.usARow,
      chainShare: chainUsARow(batches) / most.usARow,
      encryptUsARow: encryptUsARow(batches),
      bareUsARow: (before.usARow + after.usARow) / 2,
      halfBatchesASecond: half,
      p50Ms: quantile(calm.tookMs, 0.5),
      p99Ms: quantile(calm.tookMs, 0.99),
      rooms: MANY_ROOMS,
      roomsP99Ms: quantile(rooms.tookMs, 0.99),
      refused: most.refused + calm.refused + rooms.refused,
      acknowledged: sumOf(acknowledged),
      kept: countKept(join(folder, 'fresh'), batches, acknowledged),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function ingest(args: readonly string[]): Promise<Report> {
  const { values } = parseArgs({
    args: [...args],
    options: { seconds: { type: 'string', default: '8' }, profile: { type: 'string' } },
  });
  const options = {
    seconds: Number(values.seconds),
    ...(values.profile !== undefined && { profile: values.profile }),
  };
  const places = [['disk', tmpdir()] as const, ['memory', '/dev/shm'] as const];
  const rows = [];
  for (const [where, parent] of places)
    if (existsSync(parent)) rows.push(await ingestOn(where, parent, options));
  if (rows.some(({ kept, acknowledged }) => kept < acknowledged)) process.exitCode = 1;
  return { text: rows.map(textOf).join('\n\n'), data: { rows } };
}

const textOf = (found: Awaited<ReturnType<typeof ingestOn>>): string => {
  const whole = (value: number) => Math.round(value).toLocaleString('en-US');
  return [
    `on ${found.where}, batches of ${found.rowsABatch.toFixed(1)} events`,
    `taken ${whole(found.taken)} events a second, ${found.usARow.toFixed(1)} µs of processor each, ` +
      `of which hashing the chain ${(100 * found.chainShare).toFixed(1)} %; ` +
      `a clinic encrypts each for ${found.encryptUsARow.toFixed(1)} µs more`,
    `bare inserts, a durable transaction a batch ${whole(found.bare)}: ratio ${found.ratio.toFixed(2)}`,
    `bare inserts, ${EAGER_ROOMS} batches to a transaction ${whole(found.bareGrouped)}: ` +
      `ratio ${found.ratioGrouped.toFixed(2)}`,
    `at half, ${whole(found.halfBatchesASecond)} batches a second: p50 ${found.p50Ms.toFixed(1)} ms, ` +
      `p99 ${found.p99Ms.toFixed(1)} ms`,
    `${found.rooms} rooms, a batch each every five seconds: p99 ${found.roomsP99Ms.toFixed(1)} ms`,
    `refused ${found.refused}; acknowledged ${found.acknowledged}, there as they were sent ${found.kept}`,
  ].join('\n');
};

await runAlone(import.meta.url, ingest);
