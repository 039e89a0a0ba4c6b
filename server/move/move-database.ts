import { sql, type Kysely } from 'kysely';
import { tablesOf, type TableShape } from '../database/tables-of.ts';
import { copyTable, type Sides } from './copy-table.ts';
import { MoveError } from './move-error.ts';
import {
  beginProgress,
  endProgress,
  isMoveUnderWay,
  PROGRESS,
  sourceOfProgress,
  type ProgressTables,
} from './progress.ts';
import type { AnyDatabase, AnySource } from './rows.ts';
import { tableDigest, type TableDigest } from './table-digest.ts';

export interface MovedTable extends TableDigest {
  readonly name: string;
  /** Rows that were copied by this run; the others were there already. */
  readonly copied: number;
}

export interface MovePorts extends Sides {
  /** A database that was only just made: what migrations put into one by themselves is no other data. */
  readonly fresh: AnyDatabase;
  /** Names the source, the same at each run. */
  readonly source: string;
  /** Told how many of how many rows have been copied, then checked. */
  readonly onProgress?: (step: 'copy' | 'check', done: number, total: number) => void;
}

/**
 * Copies all tables into a database that has nothing else, and compares the two row by row. Run again after it was
 * broken off at whatever moment, it goes on from there. The source stays as it is.
 *
 * @throws MoveError, or what a driver throws  (as a rejection); what was copied so far is kept
 * Cost: reads the source twice and the target once.
 */
export const moveDatabase = async (ports: MovePorts): Promise<readonly MovedTable[]> => {
  const { from, to, onProgress = () => undefined } = ports;
  const tables = (await tablesOf(from)).filter((it) => it.name !== PROGRESS);
  const keyless = tables.find((it) => it.key.length === 0);
  if (keyless) throw new MoveError('unusable', `The table ${keyless.name} has no primary key to go by.`);
  const sizes = await sizesOf(from, tables);
  const total = [...sizes.values()].reduce((sum, rows) => sum + rows, 0);
  const counting = (step: 'copy' | 'check', of: number) => {
    let done = 0;
    return (rows: number) => onProgress(step, Math.min((done += rows), of), of);
  };
  const copied = new Map<string, number>();
  const isThere = (await begin(ports, tables)) === 'there';
  if (!isThere) {
    const counted = counting('copy', total);
    counted([...(await sizesOf(to, tables)).values()].reduce((sum, rows) => sum + rows, 0));
    for (const table of tables) copied.set(table.name, await copyTable(ports, table, counted));
  }
  const checked = counting('check', 2 * total);
  const moved: MovedTable[] = [];
  for (const table of tables) {
    const [before, after] = [await tableDigest(from, table, checked), await tableDigest(to, table, checked)];
    if (before.hash !== after.hash || before.rows !== after.rows) throw differs(table);
    moved.push({ name: table.name, ...after, copied: copied.get(table.name) ?? 0 });
  }
  if (!isThere) await endProgress(progressIn(to));
  return moved;
};

const progressIn = ({ db }: AnyDatabase) => db as unknown as Kysely<ProgressTables>;

const differs = ({ name }: TableShape): MoveError =>
  new MoveError(
    'differs',
    `The table ${name} is not the same on both sides: what is moved was written to meanwhile. ` +
      'Stop whatever writes to it, empty the target, and move again.',
  );

/** Makes sure that there is nothing else in the target. `there`: all of it is there already. */
const begin = async (ports: MovePorts, tables: readonly TableShape[]): Promise<'there' | 'to-do'> => {
  const { from, to, fresh, source } = ports;
  if (await isMoveUnderWay(to.db)) {
    const other = await sourceOfProgress(progressIn(to));
    if (other === source) return 'to-do';
    throw new MoveError(
      'other-data',
      `The target holds a part of what was moved from ${other ?? 'elsewhere'}.`,
    );
  }
  if (!(await isSame(to, fresh, tables))) {
    if (await isSame(to, from, tables)) return 'there';
    throw new MoveError('other-data', 'The target has data of its own: name an empty folder or database.');
  }
  await beginProgress(progressIn(to), { source, tables: tables.map((it) => it.name) }, async (trx) => {
    for (const { name } of tables.toReversed()) await sql`delete from ${sql.table(name)}`.execute(trx);
  });
  return 'to-do';
};

const isSame = async (a: AnySource, b: AnySource, tables: readonly TableShape[]): Promise<boolean> => {
  const [sizesOfA, sizesOfB] = [await sizesOf(a, tables), await sizesOf(b, tables)];
  if (tables.some(({ name }) => sizesOfA.get(name) !== sizesOfB.get(name))) return false;
  for (const table of tables)
    if ((await tableDigest(a, table)).hash !== (await tableDigest(b, table)).hash) return false;
  return true;
};

const sizesOf = async ({ db }: AnySource, tables: readonly TableShape[]): Promise<Map<string, number>> => {
  const sizes = new Map<string, number>();
  for (const { name } of tables) {
    const { rows } = await db
      .selectFrom(name)
      .select((it) => it.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
    sizes.set(name, rows);
  }
  return sizes;
};
