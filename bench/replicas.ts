import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { chance } from '../engine/index.ts';
import { logEntry, verifyData } from '../server/index.ts';
import { startPostgres } from '../test/support/postgres-server.ts';
import { recordedLog } from './ingest/recorded-log.ts';
import { roomId } from './ingest/room.ts';
import { serviceAt, type ServiceAt } from './ingest/service-at.ts';
import { runAlone, type Report } from './report.ts';

/**
 * Two services as processes on one PostgreSQL server that waits for its disk, many rooms sending to both; one of the
 * two is killed with SIGKILL at a random moment and started anew, over and over, either in turn. Rooms go on at the
 * other at once. At the end everything that was acknowledged must be there as it was sent, each event once, and
 * `attune verify` must find nothing.
 * Run: npx tsx bench/replicas.ts [--kills 10] [--rooms 16] [--seed 1] [--json]
 */

export interface ReplicasOutcome {
  readonly kills: number;
  readonly acknowledged: number;
  /** Of them those that were not there, or not as they were sent. */
  readonly lost: number;
  /** Events that are there and were never sent. */
  readonly more: number;
  /** Requests that were cut off by a kill, and sent again to the other one. */
  readonly repeated: number;
  /** The longest that a room waited for its next acknowledgement, ms. */
  readonly longestWaitMs: number;
  /** What `attune verify` found. */
  readonly faults: readonly string[];
}

const BATCH = 15;
const LONGEST_MS = 1500;
const TEXTS = recordedLog(300)
  .map(logEntry)
  .map(({ text }) => text);

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Load {
  readonly running: readonly ServiceAt[];
  isOn: boolean;
  /** Requests so far: they go to the two in turn. */
  turns: number;
  repeated: number;
  longestWaitMs: number;
  /** Events of each session. */
  readonly acknowledged: Map<string, number>;
}

/** Asks one of the two, and the other one where that is gone. */
async function ask(load: Load, path: string, body: string): Promise<Response> {
  for (let turn = load.turns++; ; turn++) {
    const url = `http://127.0.0.1:${load.running[turn % 2]!.port}/api/v1${path}`;
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(url, { method: 'POST', headers, body }).catch(() => undefined);
    if (answer && answer.status < 500) return answer;
    load.repeated += 1;
    await pause(5);
  }
}

/** Sends session after session, batch after batch, until the load is off. */
async function sendRoom(load: Load, n: number, rooms: number): Promise<void> {
  for (let session = n; load.isOn; session += rooms) {
    const id = roomId(session);
    const about = { id, startedAtMs: 1_700_000_000_000, protocol: 'craving-session' };
    await ask(load, '/sessions', JSON.stringify(about));
    for (let seq = 0; seq < TEXTS.length;) {
      const texts = TEXTS.slice(seq, seq + BATCH);
      const before = performance.now();
      const answer = await ask(load, `/sessions/${id}/events`, `{"events":[${texts.join(',')}]}`);
      if (answer.status !== 200) throw new Error(`a batch was answered ${answer.status}`);
      seq = ((await answer.json()) as { nextSeq: number }).nextSeq;
      load.acknowledged.set(id, seq);
      load.longestWaitMs = Math.max(load.longestWaitMs, performance.now() - before);
    }
  }
}

export async function killReplicas(its: {
  readonly kills: number;
  readonly rooms: number;
  readonly seed: number;
}): Promise<ReplicasOutcome> {
  const next = chance(its.seed);
  const folder = mkdtempSync(join(tmpdir(), 'attune-replicas-'));
  const server = await startPostgres({ durable: true });
  const running: ServiceAt[] = [];
  const state: Load = {
    running,
    isOn: true,
    turns: 0,
    repeated: 0,
    longestWaitMs: 0,
    acknowledged: new Map(),
  };
  try {
    const administration = new pg.Client(server.url('postgres'));
    await administration.connect();
    await administration.query('create database replicas').finally(() => administration.end());
    const databaseUrl = server.url('replicas');
    const start = (n: number) => serviceAt(join(folder, String(n)), { databaseUrl });
    running.push(await start(0), await start(1));
    const rooms = Promise.all(Array.from({ length: its.rooms }, (_, n) => sendRoom(state, n, its.rooms)));
    rooms.catch(() => undefined);
    for (let kill = 0; kill < its.kills; kill++) {
      await pause(200 + next() * LONGEST_MS);
      await running[kill % 2]!.kill();
      await pause(next() * LONGEST_MS);
      running[kill % 2] = await start(kill % 2);
    }
    await pause(300);
    state.isOn = false;
    await rooms;
    await Promise.all(running.splice(0).map((it) => it.close()));
    const { faults } = await verifyData({ dataDir: join(folder, '0'), databaseUrl }, () => undefined);
    const { repeated, longestWaitMs, acknowledged } = state;
    return {
      ...{ kills: its.kills, repeated, longestWaitMs, faults: faults.map((it) => JSON.stringify(it)) },
      acknowledged: [...acknowledged.values()].reduce((sum, count) => sum + count, 0),
      ...(await compared(server.url('replicas', 'postgres'), acknowledged)),
    };
  } finally {
    state.isOn = false;
    await Promise.all(running.map((it) => it.kill()));
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As the server's superuser, whom no policy keeps from a row. */
const compared = async (url: string, acknowledged: ReadonlyMap<string, number>) => {
  const client = new pg.Client(url);
  await client.connect();
  let [lost, more] = [0, 0];
  for (const [id, count] of acknowledged) {
    const { rows } = await client.query<{ readonly seq: number; readonly text: string }>(
      'select seq, text from session_event where session_id = $1 order by seq',
      [id],
    );
    for (let seq = 0; seq < count; seq++)
      if (rows[seq]?.seq !== seq || rows[seq]?.text !== TEXTS[seq]) lost += 1;
    more += rows.filter(({ seq, text }) => text !== TEXTS[seq]).length;
  }
  await client.end();
  return { lost, more };
};

async function replicas(args: readonly string[]): Promise<Report> {
  const options = {
    kills: { type: 'string', default: '10' },
    rooms: { type: 'string', default: '16' },
    seed: { type: 'string', default: '1' },
  } as const;
  const { values } = parseArgs({ args: [...args], options });
  const found = await killReplicas({
    ...{ kills: Number(values.kills), rooms: Number(values.rooms), seed: Number(values.seed) },
  });
  const text =
    `${found.kills} kills of one of two services under load: ${found.acknowledged} events acknowledged, ` +
    `${found.lost} of them lost, ${found.more} there that nobody sent; ${found.repeated} requests sent again, ` +
    `longest wait ${found.longestWaitMs.toFixed(0)} ms; verify found ${found.faults.length} faults ` +
    found.faults.slice(0, 10).join(' ');
  return { text: text.trim(), data: found };
}

await runAlone(import.meta.url, replicas);
