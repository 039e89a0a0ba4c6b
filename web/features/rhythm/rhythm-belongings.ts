import type { Belongings, BelongingFile } from '../../kit/belongings.ts';
import { PADS, type Hit } from './drums/pads.ts';
import type { KeptPractice, KeptTake, RhythmDatabase } from './rhythm-database.ts';

const PRACTICES = 'practices.json';
const TAKES = 'takes.json';

interface BelongingsPorts {
  readonly database: RhythmDatabase;
  readonly title: string;
  /** Drops what is kept beside the database. */
  readonly forget: () => void;
  /** The sound of a take. */
  readonly render: (hits: readonly Hit[]) => Promise<Uint8Array<ArrayBuffer>>;
}

/** Practices as JSON and CSV; takes as JSON, which is put in again, and as WAV, which is heard anywhere. */
export function rhythmBelongings({ database, title, forget, render }: BelongingsPorts): Belongings {
  return {
    ...{ folder: 'rhythm', title },
    take: async () => {
      const [practices, takes] = await Promise.all([
        database.practices.orderBy('atMs').toArray(),
        database.takes.orderBy('atMs').toArray(),
      ]);
      const files: BelongingFile[] = [];
      if (practices.length > 0)
        files.push(textFile(PRACTICES, json(practices)), textFile('practices.csv', csvOf(practices)));
      if (takes.length > 0) files.push(textFile(TAKES, json(takes)));
      for (const { id, hits } of takes) files.push({ path: `takes/${id}.wav`, bytes: await render(hits) });
      return files;
    },
    put: async (files) => {
      const practices = listIn(files, PRACTICES, isPractice);
      const takes = listIn(files, TAKES, isTake);
      await database.transaction('rw', [database.practices, database.takes], async () => {
        const [known, kept] = await Promise.all([
          database.practices.toCollection().primaryKeys(),
          database.takes.toCollection().primaryKeys(),
        ]);
        await database.practices.bulkAdd(practices.filter(({ id }) => !known.includes(id)));
        await database.takes.bulkAdd(takes.filter(({ id }) => !kept.includes(id)));
      });
    },
    destroy: async () => {
      forget();
      await database.delete({ disableAutoOpen: false });
    },
  };
}

const json = (rows: readonly unknown[]): string => `${JSON.stringify(rows, undefined, 1)}\n`;

const textFile = (path: string, text: string): BelongingFile => ({
  path,
  bytes: new TextEncoder().encode(text),
});

/** A row a part. Nothing is empty but what was withheld. */
function csvOf(practices: readonly KeptPractice[]): string {
  const head = 'practice,at,minutes,tempo_bpm,part,input,taps,spread_ms,spread_n,asynchrony_ms,asynchrony_n';
  const rows = practices.flatMap(({ id, atMs, minutes, tempoBpm, parts }) =>
    parts.map(({ part, input, taps, spread, asynchrony }) => [
      ...[id, new Date(atMs).toISOString(), minutes, tempoBpm, part, input, taps],
      ...('ms' in spread ? [spread.ms, spread.n] : ['', '']),
      ...('ms' in asynchrony ? [asynchrony.ms, asynchrony.n] : ['', '']),
    ]),
  );
  return [head, ...rows.map((row) => row.join(','))].map((line) => `${line}\n`).join('');
}

/** @throws RangeError  the file is not what it is called */
function listIn<T>(
  files: readonly BelongingFile[],
  path: string,
  is: (row: unknown) => row is T,
): readonly T[] {
  const file = files.find((one) => one.path === path);
  if (!file) return [];
  let rows: unknown;
  try {
    rows = JSON.parse(new TextDecoder().decode(file.bytes));
  } catch {
    throw new RangeError(`rhythm/${path}: this is no JSON`);
  }
  if (!Array.isArray(rows)) throw new RangeError(`rhythm/${path}: this is no list`);
  const wrong = rows.findIndex((row) => !is(row));
  if (wrong >= 0) throw new RangeError(`rhythm/${path}: entry ${wrong + 1} is not understood`);
  return rows as T[];
}

const has = (row: unknown): row is { readonly id: string; readonly atMs: number } & Record<string, unknown> =>
  typeof row === 'object' &&
  row !== null &&
  typeof (row as { id?: unknown }).id === 'string' &&
  Number.isFinite((row as { atMs?: unknown }).atMs);

const isPractice = (row: unknown): row is KeptPractice =>
  has(row) &&
  Array.isArray(row['parts']) &&
  Number.isFinite(row['minutes']) &&
  Number.isFinite(row['tempoBpm']);

const isTake = (row: unknown): row is KeptTake =>
  has(row) && Array.isArray(row['hits']) && row['hits'].every(isHit);

const isHit = (hit: unknown): hit is Hit => {
  const { pad, atS, force } = (hit ?? {}) as Partial<Hit>;
  return PADS.some(({ id }) => id === pad) && Number.isFinite(atS) && Number.isFinite(force) && atS! >= 0;
};
