import type { BelongingFile, Belongings } from '../../kit/belongings.ts';
import { KINDS, MEMORIES, type TriggerEntry, type TriggerRow } from './entry.ts';
import type { TriggerTable } from './triggers-view-model.ts';
import { words } from './words.ts';

const FILE = 'notes.json';

/** What was named, as JSON, and as Markdown to be read. */
export const triggerBelongings = (table: TriggerTable): Belongings => ({
  folder: 'music-notes',
  title: words.title,
  take: () => Promise.resolve(filesOf(rowsIn(table))),
  put: async (files) => {
    const file = files.find(({ path }) => path === FILE);
    if (!file) return;
    const rows = rowsFrom(file.bytes);
    const here = new Set(rowsIn(table).map(({ id }) => id));
    for (const row of rows) if (!here.has(row.id)) await table.put(row);
  },
  destroy: async () => {
    const rows = table.rows$.value;
    if (!('state' in rows)) for (const { id } of rows) await table.delete(id);
  },
});

function rowsIn({ rows$ }: TriggerTable): readonly TriggerRow[] {
  const rows = rows$.value;
  if ('state' in rows) throw new Error(`the notes on music are ${rows.state}`);
  return rows;
}

function filesOf(rows: readonly TriggerRow[]): readonly BelongingFile[] {
  if (rows.length === 0) return [];
  const entries = rows.filter((row) => row.row === 'entry');
  const lines = KINDS.flatMap((kind) => {
    const of = entries.filter((one) => one.kind === kind);
    return of.length === 0 ? [] : [`## ${words.kinds[kind].title}`, ...of.map(({ name }) => `- ${name}`), ''];
  });
  return [
    { path: FILE, bytes: bytesOf(JSON.stringify({ version: 1, rows }, undefined, 2)) },
    { path: 'notes.md', bytes: bytesOf([`# ${words.never.sheet}`, '', ...lines].join('\n')) },
  ];
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** @throws it is no file of ours */
function rowsFrom(bytes: Uint8Array): readonly TriggerRow[] {
  const found = JSON.parse(new TextDecoder().decode(bytes)) as { readonly rows?: unknown };
  if (!Array.isArray(found.rows) || !found.rows.every(isRow))
    throw new Error(`${FILE} is not understood: it has other rows than notes on music`);
  return found.rows;
}

function isRow(value: unknown): value is TriggerRow {
  if (typeof value !== 'object' || value === null) return false;
  const row = value as Partial<Record<keyof TriggerEntry, unknown>>;
  const is = (one: unknown, type: 'string' | 'number'): boolean => one === undefined || typeof one === type;
  const ours = typeof row.id === 'string' && KINDS.some((kind) => kind === row.kind);
  if (!ours || row.row === 'done') return ours;
  if (row.row === 'passed') return typeof row.name === 'string';
  const years = row.years === undefined || (Array.isArray(row.years) && row.years.every(Number.isInteger));
  return (
    row.row === 'entry' &&
    typeof row.name === 'string' &&
    typeof row.atMs === 'number' &&
    is(row.artist, 'string') &&
    is(row.strength, 'number') &&
    (row.memory === undefined || MEMORIES.some((memory) => memory === row.memory)) &&
    years
  );
}
