import type { Result } from '../../engine/index.ts';
import type { Role } from '../access/actor.ts';
import type { LockOut } from './lock-out.ts';

export interface Account {
  readonly id: string;
  readonly signInName: string;
  readonly shownName: string;
  readonly role: Role;
  readonly madeAtMs: number;
  /** Absent: it may be used. */
  readonly disabledAtMs?: number;
}

export interface Passkey {
  readonly id: string;
  readonly accountId: string;
  readonly shownName: string;
  /** COSE, base64url. */
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly addedAtMs: number;
  readonly usedAtMs?: number;
}

/** A browser that somebody is signed in with. */
export interface SignIn {
  readonly id: string;
  readonly accountId: string;
  readonly stage: 'code' | 'whole';
  readonly device: string;
  readonly begunAtMs: number;
  readonly seenAtMs: number;
  readonly provedAtMs: number;
  readonly endsAtMs: number;
  /** Absent: it is from before this was kept. */
  readonly method?: 'password' | 'passkey' | 'provider';
  /** Whether two factors were shown. */
  readonly isStrong: boolean;
  /** Digests of whose it is at the provider, and of which session there; absent: none of its. */
  readonly providerSubject?: string;
  readonly providerSession?: string;
}

/** That an account is somebody's at the clinic's own sign-in. */
export interface ProviderLink {
  readonly linkedAtMs: number;
  readonly usedAtMs?: number;
}

export interface Invitation {
  readonly id: string;
  readonly kind: 'invitation' | 'recovery';
  readonly accountId?: string;
  readonly signInName: string;
  readonly role: Role;
  /** Absent: it was made at the machine of the service. */
  readonly madeBy?: string;
  readonly madeAtMs: number;
  readonly endsAtMs: number;
}

/** What an invited person signs in with from now on. */
export type FirstCredential =
  | { readonly kind: 'password'; readonly hash: string }
  | { readonly kind: 'passkey'; readonly passkey: Omit<Passkey, 'accountId' | 'addedAtMs'> }
  | { readonly kind: 'provider'; readonly personHash: string };

export interface BegunAttempt {
  /** How long there is to wait, and then nothing was counted; 0: go on. */
  readonly waitMs: number;
  /** Until when others wait if it fails; absent: nobody does. */
  readonly blocksUntilMs?: number;
}

export interface AccountChange {
  readonly role?: Role;
  readonly disabledAtMs?: number | undefined;
}

/**
 * The people of a clinic and how they sign in. Tokens come as digests: nothing that is kept here lets anybody in.
 *
 * Every method rejects with a `StoreError`, and with nothing else.
 */
export interface AccountStore {
  readonly accounts: {
    find(id: string): Promise<Account | undefined>;
    /** @param signInName  folded */
    named(signInName: string): Promise<Account | undefined>;
    /** By sign-in name. */
    list(): Promise<readonly Account[]>;
    /** Ends its sign-ins with it. `last-owner`: somebody has to be one. False: there is none. */
    change(id: string, change: AccountChange): Promise<Result<boolean, { readonly code: 'last-owner' }>>;
  };
  readonly passwords: {
    of(accountId: string): Promise<string | undefined>;
    set(accountId: string, hash: string, atMs: number): Promise<void>;
  };
  readonly passkeys: {
    of(accountId: string): Promise<readonly Passkey[]>;
    find(id: string): Promise<Passkey | undefined>;
    /** False: an account has it already. */
    add(passkey: Passkey): Promise<boolean>;
    used(id: string, use: { readonly counter: number; readonly atMs: number }): Promise<void>;
    remove(accountId: string, id: string): Promise<boolean>;
  };
  readonly codes: {
    /** The secret; absent: none, or not `confirmed`. */
    secretOf(accountId: string, confirmed: boolean): Promise<string | undefined>;
    /** Takes the place of one that was being set up, and of none that is confirmed. */
    setUp(accountId: string, secret: string): Promise<void>;
    /** Takes a time step, once; false: it or a later one was taken before. */
    take(accountId: string, step: number): Promise<boolean>;
    confirm(accountId: string, atMs: number, recoveryHashes: readonly string[]): Promise<void>;
    /** False: there is no such recovery code, or no longer. */
    takeRecovery(accountId: string, hash: string): Promise<boolean>;
    recoveryLeft(accountId: string): Promise<number>;
    remove(accountId: string): Promise<void>;
  };
  readonly signIns: {
    begin(signIn: SignIn, tokenHash: string): Promise<void>;
    /** With its account; of one that is disabled nothing. */
    find(tokenHash: string): Promise<{ readonly signIn: SignIn; readonly account: Account } | undefined>;
    seen(id: string, atMs: number): Promise<void>;
    /** Newest first, the whole ones. */
    of(accountId: string): Promise<readonly SignIn[]>;
    end(accountId: string, id: string): Promise<boolean>;
    /** @param except  stays */
    endAll(accountId: string, except?: string): Promise<void>;
    /** Those of a person, or of a session of theirs, at the provider; by digests. */
    endOfProvider(whose: { readonly subject?: string; readonly session?: string }): Promise<void>;
  };
  readonly providers: {
    /** The account of a person there, in use or not. */
    find(personHash: string): Promise<Account | undefined>;
    of(accountId: string): Promise<ProviderLink | undefined>;
    /** In place of whom it was before. False: another account has that person. */
    link(accountId: string, personHash: string, atMs: number): Promise<boolean>;
    used(accountId: string, atMs: number): Promise<void>;
    unlink(accountId: string): Promise<void>;
    /** Makes an account for a person whom nobody invited. `taken`: an account or an invitation has that name. */
    admit(account: Account, personHash: string): Promise<Result<Account, { readonly code: 'taken' }>>;
  };
  readonly invitations: {
    /** `taken`: an account has that sign-in name, and may have nothing else than a recovery. */
    make(invitation: Invitation, tokenHash: string): Promise<Result<'made', { readonly code: 'taken' }>>;
    /** Those that are good at `atMs`, newest first. */
    list(atMs: number): Promise<readonly Invitation[]>;
    find(tokenHash: string, atMs: number): Promise<Invitation | undefined>;
    revoke(id: string): Promise<boolean>;
    /**
     * Uses it up: makes the account, or lets the recovered one begin anew with this credential alone, signed in
     * nowhere. Absent: it is not good any more, or what it is to be signed in by is another account's.
     */
    accept(acceptance: {
      readonly tokenHash: string;
      readonly atMs: number;
      readonly shownName: string;
      readonly credential: FirstCredential;
    }): Promise<Account | undefined>;
  };
  readonly challenges: {
    keep(
      challengeHash: string,
      purpose: string,
      times: { readonly atMs: number; readonly endsAtMs: number },
    ): Promise<void>;
    /** Once. */
    take(challengeHash: string, purpose: string, atMs: number): Promise<boolean>;
  };
  readonly devices: {
    remember(
      accountId: string,
      tokenHash: string,
      times: { readonly atMs: number; readonly forgetBeforeMs: number },
    ): Promise<void>;
    isOf(accountId: string, tokenHash: string): Promise<boolean>;
  };
  readonly attempts: {
    /** Counts a failure in advance, so that many at once are as few as one after the other. */
    begin(keyHash: string, atMs: number, lockOut: LockOut): Promise<BegunAttempt>;
    /** It was none, and holds nobody up. */
    takeBack(keyHash: string, begun: BegunAttempt): Promise<void>;
    /** All failures are forgotten. */
    forget(keyHash: string): Promise<void>;
  };
  readonly close: () => Promise<void>;
}
