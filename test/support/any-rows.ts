import { tablesOf, type TableShape } from '../../server/database/tables-of.ts';
import type { AnyDatabase, Row, Value } from '../../server/move/rows.ts';

/** Values that a column needs, by `table.column`, where any would break a rule of the table or of a migration. */
export type KnownValues = Readonly<Record<string, readonly Value[]>>;

export interface Filling {
  readonly rows: number;
  readonly known?: KnownValues;
}

/** Puts rows of made-up values into every table, whatever tables there are. */
export const fillTables = async (database: AnyDatabase, { rows, known = {} }: Filling): Promise<void> => {
  const made = new Map<string, readonly Row[]>();
  for (const table of await tablesOf(database)) {
    const own = Array.from({ length: rows }, (_, n) => rowOf(table, n, { made, known }));
    for (let i = 0; i < rows; i += 500)
      await database.db
        .insertInto(table.name)
        .values(own.slice(i, i + 500))
        .execute();
    made.set(table.name, own);
  }
};

interface Made {
  readonly made: ReadonlyMap<string, readonly Row[]>;
  readonly known: KnownValues;
}

const rowOf = (table: TableShape, n: number, { made, known }: Made): Row =>
  Object.fromEntries(
    table.columns.map(({ name, type, isNullable }) => {
      const values = known[`${table.name}.${name}`];
      if (values) return [name, values[n % values.length]!];
      const parent = table.references.find((it) => it.column === name);
      if (parent) return [name, made.get(parent.table)![n]![parent.target]!];
      return [name, isNullable && n % 2 === 1 ? null : valueOf(type, `${table.name} ${name}`, n)];
    }),
  );

const valueOf = (type: string, what: string, n: number): Value => {
  if (/bool/.test(type)) return n % 2;
  if (/int|serial/.test(type)) return n;
  if (/double|real|numeric/.test(type)) return 1_700_000_000_000.125 + n;
  if (/blob|bytea/.test(type)) return Buffer.from([0, 255, n % 256]);
  return `${what} ${n} 'ä 😀'`;
};

/** All rows of all tables that `database` has, in an order of their own. */
export const allRows = async (database: AnyDatabase): Promise<Record<string, readonly Row[]>> => {
  const all: Record<string, readonly Row[]> = {};
  for (const { name, columns } of await tablesOf(database)) {
    const names = columns.map((it) => it.name);
    const rows = (await database.db.selectFrom(name).select(names).execute()) as Row[];
    all[name] = rows.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  return all;
};
