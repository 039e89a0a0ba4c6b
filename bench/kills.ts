import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chance, type Chance } from '../engine/index.ts';
import { openSqliteFile } from '../server/database/dialects/sqlite.ts';
import { logEntry, sessionsFileIn, verifyData } from '../server/index.ts';
import { recordedLog } from './ingest/recorded-log.ts';
import { connection, post, roomId } from './ingest/room.ts';
import { serviceAt } from './ingest/service-at.ts';
import { storedTexts } from '../test/support/stored-texts.ts';
import { runAlone, type Report } from './report.ts';

/**
 * Kills the service with SIGKILL at random moments while many rooms send, and delete, over and over on one data folder.
 * After each kill everything that was acknowledged must be there as it was sent, nothing that was deleted may be, and
 * `attune verify` must find nothing.
 * Run: npx tsx bench/kills.ts [--kills 100] [--seed 1] [--json]
 */

export interface Killed {
  readonly kills: number;
  /** Events acknowledged, and of them those that were not there after some kill. */
  readonly acknowledged: number;
  readonly lost: number;
  /** Sessions whose deletion was acknowledged, and of them those that were there again. */
  readonly deleted: number;
  readonly back: number;
  /** What `attune verify` found, the first ten. */
  readonly faults: readonly string[];
}

const ROOMS = 32;
/** From the first batch that was acknowledged. */
const LONGEST_MS = 1500;
const BATCH = 15;
const TEXTS = recordedLog(300)
  .map(logEntry)
  .map(({ text }) => text);

interface Rooms {
  readonly next: Chance;
  /** Events acknowledged, by session; deleted ones are not in it. */
  readonly counts: Map<string, number>;
  readonly deleted: Set<string>;
  /** Sessions that may or may not be there: their deletion was not answered. */
  readonly unsure: Set<string>;
  begun: number;
  /** Batches that were acknowledged. */
  answers: number;
}

/** Sends batch after batch of one session, then deletes some of them, until the connection is lost. */
async function sendUntilLost(port: number, rooms: Rooms, id: string): Promise<void> {
  const to = await connection(port);
  for (let session = id; ; session = roomId(rooms.begun++)) {
    const body = JSON.stringify({ id: session, startedAtMs: 1_700_000_000_000, protocol: 'craving-session' });
    await to.ask(post('/sessions', body));
    for (let seq = rooms.counts.get(session) ?? 0; seq < TEXTS.length;) {
      const texts = TEXTS.slice(seq, seq + BATCH);
      const status = await to.ask(post(`/sessions/${session}/events`, `{"events":[${texts.join(',')}]}`));
      if (status !== 200) throw new Error(`a batch was answered ${status}`);
      rooms.counts.set(session, (seq += texts.length));
      rooms.answers += 1;
      if (rooms.next() < 0.02) break;
    }
    if (rooms.next() < 0.5) continue;
    const acknowledged = rooms.counts.get(session) ?? 0;
    rooms.counts.delete(session);
    rooms.unsure.add(session);
    const status = await to.ask(
      Buffer.from(`DELETE /api/v1/sessions/${session} HTTP/1.1\r\nhost: localhost\r\n\r\n`),
    );
    if (status > 202) throw new Error(`a deletion of ${acknowledged} events was answered ${status}`);
    rooms.unsure.delete(session);
    rooms.deleted.add(session);
  }
}

const isLost = (error: unknown): boolean =>
  error instanceof Error && /connection was lost|ECONNRE/.test(error.message);

function countLost(dataDir: string, { counts, deleted }: Rooms) {
  const database = openSqliteFile(sessionsFileIn(dataDir));
  const isThere = database.prepare('select 1 from session where id = ?').pluck();
  let lost = 0;
  for (const [id, count] of counts) {
    const there = storedTexts(database, id);
    for (let seq = 0; seq < count; seq++) if (there[seq] !== TEXTS[seq]) lost += 1;
  }
  const back = [...deleted].filter((id) => isThere.get(id) !== undefined).length;
  database.close();
  return { lost, back };
}

const acknowledgedOf = ({ counts }: Rooms): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function kill(its: { readonly kills: number; readonly seed: number }): Promise<Killed> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-kills-'));
  const next = chance(its.seed);
  const rooms: Rooms = {
    next,
    counts: new Map(),
    deleted: new Set(),
    unsure: new Set(),
    begun: ROOMS,
    answers: 0,
  };
  const faults: string[] = [];
  let lost = 0;
  let back = 0;
  let running = Array.from({ length: ROOMS }, (_, n) => roomId(n));
  try {
    for (let round = 0; round < its.kills; round++) {
      const service = await serviceAt(folder);
      const sending = running.map((id) =>
        sendUntilLost(service.port, rooms, id).catch((error: unknown) => {
          if (!isLost(error)) faults.push(String(error));
        }),
      );
      const before = rooms.answers;
      while (rooms.answers === before && faults.length === 0) await pause(5);
      await pause(next() * LONGEST_MS);
      await service.kill();
      await Promise.all(sending);
      const { faults: found } = await verifyData({ dataDir: folder }, () => undefined);
      faults.push(...found.map((fault) => `after kill ${round + 1}: ${JSON.stringify(fault)}`));
      const counted = countLost(folder, rooms);
      lost += counted.lost;
      back += counted.back;
      // Those that were under way go on; the others' places are taken by new ones.
      const whole = [...rooms.counts].filter(([, count]) => count < TEXTS.length).map(([id]) => id);
      running = Array.from({ length: ROOMS }, (_, n) => whole.at(-1 - n) ?? roomId(rooms.begun++));
    }
    return {
      kills: its.kills,
      acknowledged: acknowledgedOf(rooms),
      lost,
      deleted: rooms.deleted.size,
      back,
      faults: faults.slice(0, 10),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function killing(args: readonly string[]): Promise<Report> {
  const { values } = parseArgs({
    args: [...args],
    options: { kills: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
  });
  const data = await kill({ kills: Number(values.kills), seed: Number(values.seed) });
  if (data.lost > 0 || data.back > 0 || data.faults.length > 0) process.exitCode = 1;
  const text = [
    `killed ${data.kills} times; events acknowledged ${data.acknowledged}, lost ${data.lost}; ` +
      `sessions deleted ${data.deleted}, back again ${data.back}`,
    `attune verify after each kill: ${data.faults.length === 0 ? 'everything holds' : ''}`,
    ...data.faults,
  ].join('\n');
  return { text, data };
}

await runAlone(import.meta.url, killing);
