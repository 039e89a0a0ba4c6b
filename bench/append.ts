import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesInPlace } from '../server/database/files-in-place.ts';
import { logEntry, openSqliteSessionStore, type LoggedEvent, type SessionStore } from '../server/index.ts';
import { columns, runAlone, type Report } from './report.ts';

/**
 * What it costs to append to the session log on a disk, by the size of the batch, and how much of that is the look
 * whether the files are still in their folder (decision 25). Processor time, so that a slow or busy disk says nothing;
 * the least of several rounds, each size in turn.
 * Run: npx tsx bench/append.ts [--json]
 */

const SIZES = [1, 20, 500] as const;
const ROUNDS = 7;
const EVENTS_A_ROUND = 4000;
/** A commit waits for the disk: single events are few. */
const MOST_COMMITS = 400;

const eventOf = (seq: number): LoggedEvent => {
  const packet = { type: 'packet', hex: (seq * 2654435761).toString(16) };
  return { ...packet, seq, atMs: 1000 + seq * 812.5, author: 'device' };
};

interface Row {
  readonly events: number;
  readonly usAnEvent: number;
  readonly lookUsAnEvent: number;
  readonly lookShare: number;
}

async function appending(): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-append-'));
  const file = join(folder, 'sessions.sqlite');
  const store = await openSqliteSessionStore(file);
  try {
    const lookUs = costOfLook([file, `${file}-wal`, `${file}-shm`]);
    const least = new Map<number, number>();
    for (let round = 0; round < ROUNDS; round++)
      for (const [i, size] of SIZES.entries()) {
        const us = await costOfEvent(store, size, round * SIZES.length + i);
        least.set(size, Math.min(us, least.get(size) ?? Infinity));
      }
    const rows = SIZES.map((events): Row => {
      const usAnEvent = least.get(events)!;
      const lookUsAnEvent = lookUs / events;
      return { events, usAnEvent, lookUsAnEvent, lookShare: lookUsAnEvent / usAnEvent };
    });
    return { text: `one look ${lookUs.toFixed(1)} µs\n${columns(rows)}`, data: { lookUs, rows } };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Processor time of the whole process since `before`, µs. */
const usSince = (before: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(before);
  return user + system;
};

async function costOfEvent(store: SessionStore, size: number, n: number): Promise<number> {
  const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  await store.create({ id, startedAtMs: n, protocol: 'rescue' });
  const commits = Math.min(MOST_COMMITS, EVENTS_A_ROUND / size);
  const batches = Array.from({ length: commits }, (_, batch) =>
    Array.from({ length: size }, (__, i) => logEntry(eventOf(batch * size + i))),
  );
  const before = process.cpuUsage();
  for (const batch of batches) await store.append(id, batch);
  return usSince(before) / (commits * size);
}

function costOfLook(paths: readonly string[]): number {
  const areInPlace = filesInPlace(paths);
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    for (let i = 0; i < 10_000; i++) areInPlace();
    least = Math.min(least, usSince(before) / 10_000);
  }
  return least;
}

await runAlone(import.meta.url, appending);
