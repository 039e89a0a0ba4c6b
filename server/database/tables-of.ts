import { sql, type Kysely } from 'kysely';
import type { OpenDatabase } from './open-database.ts';

export interface TableShape {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly isNullable: boolean }[];
  /** Columns of the primary key, in its order; none: it has none. */
  readonly key: readonly string[];
  readonly references: readonly {
    readonly column: string;
    readonly table: string;
    readonly target: string;
  }[];
}

interface ColumnRow {
  readonly table_name: string;
  readonly name: string;
  readonly type: string;
  readonly is_nullable: number;
  /** Place in the primary key, from 1 on; 0: not in it. */
  readonly key_place: number;
}

interface ReferenceRow {
  readonly table_name: string;
  readonly column: string;
  readonly parent: string;
  readonly target: string;
}

/**
 * The tables of a database as it is, without those of the migrator: what another one refers to comes first.
 *
 * @throws RangeError  (as a rejection) tables that refer to each other in a circle
 */
export const tablesOf = async <Tables>({
  db,
  dialect,
}: Pick<OpenDatabase<Tables>, 'db' | 'dialect'>): Promise<readonly TableShape[]> => {
  const { columns, references } = await (dialect === 'sqlite' ? sqliteCatalog(db) : postgresCatalog(db));
  const names = [...new Set(columns.map((it) => it.table_name))].filter((it) => !it.startsWith('kysely_'));
  const shapes = names.map((name): TableShape => {
    const own = columns.filter((it) => it.table_name === name);
    return {
      name,
      columns: own.map((it) => ({ name: it.name, type: it.type, isNullable: it.is_nullable === 1 })),
      key: own
        .filter((it) => it.key_place > 0)
        .sort((a, b) => a.key_place - b.key_place)
        .map((it) => it.name),
      references: references
        .filter((it) => it.table_name === name)
        .map(({ column, parent, target }) => ({ column, table: parent, target })),
    };
  });
  return parentsFirst(shapes);
};

const parentsFirst = (shapes: readonly TableShape[]): TableShape[] => {
  const sorted: TableShape[] = [];
  let rest = [...shapes];
  while (rest.length > 0) {
    const free = rest.filter(({ references }) =>
      references.every(({ table }) => sorted.some((it) => it.name === table)),
    );
    if (free.length === 0)
      throw new RangeError(`tables refer to each other in a circle: ${rest.map((it) => it.name).join(', ')}`);
    sorted.push(...free);
    rest = rest.filter((it) => !free.includes(it));
  }
  return sorted;
};

interface Catalog {
  readonly columns: readonly ColumnRow[];
  readonly references: readonly ReferenceRow[];
}

const sqliteCatalog = async <Tables>(db: Kysely<Tables>): Promise<Catalog> => {
  const columns = await sql<ColumnRow>`
    select m.name as table_name, c.name, lower(c.type) as type, 1 - c."notnull" as is_nullable, c.pk as key_place
    from sqlite_master m, pragma_table_info(m.name) c
    where m.type = 'table' and m.name not like 'sqlite_%' order by m.name, c.cid`.execute(db);
  const references = await sql<ReferenceRow>`
    select m.name as table_name, f."from" as "column", f."table" as parent, f."to" as target
    from sqlite_master m, pragma_foreign_key_list(m.name) f where m.type = 'table'`.execute(db);
  return { columns: columns.rows, references: references.rows };
};

/** Of a partitioned table only the whole. */
const postgresCatalog = async <Tables>(db: Kysely<Tables>): Promise<Catalog> => {
  const columns = await sql<ColumnRow>`
    select c.relname as table_name, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      (not a.attnotnull)::int as is_nullable, coalesce(array_position(i.indkey::int2[], a.attnum), -1) + 1 as key_place
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    left join pg_index i on i.indrelid = c.oid and i.indisprimary
    where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = current_schema()::regnamespace
    order by c.relname, a.attnum`.execute(db);
  const references = await sql<ReferenceRow>`
    select c.relname as table_name, a.attname as "column", p.relname as parent, t.attname as target
    from pg_constraint f
    join pg_class c on c.oid = f.conrelid and not c.relispartition
    join pg_class p on p.oid = f.confrelid
    cross join lateral unnest(f.conkey, f.confkey) as k(child, parent)
    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.child
    join pg_attribute t on t.attrelid = p.oid and t.attnum = k.parent
    where f.contype = 'f' and f.conparentid = 0 and c.relnamespace = current_schema()::regnamespace`.execute(
    db,
  );
  return { columns: columns.rows, references: references.rows };
};
