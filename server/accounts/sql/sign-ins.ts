import type { Selectable } from 'kysely';
import type { AccountStore, SignIn } from '../account-store.ts';
import type { AccountTables } from '../account-tables.ts';
import { accountOf } from './accounts.ts';
import type { Use } from './use.ts';

export const sqlSignIns = (use: Use): AccountStore['signIns'] => ({
  begin: (signIn, token_hash) =>
    use(async (db) => {
      // Those of others that are long over go with it, so that the table keeps its size.
      await db.deleteFrom('account_sign_in').where('ends_at_ms', '<', signIn.begunAtMs).execute();
      await db
        .insertInto('account_sign_in')
        .values({ ...rowOf(signIn), token_hash })
        .execute();
    }),
  find: (tokenHash) =>
    use(async (db) => {
      const row = await db
        .selectFrom('account_sign_in')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst();
      const account =
        row &&
        (await db.selectFrom('account').selectAll().where('id', '=', row.account_id).executeTakeFirst());
      if (!row || account?.disabled_at_ms !== null) return undefined;
      return { signIn: signInOf(row), account: accountOf(account) };
    }),
  seen: (id, seen_at_ms) =>
    use(async (db) => {
      await db.updateTable('account_sign_in').set({ seen_at_ms }).where('id', '=', id).execute();
    }),
  of: (accountId) =>
    use(async (db) => {
      const rows = await db
        .selectFrom('account_sign_in')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('stage', '=', 'whole')
        .orderBy('seen_at_ms', 'desc')
        .execute();
      return rows.map(signInOf);
    }),
  end: (accountId, id) =>
    use(async (db) => {
      const query = db.deleteFrom('account_sign_in').where('id', '=', id).where('account_id', '=', accountId);
      return (await query.returning('id').executeTakeFirst()) !== undefined;
    }),
  endAll: (accountId, except) =>
    use(async (db) => {
      const all = db.deleteFrom('account_sign_in').where('account_id', '=', accountId);
      await (except === undefined ? all : all.where('id', '!=', except)).execute();
    }),
  endOfProvider: ({ subject, session }) =>
    use(async (db) => {
      const all = db.deleteFrom('account_sign_in');
      // Where the session is named, others of the same person go on.
      if (session !== undefined) await all.where('provider_session', '=', session).execute();
      else if (subject !== undefined) await all.where('provider_subject', '=', subject).execute();
    }),
});

const signInOf = (row: Selectable<AccountTables['account_sign_in']>): SignIn => ({
  id: row.id,
  accountId: row.account_id,
  stage: row.stage,
  device: row.device,
  begunAtMs: row.begun_at_ms,
  seenAtMs: row.seen_at_ms,
  provedAtMs: row.proved_at_ms,
  endsAtMs: row.ends_at_ms,
  ...(row.method !== null && { method: row.method }),
  isStrong: row.factors > 1,
  ...(row.provider_subject !== null && { providerSubject: row.provider_subject }),
  ...(row.provider_session !== null && { providerSession: row.provider_session }),
});

const rowOf = ({ id, accountId, stage, device, method, isStrong, ...times }: SignIn) => ({
  ...{ id, account_id: accountId, stage, device },
  begun_at_ms: times.begunAtMs,
  seen_at_ms: times.seenAtMs,
  proved_at_ms: times.provedAtMs,
  ends_at_ms: times.endsAtMs,
  method: method ?? null,
  factors: isStrong ? 2 : 1,
  provider_subject: times.providerSubject ?? null,
  provider_session: times.providerSession ?? null,
});
