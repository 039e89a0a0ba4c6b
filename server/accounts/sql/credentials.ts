import type { Selectable } from 'kysely';
import type { AccountStore, Passkey } from '../account-store.ts';
import type { AccountTables } from '../account-tables.ts';
import type { Db, Use } from './use.ts';

/** Passwords, passkeys and codes. */
export const sqlCredentials = (use: Use): Pick<AccountStore, 'passwords' | 'passkeys' | 'codes'> => ({
  passwords: passwords(use),
  passkeys: passkeys(use),
  codes: codes(use),
});

const passwords = (use: Use): AccountStore['passwords'] => ({
  of: (accountId) =>
    use(async (db) => {
      const query = db.selectFrom('account_password').select('hash').where('account_id', '=', accountId);
      return (await query.executeTakeFirst())?.hash;
    }),
  set: (accountId, hash, atMs) => use((db) => setPassword(db, { accountId, hash, atMs })),
});

const passkeys = (use: Use): AccountStore['passkeys'] => ({
  of: (accountId) =>
    use(async (db) => {
      const query = db.selectFrom('account_passkey').selectAll().where('account_id', '=', accountId);
      return (await query.orderBy('added_at_ms').execute()).map(passkeyOf);
    }),
  find: (id) =>
    use(async (db) => {
      const row = await db.selectFrom('account_passkey').selectAll().where('id', '=', id).executeTakeFirst();
      return row && passkeyOf(row);
    }),
  add: (passkey) => use((db) => addPasskey(db, passkey)),
  used: (id, { counter, atMs }) =>
    use(async (db) => {
      await db
        .updateTable('account_passkey')
        .set({ counter, used_at_ms: atMs })
        .where('id', '=', id)
        .execute();
    }),
  remove: (accountId, id) =>
    use(async (db) => {
      const query = db.deleteFrom('account_passkey').where('id', '=', id).where('account_id', '=', accountId);
      return (await query.returning('id').executeTakeFirst()) !== undefined;
    }),
});

const codes = (use: Use): AccountStore['codes'] => ({
  secretOf: (accountId, confirmed) =>
    use(async (db) => {
      const row = await db
        .selectFrom('account_code')
        .select('secret')
        .where('account_id', '=', accountId)
        .where('confirmed_at_ms', confirmed ? 'is not' : 'is', null)
        .executeTakeFirst();
      return row?.secret;
    }),
  setUp: (account_id, secret) =>
    use((db) =>
      db.transaction().execute(async (trx) => {
        const query = trx.deleteFrom('account_code').where('account_id', '=', account_id);
        await query.where('confirmed_at_ms', 'is', null).execute();
        await trx
          .insertInto('account_code')
          .values({ account_id, secret, confirmed_at_ms: null, last_step: 0 })
          .onConflict((it) => it.column('account_id').doNothing())
          .execute();
      }),
    ),
  take: (accountId, step) =>
    use(async (db) => {
      const taken = await db
        .updateTable('account_code')
        .set({ last_step: step })
        .where('account_id', '=', accountId)
        .where('last_step', '<', step)
        .returning('last_step')
        .executeTakeFirst();
      return taken !== undefined;
    }),
  confirm: (accountId, atMs, hashes) =>
    use((db) => db.transaction().execute((trx) => confirmCode(trx, accountId, { atMs, hashes }))),
  takeRecovery: (accountId, hash) =>
    use(async (db) => {
      const query = db.deleteFrom('account_recovery_code').where('account_id', '=', accountId);
      const taken = await query.where('code_hash', '=', hash).returning('code_hash').executeTakeFirst();
      return taken !== undefined;
    }),
  recoveryLeft: (accountId) =>
    use(async (db) => {
      const query = db.selectFrom('account_recovery_code').select('code_hash');
      return (await query.where('account_id', '=', accountId).execute()).length;
    }),
  remove: (accountId) =>
    use((db) =>
      db.transaction().execute(async (trx) => {
        await trx.deleteFrom('account_code').where('account_id', '=', accountId).execute();
        await trx.deleteFrom('account_recovery_code').where('account_id', '=', accountId).execute();
      }),
    ),
});

const confirmCode = async (
  trx: Db,
  accountId: string,
  { atMs, hashes }: { readonly atMs: number; readonly hashes: readonly string[] },
) => {
  const ofAccount = trx.updateTable('account_code').where('account_id', '=', accountId);
  await ofAccount.set({ confirmed_at_ms: atMs }).execute();
  await trx.deleteFrom('account_recovery_code').where('account_id', '=', accountId).execute();
  const rows = hashes.map((code_hash) => ({ code_hash, account_id: accountId }));
  await trx.insertInto('account_recovery_code').values(rows).execute();
};

interface SetPassword {
  readonly accountId: string;
  readonly hash: string;
  readonly atMs: number;
}

export const setPassword = async (db: Db, { accountId, hash, atMs }: SetPassword) => {
  await db
    .insertInto('account_password')
    .values({ account_id: accountId, hash, set_at_ms: atMs })
    .onConflict((it) => it.column('account_id').doUpdateSet({ hash, set_at_ms: atMs }))
    .execute();
};

export const addPasskey = async (db: Db, passkey: Passkey): Promise<boolean> => {
  const added = await db
    .insertInto('account_passkey')
    .values({
      id: passkey.id,
      account_id: passkey.accountId,
      shown_name: passkey.shownName,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: JSON.stringify(passkey.transports),
      added_at_ms: passkey.addedAtMs,
      used_at_ms: null,
    })
    .onConflict((it) => it.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
};

const passkeyOf = (row: Selectable<AccountTables['account_passkey']>): Passkey => ({
  id: row.id,
  accountId: row.account_id,
  shownName: row.shown_name,
  publicKey: row.public_key,
  counter: row.counter,
  transports: JSON.parse(row.transports) as string[],
  addedAtMs: row.added_at_ms,
  ...(row.used_at_ms !== null && { usedAtMs: row.used_at_ms }),
});
