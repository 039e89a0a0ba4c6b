import type { Kysely, Migration } from 'kysely';
import { secureRows } from '../database/row-policy.ts';

const account = (why: string) => ({ open: `${why}, before it is known who asks` });

/** Who finds the rows of each table that there was by then; one that comes later brings its own. */
export const FIRST_POLICIES = {
  session: { accounts: ['client_id'] },
  session_event: { session: 'session_id' },
  room_command: { session: 'session_id' },
  consent: { accounts: ['client_id'] },
  research_pseudonym: { accounts: ['client_id'] },
  // Whoever cares, or has broken a glass, finds by that whom they reach.
  care_assignment: { accounts: ['client_id', 'clinician_id'] },
  break_glass: { accounts: ['client_id', 'clinician_id'] },
  access_log: { accounts: ['client_id'] },
  seal: 'housekeeping',
  sealed_session: 'housekeeping',
  tombstone: { open: 'hashes alone: who takes an id again must learn that it was used' },
  account: account('names to sign in by are looked up'),
  account_password: account('it is checked'),
  account_passkey: account('it is checked'),
  account_code: account('it is checked'),
  account_recovery_code: account('it is checked'),
  account_sign_in: account('a cookie is looked up'),
  account_invitation: account('a link is looked up'),
  account_challenge: account('it is looked up'),
  account_device: account('a cookie is looked up'),
  account_attempt: account('failures are counted'),
  session_chunk: { session: 'session_id' },
  client_key: { accounts: ['client_id'] },
  master_key: { open: 'a fingerprint: whether the service has the right key is seen before anybody asks' },
} as const;

export const rowSecurity: Migration = { up: (db: Kysely<unknown>) => secureRows(db, FIRST_POLICIES) };
