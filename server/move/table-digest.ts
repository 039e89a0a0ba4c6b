import { createHash } from 'node:crypto';
import type { TableShape } from '../database/tables-of.ts';
import { rowsAfter } from './rows-after.ts';
import { plain, type AnySource, type Row } from './rows.ts';

export interface TableDigest {
  readonly rows: number;
  /** Alike for the same rows in whatever order, in any dialect: 64 hexadecimal digits. */
  readonly hash: string;
}

const WHOLE = 1n << 256n;

/** Count and hash of all rows of a table, read from the database. `count` is told of each batch. */
export const tableDigest = async (
  database: AnySource,
  table: TableShape,
  count: (rows: number) => void = () => undefined,
): Promise<TableDigest> => {
  let rows = 0;
  let sum = 0n;
  for await (const batch of batches(database, table)) {
    for (const row of batch) sum = (sum + BigInt(`0x${hashOf(row, table)}`)) % WHOLE;
    rows += batch.length;
    count(batch.length);
  }
  return { rows, hash: sum.toString(16).padStart(64, '0') };
};

async function* batches(database: AnySource, table: TableShape): AsyncGenerator<readonly Row[]> {
  let after: Row | undefined;
  for (;;) {
    const batch = await rowsAfter(database, table, after);
    if (batch.length === 0) return;
    yield batch;
    after = batch.at(-1);
  }
}

const hashOf = (row: Row, { name, columns }: TableShape): string => {
  const hash = createHash('sha256');
  for (const column of columns.map((it) => it.name).sort()) {
    const value = plain(row[column], `${name}.${column}`);
    const bytes = value instanceof Uint8Array ? value : Buffer.from(String(value));
    // With kind and length, so that no two rows are written alike.
    hash.update(`${column}:${kindOf(value)}:${bytes.length}:`).update(bytes);
  }
  return hash.digest('hex');
};

const kindOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'text';
  return value instanceof Uint8Array ? 'bytes' : 'number';
};
