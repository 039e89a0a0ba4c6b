import { fault, ok } from '../../../engine/index.ts';
import type { AccountStore } from '../account-store.ts';
import { accountOf } from './accounts.ts';
import type { Db, Use } from './use.ts';

export const sqlProviders = (use: Use): AccountStore['providers'] => ({
  find: (personHash) =>
    use(async (db) => {
      const row = await db
        .selectFrom('account_provider')
        .innerJoin('account', 'account.id', 'account_provider.account_id')
        .selectAll('account')
        .where('person_hash', '=', personHash)
        .executeTakeFirst();
      return row && accountOf(row);
    }),
  of: (accountId) =>
    use(async (db) => {
      const query = db.selectFrom('account_provider').selectAll().where('account_id', '=', accountId);
      const row = await query.executeTakeFirst();
      if (!row) return undefined;
      const { linked_at_ms: linkedAtMs, used_at_ms } = row;
      return { linkedAtMs, ...(used_at_ms !== null && { usedAtMs: used_at_ms }) };
    }),
  link: (accountId, personHash, atMs) =>
    use((db) => db.transaction().execute((trx) => linkProvider(trx, { accountId, personHash, atMs }))),
  used: (accountId, atMs) =>
    use(async (db) => {
      const query = db.updateTable('account_provider').set({ used_at_ms: atMs });
      await query.where('account_id', '=', accountId).execute();
    }),
  unlink: (accountId) =>
    use(async (db) => {
      await db.deleteFrom('account_provider').where('account_id', '=', accountId).execute();
    }),
  admit: (account, personHash) =>
    use((db) =>
      db.transaction().execute(async (trx) => {
        const { id, signInName, shownName, role, madeAtMs } = account;
        const invited = trx.selectFrom('account_invitation').select('id').where('ends_at_ms', '>', madeAtMs);
        if (await invited.where('sign_in_name', '=', signInName).executeTakeFirst())
          return fault({ code: 'taken' });
        const made = await trx
          .insertInto('account')
          .values({
            ...{ id, role, sign_in_name: signInName, shown_name: shownName },
            ...{ made_at_ms: madeAtMs, disabled_at_ms: null },
          })
          .onConflict((it) => it.column('sign_in_name').doNothing())
          .returning('id')
          .executeTakeFirst();
        if (!made) return fault({ code: 'taken' });
        await linkProvider(trx, { accountId: id, personHash, atMs: madeAtMs });
        return ok(account);
      }),
    ),
});

interface Link {
  readonly accountId: string;
  readonly personHash: string;
  readonly atMs: number;
}

/** In place of whom the account had before. False: another account has that person. */
export const linkProvider = async (trx: Db, { accountId, personHash, atMs }: Link): Promise<boolean> => {
  const other = trx.selectFrom('account_provider').select('account_id').where('person_hash', '=', personHash);
  if (await other.where('account_id', '!=', accountId).executeTakeFirst()) return false;
  await trx.deleteFrom('account_provider').where('account_id', '=', accountId).execute();
  const linked = await trx
    .insertInto('account_provider')
    .values({ account_id: accountId, person_hash: personHash, linked_at_ms: atMs, used_at_ms: null })
    .onConflict((it) => it.column('person_hash').doNothing())
    .returning('account_id')
    .executeTakeFirst();
  return linked !== undefined;
};
