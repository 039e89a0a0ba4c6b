import { invite, recover } from './accounts/invite.ts';
import { foldSignInName } from './accounts/sign-in-name.ts';
import { sqlAccountStore } from './accounts/sql-account-store.ts';
import { takeDataFolder } from './data-folder.ts';
import { openServiceDatabase } from './service-database.ts';

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
  /** PostgreSQL; absent: SQLite in the folder. */
  readonly databaseUrl?: string;
  readonly signInName: string;
  readonly clock: () => number;
}): Promise<OwnerLink> => {
  const folder = takeDataFolder(wanted.dataDir);
  try {
    const { clock, signInName, databaseUrl } = wanted;
    const place = { folder, ...(databaseUrl !== undefined && { databaseUrl }) };
    const store = sqlAccountStore(await openServiceDatabase({ ...place, notify: () => undefined }));
    try {
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
