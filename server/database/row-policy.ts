import { PostgresAdapter, sql, type Kysely, type RawBuilder } from 'kysely';

/** Whose rows a transaction finds: everybody's, or those of these accounts. */
export type RowReach = 'all' | readonly string[];

/** Who finds a row of a table, where the database itself looks to it. */
export type RowPolicy =
  /** Whoever reaches an account that one of these columns names. */
  | { readonly accounts: readonly string[] }
  /** Whoever finds the session that this column names. */
  | { readonly session: string }
  /** Only what works on everybody's rows. */
  | 'housekeeping'
  /** Everybody: why it holds nothing of a client. */
  | { readonly open: string };

/** A setting of the transaction. It is unset, or empty, outside of one: nothing is found then. */
export const REACH_SETTING = 'attune.reach';

/** As the setting has it. What is not all is an array, in braces, so that no account is called so. */
export const reachText = (reach: RowReach): string =>
  reach === 'all'
    ? reach
    : `{${[...new Set(reach)].map((id) => `"${id.replace(/["\\]/g, '\\$&')}"`).join()}}`;

/** Has every statement until the transaction's end find the rows of a reach, and no others. */
export const reachRows = async <Tables>(trx: Kysely<Tables>, reach: RowReach): Promise<void> => {
  await sql`select set_config(${REACH_SETTING}, ${reachText(reach)}, true)`.execute(trx);
};

/** The one policy of each table. */
export const POLICY_NAME = 'attune_reach';

/**
 * Keeps rows apart by a policy for each table: on PostgreSQL, where the database can. SQLite cannot, and one program
 * reads its file.
 */
export const secureRows = async (
  db: Kysely<unknown>,
  policies: Readonly<Record<string, RowPolicy>>,
): Promise<void> => {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return;
  for (const [table, policy] of Object.entries(policies)) {
    const condition = conditionOf(table, policy);
    if (!condition) continue;
    const name = sql.table(table);
    // Also for the role that owns the table, which is the one that the service uses.
    await sql`alter table ${name} enable row level security, force row level security`.execute(db);
    await sql`create policy ${sql.ref(POLICY_NAME)} on ${name} using (${condition})`.execute(db);
  }
};

const SETTING = sql`current_setting(${sql.lit(REACH_SETTING)}, true)`;
// In a query of its own each is worked out once for a statement, not for each row.
const IS_ALL = sql`(select ${SETTING}) = 'all'`;
const REACHED = sql`(select unnest(case when left(it, 1) = '{' then it::text[] end) from ${SETTING} as it)`;

const conditionOf = (table: string, policy: RowPolicy): RawBuilder<unknown> | undefined => {
  if (policy === 'housekeeping') return IS_ALL;
  if ('open' in policy) return undefined;
  if ('accounts' in policy)
    return sql.join([IS_ALL, ...policy.accounts.map((it) => sql`${sql.ref(it)} in ${REACHED}`)], sql` or `);
  // `offset 0` has one session looked up by its key, where all would be read to look among them.
  const session = sql.ref(`${table}.${policy.session}`);
  return sql`${IS_ALL} or exists (select 1 from session as its where its.id = ${session} offset 0)`;
};
