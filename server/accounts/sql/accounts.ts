import type { Selectable } from 'kysely';
import { fault, ok } from '../../../engine/index.ts';
import type { Account, AccountStore } from '../account-store.ts';
import type { AccountTables } from '../account-tables.ts';
import type { Db, Use } from './use.ts';

export const accountOf = (row: Selectable<AccountTables['account']>): Account => ({
  id: row.id,
  signInName: row.sign_in_name,
  shownName: row.shown_name,
  role: row.role,
  madeAtMs: row.made_at_ms,
  ...(row.disabled_at_ms !== null && { disabledAtMs: row.disabled_at_ms }),
});

export const sqlAccounts = (use: Use): AccountStore['accounts'] => ({
  find: (id) => use((db) => accountWhere(db, 'id', id)),
  named: (signInName) => use((db) => accountWhere(db, 'sign_in_name', signInName)),
  list: () =>
    use(async (db) =>
      (await db.selectFrom('account').selectAll().orderBy('sign_in_name').execute()).map(accountOf),
    ),
  change: (id, change) =>
    use((db) =>
      db.transaction().execute(async (trx) => {
        // Writing first takes the owners' locks on every dialect: two owners cannot both make the other one the last.
        const owners = await trx
          .updateTable('account')
          .set((it) => ({ role: it.ref('role') }))
          .where('role', '=', 'owner')
          .where('disabled_at_ms', 'is', null)
          .returning('id')
          .execute();
        const isLosing = 'disabledAtMs' in change ? change.disabledAtMs !== undefined : false;
        const stays = !isLosing && (change.role ?? 'owner') === 'owner';
        if (!stays && owners.length === 1 && owners[0]!.id === id) return fault({ code: 'last-owner' });
        const changed = await trx
          .updateTable('account')
          .set({
            ...(change.role && { role: change.role }),
            ...('disabledAtMs' in change && { disabled_at_ms: change.disabledAtMs ?? null }),
          })
          .where('id', '=', id)
          .returning('id')
          .executeTakeFirst();
        await trx.deleteFrom('account_sign_in').where('account_id', '=', id).execute();
        return ok(changed !== undefined);
      }),
    ),
});

const accountWhere = async (db: Db, column: 'id' | 'sign_in_name', value: string) => {
  const row = await db.selectFrom('account').selectAll().where(column, '=', value).executeTakeFirst();
  return row && accountOf(row);
};
