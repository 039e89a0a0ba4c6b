import type { Selectable } from 'kysely';
import { fault, ok } from '../../../engine/index.ts';
import type { AccountStore, FirstCredential, Invitation } from '../account-store.ts';
import type { AccountTables } from '../account-tables.ts';
import { accountOf } from './accounts.ts';
import { addPasskey, setPassword } from './credentials.ts';
import { linkProvider } from './providers.ts';
import type { Db, Use } from './use.ts';

export const sqlInvitations = (use: Use): AccountStore['invitations'] => ({
  make: (invitation, tokenHash) =>
    use((db) => db.transaction().execute((trx) => make(trx, invitation, tokenHash))),
  list: (atMs) =>
    use(async (db) => {
      const good = db.selectFrom('account_invitation').selectAll().where('ends_at_ms', '>', atMs);
      return (await good.orderBy('made_at_ms', 'desc').execute()).map(invitationOf);
    }),
  find: (tokenHash, atMs) =>
    use(async (db) => {
      const query = db.selectFrom('account_invitation').selectAll().where('token_hash', '=', tokenHash);
      const row = await query.where('ends_at_ms', '>', atMs).executeTakeFirst();
      return row && invitationOf(row);
    }),
  revoke: (id) =>
    use(async (db) => {
      const query = db.deleteFrom('account_invitation').where('id', '=', id).returning('id');
      return (await query.executeTakeFirst()) !== undefined;
    }),
  accept: (acceptance) =>
    use((db) =>
      db
        .transaction()
        .execute((trx) => accept(trx, acceptance))
        .catch((error: unknown) => {
          if (error instanceof PersonTaken) return undefined;
          throw error;
        }),
    ),
});

type Acceptance = Parameters<AccountStore['invitations']['accept']>[0];

const accept = async (trx: Db, { tokenHash, atMs, shownName, credential }: Acceptance) => {
  // Taking it away first: of two who accept at once one finds nothing.
  const taken = await trx
    .deleteFrom('account_invitation')
    .where('token_hash', '=', tokenHash)
    .where('ends_at_ms', '>', atMs)
    .returningAll()
    .executeTakeFirst();
  if (!taken) return undefined;
  const invitation = invitationOf(taken);
  const id = invitation.accountId ?? invitation.id;
  if (invitation.kind === 'invitation') await makeAccount(trx, invitation, { shownName, atMs });
  else await clear(trx, id);
  await give(trx, credential, { accountId: id, atMs });
  return accountRow(trx, id);
};

const make = async (
  trx: Db,
  invitation: Invitation,
  token_hash: string,
): ReturnType<AccountStore['invitations']['make']> => {
  const { id, kind, accountId = null, signInName, role, madeBy = null, madeAtMs, endsAtMs } = invitation;
  await trx.deleteFrom('account_invitation').where('ends_at_ms', '<=', madeAtMs).execute();
  const named = trx.selectFrom('account').select('id').where('sign_in_name', '=', signInName);
  if (kind === 'invitation' && (await named.executeTakeFirst())) return fault({ code: 'taken' });
  // A newer one takes the place of those before it: only one link is good.
  await trx.deleteFrom('account_invitation').where('sign_in_name', '=', signInName).execute();
  await trx
    .insertInto('account_invitation')
    .values({
      ...{ id, token_hash, kind, role },
      account_id: accountId,
      sign_in_name: signInName,
      made_by: madeBy,
      made_at_ms: madeAtMs,
      ends_at_ms: endsAtMs,
    })
    .execute();
  return ok('made');
};

const makeAccount = async (
  trx: Db,
  { id, signInName, role }: Invitation,
  { shownName, atMs }: { readonly shownName: string; readonly atMs: number },
) => {
  await trx
    .insertInto('account')
    .values({
      ...{ id, role },
      sign_in_name: signInName,
      shown_name: shownName,
      made_at_ms: atMs,
      disabled_at_ms: null,
    })
    .execute();
};

/** All that the account could be entered with. */
const clear = async (trx: Db, accountId: string) => {
  for (const table of CREDENTIALS) await trx.deleteFrom(table).where('account_id', '=', accountId).execute();
};

const CREDENTIALS = [
  'account_password',
  'account_passkey',
  'account_code',
  'account_recovery_code',
  'account_sign_in',
  'account_device',
  'account_provider',
] as const;

const give = async (
  trx: Db,
  credential: FirstCredential,
  { accountId, atMs }: { readonly accountId: string; readonly atMs: number },
) => {
  switch (credential.kind) {
    case 'password':
      await setPassword(trx, { accountId, hash: credential.hash, atMs });
      return;
    case 'passkey':
      await addPasskey(trx, { ...credential.passkey, accountId, addedAtMs: atMs });
      return;
    case 'provider':
      // Thrown, so that nothing of the acceptance stays.
      if (!(await linkProvider(trx, { accountId, personHash: credential.personHash, atMs })))
        throw new PersonTaken();
      return;
  }
};

/** Another account is that person at the provider. */
class PersonTaken extends Error {}

const accountRow = async (trx: Db, id: string) => {
  const row = await trx.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();
  return row && accountOf(row);
};

const invitationOf = (row: Selectable<AccountTables['account_invitation']>): Invitation => ({
  id: row.id,
  kind: row.kind,
  ...(row.account_id !== null && { accountId: row.account_id }),
  signInName: row.sign_in_name,
  role: row.role,
  ...(row.made_by !== null && { madeBy: row.made_by }),
  madeAtMs: row.made_at_ms,
  endsAtMs: row.ends_at_ms,
});
