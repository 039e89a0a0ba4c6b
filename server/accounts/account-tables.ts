import type { ColumnType } from 'kysely';
import type { Role } from '../access/actor.ts';

type SetOnce<T> = ColumnType<T, T, never>;

/** The tables, alike on every dialect. Secrets that are only compared are kept as SHA-256, hexadecimal. */
export interface AccountTables {
  account: {
    id: SetOnce<string>;
    /** What the person signs in by, folded as `foldSignInName` does. */
    sign_in_name: string;
    /** What others see. */
    shown_name: string;
    role: Role;
    made_at_ms: SetOnce<number>;
    disabled_at_ms: number | null;
  };
  account_password: {
    account_id: SetOnce<string>;
    /** Argon2id, as the PHC string that names its own cost. */
    hash: string;
    set_at_ms: number;
  };
  account_passkey: {
    /** The authenticator's own id of it, base64url. */
    id: SetOnce<string>;
    account_id: SetOnce<string>;
    shown_name: string;
    /** COSE, base64url. */
    public_key: SetOnce<string>;
    /** Double precision: the counter has 32 bits without sign. */
    counter: number;
    /** JSON list of what the browser said: "internal", "usb" … */
    transports: SetOnce<string>;
    added_at_ms: SetOnce<number>;
    used_at_ms: number | null;
  };
  account_code: {
    account_id: SetOnce<string>;
    /** Base32. It has to be known to check a code. */
    secret: string;
    /** Absent: it is being set up. */
    confirmed_at_ms: number | null;
    /** The last time step that was taken, so that no code is good twice. */
    last_step: number;
  };
  account_recovery_code: {
    code_hash: SetOnce<string>;
    account_id: SetOnce<string>;
  };
  account_sign_in: {
    id: SetOnce<string>;
    token_hash: string;
    account_id: SetOnce<string>;
    /** `code`: the password was right, the code is still to come. */
    stage: 'code' | 'whole';
    /** "Firefox, Windows". */
    device: SetOnce<string>;
    begun_at_ms: SetOnce<number>;
    seen_at_ms: number;
    /** When password, code or passkey was last asked for and right. */
    proved_at_ms: number;
    ends_at_ms: SetOnce<number>;
    /** Absent: it is from before this was kept. */
    method: SetOnce<'password' | 'passkey' | 'provider' | null>;
    /** How many were shown. */
    factors: SetOnce<number>;
    /** Whose it is at the provider, and of which session there, by which it is ended from there. */
    provider_subject: SetOnce<string | null>;
    provider_session: SetOnce<string | null>;
  };
  /** Who an account is at the clinic's own sign-in: one person each. */
  account_provider: {
    account_id: SetOnce<string>;
    /** Of the issuer and the claim that names the person. */
    person_hash: SetOnce<string>;
    linked_at_ms: SetOnce<number>;
    used_at_ms: number | null;
  };
  account_invitation: {
    /** Of an invitation the id of the account that it becomes, of a recovery its own. */
    id: SetOnce<string>;
    token_hash: SetOnce<string>;
    kind: SetOnce<'invitation' | 'recovery'>;
    /** The account that is recovered. */
    account_id: SetOnce<string | null>;
    sign_in_name: SetOnce<string>;
    role: SetOnce<Role>;
    made_by: SetOnce<string | null>;
    made_at_ms: SetOnce<number>;
    ends_at_ms: SetOnce<number>;
  };
  /** What was begun with an authenticator and may be finished once. */
  account_challenge: {
    challenge_hash: SetOnce<string>;
    purpose: SetOnce<string>;
    ends_at_ms: SetOnce<number>;
  };
  /** Browsers that somebody signed in with; others guessing does not hold these up. */
  account_device: {
    token_hash: SetOnce<string>;
    account_id: SetOnce<string>;
    seen_at_ms: number;
  };
  /** Failed attempts of an account, a device or an address, by a digest of which. */
  account_attempt: {
    key_hash: SetOnce<string>;
    failures: number;
    last_at_ms: number;
    blocked_until_ms: number;
  };
}
