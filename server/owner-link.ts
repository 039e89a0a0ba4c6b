import { invite, recover } from './accounts/invite.ts';
import { foldSignInName } from './accounts/sign-in-name.ts';
import { sqlAccountStore } from './accounts/sql-account-store.ts';
import { takeDataFolder } from './data-folder.ts';
import { openSqlite } from './database/dialects/sqlite.ts';
import { openOnce } from './database/reopening.ts';
import { SCHEMA, type Tables } from './schema.ts';

/** A token that is good once, for the link `/#/invitation/<token>`. */
export interface OwnerLink {
  /** `recovery`: the account is there, and begins anew with the link. */
  readonly kind: 'invitation' | 'recovery';
  readonly token: string;
  readonly endsAtMs: number;
}

/**
 * Makes the link by which somebody becomes an owner, or an account that is there begins anew. Only for whoever is at
 * the machine of the service and may write its data folder: nobody has to be signed in.
 *
 * @throws StartError  (as a rejection) the folder cannot be used, or a service runs on it; StoreError
 */
export const ownerLink = async (wanted: {
  readonly dataDir: string;
  readonly signInName: string;
  readonly clock: () => number;
}): Promise<OwnerLink> => {
  const folder = takeDataFolder(wanted.dataDir);
  try {
    const store = sqlAccountStore(openOnce(await openSqlite<Tables>(folder.sessionsFile, SCHEMA)));
    try {
      const { clock, signInName } = wanted;
      const account = await store.accounts.named(foldSignInName(signInName));
      const ports = { store, clock };
      const made = account
        ? await recover({ account }, ports)
        : await invite({ signInName, role: 'owner' }, ports);
      if (!made.ok) throw new Error('the name was free a moment ago');
      const { invitation, token } = made.value;
      return { kind: invitation.kind, token, endsAtMs: invitation.endsAtMs };
    } finally {
      await store.close();
    }
  } finally {
    folder.release();
  }
};
