import { sql, type Kysely } from 'kysely';
import { StoreError } from '../../store-error.ts';

interface Finding {
  readonly role: string;
  readonly is_superuser: boolean;
  readonly is_bypassing: boolean;
  /** Tables that have no row-level security though they should, or one that does not hold for whoever owns them. */
  readonly unforced: string | null;
}

/**
 * Makes sure that row-level security holds for the role that a PostgreSQL database is used as. PostgreSQL leaves it out
 * without a word for superusers, for roles with BYPASSRLS, and, where it is not forced, for a table's owner.
 *
 * @param tables  those that must have it; others may
 * @throws StoreError `failed`  (as a rejection) it would be void; the message says what to do
 */
export const refuseRoleAboveRowSecurity = async <Tables>(
  db: Kysely<Tables>,
  tables: readonly string[] = [],
): Promise<void> => {
  const { rows } = await sql<Finding>`
    select rolname as role, rolsuper as is_superuser, rolbypassrls as is_bypassing,
      (select string_agg(relname, ', ' order by relname) from pg_class
       where (relrowsecurity and not relforcerowsecurity and pg_has_role(relowner, 'usage'))
         or (not relrowsecurity and relname = any(${tables}) and relnamespace = current_schema()::regnamespace)
      ) as unforced
    from pg_roles where rolname = current_user`.execute(db);
  const found = rows[0]!;
  const remedy =
    'Make one that is neither (create role attune login nosuperuser nobypassrls), give it the database, ' +
    'and name it in ATTUNE_DATABASE_URL.';
  if (found.is_superuser || found.is_bypassing) {
    const kind = found.is_superuser ? 'is a superuser' : 'may bypass row-level security';
    throw new StoreError(
      'failed',
      `The database role ${found.role} ${kind}, so that nothing would keep clients' data apart there. ${remedy}`,
    );
  }
  if (found.unforced !== null)
    throw new StoreError(
      'failed',
      `Row-level security does not hold on ${found.unforced} for the database role ${found.role}: ` +
        'alter table … enable row level security, force row level security.',
    );
};
