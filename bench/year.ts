import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openSqlite } from '../server/database/dialects/sqlite.ts';
import { openOnce } from '../server/database/reopening.ts';
import { logEntry } from '../server/index.ts';
import { clientKeys } from '../server/keys/client-keys.ts';
import { SCHEMA, type Tables } from '../server/schema.ts';
import { packSession } from '../server/sessions/packing/pack-session.ts';
import { sqlSessionStore } from '../server/sessions/sql-session-store.ts';
import { recordedLog } from './ingest/recorded-log.ts';
import { roomId } from './ingest/room.ts';
import { runAlone, type Report } from './report.ts';

/**
 * What a year of one person's sessions takes on the disk, one of twenty minutes a day, through the service's own store:
 * as it comes and packed, in plain and encrypted. The bar: below 100 MB packed.
 * Run: npx tsx bench/year.ts [--days 365] [--json]
 */

const SESSION_S = 20 * 60;
const BAR_MB = 100;
const UNPACKED_DAYS = 10;
const CLIENT = 'aaaaaaaa-0000-4000-8000-000000000001';

export interface YearSize {
  /** MB of the database's file, of so many days. */
  readonly packedMb: number;
  readonly textMb: number;
  readonly chunks: number;
  /** Processor time of packing a day, ms. */
  readonly packMs: number;
  /** Whether each session came back as it was. */
  readonly isSame: boolean;
}

/** Keeps so many days of sessions, packs each before the next one, and measures the file. */
export async function yearSize(
  days: number,
  its: { encrypted: boolean; packed: boolean },
): Promise<YearSize> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-year-'));
  const file = join(folder, 'year.sqlite');
  const open = await openSqlite<Tables>(file, SCHEMA);
  try {
    const keys = clientKeys({ file: join(folder, 'master.key'), encrypts: its.encrypted });
    const store = sqlSessionStore(openOnce(open), undefined, keys);
    const mine = store.within({ whose: [CLIENT], owner: CLIENT });
    const entries = recordedLog(SESSION_S).map(logEntry);
    const texts = entries.map(({ text }) => text).join('\n');
    let chunks = 0;
    let packUs = 0;
    let isSame = true;
    for (let day = 0; day < days; day++) {
      await mine.create({ id: roomId(day), startedAtMs: day * 86_400_000, protocol: 'craving-session' });
      await mine.append(roomId(day), entries);
      if (!its.packed) continue;
      const begun = process.cpuUsage();
      while (await packSession({ open, keys }, roomId(day), true)) chunks += 1;
      packUs += process.cpuUsage(begun).user;
      if (day % 30 > 0) continue;
      const there = await mine.texts(roomId(day), { from: 0, limit: entries.length + 1 });
      isSame &&= there.join('\n') === texts;
    }
    open.erase();
    return {
      packedMb: statSync(file).size / 1e6,
      textMb: (days * Buffer.byteLength(texts)) / 1e6,
      chunks,
      packMs: packUs / 1000 / days,
      isSame,
    };
  } finally {
    await open.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const scaled = (size: YearSize, by: number): YearSize => ({
  ...size,
  packedMb: size.packedMb * by,
  textMb: size.textMb * by,
});

export async function year(args: readonly string[]): Promise<Report> {
  const { values } = parseArgs({ args: [...args], options: { days: { type: 'string', default: '365' } } });
  const days = Number(values.days);
  const lines: string[] = [];
  const data: Record<string, YearSize> = {};
  for (const encrypted of [false, true])
    for (const packed of [false, true]) {
      // What is not packed grows by the same each day: some days tell.
      const measured = packed ? days : Math.min(days, UNPACKED_DAYS);
      const found = scaled(await yearSize(measured, { encrypted, packed }), days / measured);
      const name = `${encrypted ? 'encrypted' : 'plain'}, ${packed ? 'packed' : 'as it comes'}`;
      data[name] = found;
      const { packedMb, textMb, chunks, packMs, isSame } = found;
      if (packed && (packedMb >= (BAR_MB * days) / 365 || !isSame)) process.exitCode = 1;
      lines.push(
        `${name}: ${packedMb.toFixed(1)} MB, ${(packedMb / textMb).toFixed(2)} of its ${textMb.toFixed(0)} MB of text` +
          (packed
            ? `; ${chunks} chunks, ${packMs.toFixed(0)} ms of processor a session; ` +
              (isSame ? 'the same' : 'NOT THE SAME')
            : ''),
      );
    }
  return { text: [`${days} days of a session of twenty minutes`, ...lines].join('\n'), data };
}

await runAlone(import.meta.url, year);
