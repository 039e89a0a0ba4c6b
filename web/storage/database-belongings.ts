import type { Dexie } from 'dexie';
import type { BelongingFile, Belongings } from '../kit/belongings.ts';

interface DatabaseBelongings extends Pick<Belongings, 'folder' | 'title'> {
  readonly database: Dexie;
  /** Those that are the person's, each a file of JSON lines; the others are made anew by themselves. */
  readonly tables: readonly string[];
}

/** A feature's whole database as something that can be taken along: a line of JSON for each row. */
export const databaseBelongings = ({ folder, title, database, tables }: DatabaseBelongings): Belongings => ({
  folder,
  title,
  take: () =>
    Promise.all(
      tables.map(async (table) => linesFile(`${table}.ndjson`, await database.table(table).toArray())),
    ),
  put: async (files) => {
    const given = files.map((file) => ({ table: tableOf(file, tables), rows: rowsIn(file) }));
    await database.transaction('rw', tables, async () => {
      for (const { table, rows } of given) {
        const into = database.table(table);
        const here = new Set((await into.toCollection().primaryKeys()).map((key) => JSON.stringify(key)));
        const keyOf = into.schema.primKey.keyPath as string | readonly string[];
        await into.bulkPut(rows.filter((row) => !here.has(JSON.stringify(keyIn(row, keyOf)))));
      }
    });
  },
  destroy: () =>
    database.transaction('rw', database.tables, () =>
      Promise.all(database.tables.map((table) => table.clear())).then(() => undefined),
    ),
});

const linesFile = (path: string, rows: readonly unknown[]): BelongingFile => ({
  path,
  bytes: new TextEncoder().encode(rows.map((row) => `${JSON.stringify(row)}\n`).join('')),
});

function tableOf({ path }: BelongingFile, tables: readonly string[]): string {
  const table = tables.find((one) => path === `${one}.ndjson`);
  if (table === undefined) throw new RangeError(`${path} is not known here`);
  return table;
}

type Row = Readonly<Record<string, unknown>>;

function rowsIn({ path, bytes }: BelongingFile): readonly Row[] {
  const lines = new TextDecoder().decode(bytes).split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .map((line, i) => {
      try {
        const row: unknown = JSON.parse(line);
        if (typeof row === 'object' && row !== null && !Array.isArray(row)) return row as Row;
      } catch {
        // Told below, with its place.
      }
      throw new RangeError(`${path}, line ${i + 1} cannot be read`);
    });
}

const keyIn = (row: Row, path: string | readonly string[]): unknown =>
  typeof path === 'string' ? row[path] : path.map((name) => row[name]);
