import Type, { type Static } from 'typebox';
import { ROLES, type Role } from './roles.ts';
import { Service } from './service.ts';

/** Shortest password that is taken, in characters; {@link ADVISED_PASSWORD} is advised. */
export const SHORTEST_PASSWORD = 8;
export const ADVISED_PASSWORD = 15;
/** Longest, so that nobody has a book hashed. */
export const LONGEST_PASSWORD = 1000;

const uuid = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';
const Id = Type.String({ pattern: uuid });
const Name = Type.String({ pattern: '^[^\\u0000-\\u001f\\u007f]{1,100}$' });
const EpochMs = Type.Number({ minimum: 0, maximum: 8.64e15 });
const Token = Type.String({ pattern: '^[\\w-]{43}$' });
/** One that exists, whatever was asked of it when it was set. */
const KnownPassword = Type.String({ minLength: 1, maxLength: LONGEST_PASSWORD });
const NewPassword = Type.String({ minLength: SHORTEST_PASSWORD, maxLength: LONGEST_PASSWORD });
const RoleName = Type.Enum<Role[]>([...ROLES]);
/** What the browser's authenticator said, as `@simplewebauthn/browser` hands it on; checked by its server side. */
const FromAuthenticator = Type.Object(
  { id: Type.String({ maxLength: 2000 }), response: Type.Object({}, { additionalProperties: true }) },
  { additionalProperties: true },
);
const closed = { additionalProperties: false };

export const AccountParams = Type.Object({ id: Id });
export const PasskeyParams = Type.Object({ id: Type.String({ pattern: '^[\\w-]{1,1400}$' }) });

export const PasswordSignIn = Type.Object({ signInName: Name, password: KnownPassword }, closed);
/** Six digits of an authenticator app, or a recovery code. */
const Code = Type.String({ minLength: 6, maxLength: 20 });
export const CodeSignIn = Type.Object({ code: Code }, closed);
export const PasskeySignIn = Type.Object({ passkey: FromAuthenticator }, closed);
export const Proof = Type.Object(
  {
    password: Type.Optional(KnownPassword),
    passkey: Type.Optional(FromAuthenticator),
    code: Type.Optional(Code),
  },
  closed,
);
export const PasswordChange = Type.Object({ password: NewPassword }, closed);
export const CodeConfirmation = Type.Object({ code: Type.String({ pattern: '^[0-9 ]{6,8}$' }) }, closed);
export const NewPasskey = Type.Object({ name: Name, passkey: FromAuthenticator }, closed);

/** `code`: a code of the authenticator app is asked for next. */
export const SignedIn = Type.Object({ service: Service, next: Type.Enum(['in', 'code']) });
export type SignedIn = Static<typeof SignedIn>;

export const Done = Type.Object({ service: Service });
export type Done = Static<typeof Done>;

/** What a browser hands to its authenticator. */
export const AuthenticatorOptions = Type.Object({
  service: Service,
  options: Type.Object({}, { additionalProperties: true }),
});
export type AuthenticatorOptions = Static<typeof AuthenticatorOptions>;

/** Who is signed in, and by what they may sign in. */
export const Me = Type.Object({
  service: Service,
  id: Id,
  signInName: Type.String(),
  shownName: Type.String(),
  role: RoleName,
  /** All that may be done now is to show or set up a second factor: the role asks for one. */
  needsFactor: Type.Boolean(),
  /** That the account is somebody's at the clinic's own sign-in; absent: it is nobody's there. */
  provider: Type.Optional(Type.Object({ linkedAtMs: EpochMs, usedAtMs: Type.Optional(EpochMs) })),
  hasPassword: Type.Boolean(),
  /** Whether a code is asked for after the password. */
  hasCode: Type.Boolean(),
  recoveryCodesLeft: Type.Integer(),
  passkeys: Type.Array(
    Type.Object({
      id: Type.String(),
      shownName: Type.String(),
      addedAtMs: EpochMs,
      /** Absent: never yet. */
      usedAtMs: Type.Optional(EpochMs),
    }),
  ),
});
export type Me = Static<typeof Me>;

/** The browsers that the account is signed in with, the latest used first. */
export const SignInList = Type.Object({
  service: Service,
  signIns: Type.Array(
    Type.Object({
      id: Id,
      device: Type.String(),
      begunAtMs: EpochMs,
      seenAtMs: EpochMs,
      /** When it ends by itself if it is not used any more. */
      endsAtMs: EpochMs,
      /** Absent: it is from before this was kept. */
      method: Type.Optional(Type.Enum(['password', 'passkey', 'provider'])),
      /** It is the one that asks. */
      isThis: Type.Boolean(),
    }),
  ),
});
export type SignInList = Static<typeof SignInList>;

/** An authenticator app is set up with either. */
export const CodeSetUp = Type.Object({ service: Service, secret: Type.String(), uri: Type.String() });
export type CodeSetUp = Static<typeof CodeSetUp>;

/** Shown once; each is good once in place of a code. */
export const RecoveryCodes = Type.Object({ service: Service, recoveryCodes: Type.Array(Type.String()) });
export type RecoveryCodes = Static<typeof RecoveryCodes>;

const accountFields = {
  id: Id,
  signInName: Type.String(),
  shownName: Type.String(),
  role: RoleName,
  madeAtMs: EpochMs,
  /** Absent: it may be used. */
  disabledAtMs: Type.Optional(EpochMs),
};
export const AccountList = Type.Object({
  service: Service,
  accounts: Type.Array(Type.Object(accountFields)),
});
export type AccountList = Static<typeof AccountList>;

/** A change of role or use ends every sign-in of the account. */
export const AccountPatch = Type.Object(
  { role: Type.Optional(RoleName), disabled: Type.Optional(Type.Boolean()) },
  closed,
);

/** `signInName`: an e-mail address, or any name that nobody else has. */
export const NewInvitation = Type.Object({ signInName: Name, role: RoleName }, closed);
const invitationFields = {
  id: Id,
  kind: Type.Enum(['invitation', 'recovery']),
  signInName: Type.String(),
  role: RoleName,
  madeAtMs: EpochMs,
  endsAtMs: EpochMs,
};
export const InvitationList = Type.Object({
  service: Service,
  invitations: Type.Array(Type.Object(invitationFields)),
});
export type InvitationList = Static<typeof InvitationList>;

/** The token is told this once: it goes into the link `/#/invitation/<token>`, which the browser sends to nobody. */
export const MadeInvitation = Type.Object({ service: Service, ...invitationFields, token: Token });
export type MadeInvitation = Static<typeof MadeInvitation>;

export const InvitationToken = Type.Object({ token: Token }, closed);
export const InvitationShown = Type.Object({
  service: Service,
  kind: Type.Enum(['invitation', 'recovery']),
  signInName: Type.String(),
  role: RoleName,
});
export type InvitationShown = Static<typeof InvitationShown>;

/** With a password or a passkey, not both. A recovery keeps the name that is shown. */
export const Acceptance = Type.Object(
  {
    token: Token,
    shownName: Type.Optional(Name),
    password: Type.Optional(NewPassword),
    passkey: Type.Optional(FromAuthenticator),
    passkeyName: Type.Optional(Name),
  },
  closed,
);

/** How one may sign in here beside password and passkey. */
export const SignInWays = Type.Object({
  service: Service,
  /** The clinic's own sign-in, as it is called; absent: there is none. */
  provider: Type.Optional(Type.Object({ called: Type.String(), isOnlyForStaff: Type.Boolean() })),
});
export type SignInWays = Static<typeof SignInWays>;

/** To be let in, or to take up an invitation by it. */
export const ProviderBegin = Type.Object({ invitation: Type.Optional(Token) }, closed);
export const ProviderProof = Type.Object({ back: Type.Enum(['account', 'people', 'second-factor']) }, closed);

/** Where the browser goes; it comes back by itself, to `/#/sign-in/<why>` where nothing came of it. */
export const ProviderAddress = Type.Object({ service: Service, address: Type.String() });
export type ProviderAddress = Static<typeof ProviderAddress>;

/** As a provider posts it where somebody's session there has ended (OpenID Connect Back-Channel Logout 1.0, 2.5). */
export const ProviderLogOut = Type.Object({
  logout_token: Type.String({ minLength: 1, maxLength: 10_000 }),
});
