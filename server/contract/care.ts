import Type, { type Static } from 'typebox';

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const AccountId = Type.String({ pattern: `^${uuid}$` });
const EpochMs = Type.Number();
/** What a person may consent to. `sharing`: things of theirs leave the service for somebody else's. */
export const PURPOSES = ['care', 'research', 'sharing'] as const;
export type Purpose = (typeof PURPOSES)[number];
const PurposeName = Type.Enum<Purpose[]>([...PURPOSES]);

/** A client by account, by pseudonym for a researcher, or `me`: whoever is signed in. */
export const ClientParams = Type.Object({
  client: Type.String({ pattern: `^(me|${uuid}|p-[0-9a-f]{32})$` }),
});
export const ClinicianParams = Type.Object({ client: AccountId, clinician: AccountId });
export const ConsentParams = Type.Object({ client: Type.Literal('me'), purpose: PurposeName });
export const BreakGlassParams = Type.Object({ id: AccountId });

/** The words that are agreed to. Other words have another version. */
export const ConsentText = Type.Object({ title: Type.String(), text: Type.String() });
export const ConsentTexts = Type.Object({
  texts: Type.Array(
    Type.Object({ purpose: PurposeName, version: Type.String(), en: ConsentText, de: ConsentText }),
  ),
});
export type ConsentTexts = Static<typeof ConsentTexts>;

/** The version that the person has read. */
export const NewConsent = Type.Object(
  { version: Type.String({ minLength: 1, maxLength: 40 }) },
  { additionalProperties: false },
);

export const Consent = Type.Object({
  purpose: PurposeName,
  version: Type.String(),
  givenAtMs: EpochMs,
  /** Absent: in force. */
  withdrawnAtMs: Type.Optional(EpochMs),
});
export type Consent = Static<typeof Consent>;

/** All that were ever given, newest first. */
export const ConsentList = Type.Object({ consents: Type.Array(Consent) });
export type ConsentList = Static<typeof ConsentList>;

export const CareList = Type.Object({
  clinicians: Type.Array(
    Type.Object({ clinician: AccountId, fromMs: EpochMs, untilMs: Type.Optional(EpochMs) }),
  ),
});
export type CareList = Static<typeof CareList>;

/** Why things of somebody must be seen who has not agreed to it; the person reads it, and who reviews it. */
export const NewBreakGlass = Type.Object(
  { reason: Type.String({ minLength: 10, maxLength: 500, pattern: '\\S[\\s\\S]*\\S' }) },
  { additionalProperties: false },
);

export const BreakGlass = Type.Object({
  id: AccountId,
  client: AccountId,
  clinician: AccountId,
  reason: Type.String(),
  begunAtMs: EpochMs,
  /** When it ends, or has ended. */
  untilMs: EpochMs,
  reviewedAtMs: Type.Optional(EpochMs),
  reviewedBy: Type.Optional(AccountId),
  /** A second person has not reviewed it within 72 hours. */
  isOverdue: Type.Boolean(),
});
export type BreakGlass = Static<typeof BreakGlass>;

/** Newest first. */
export const BreakGlassList = Type.Object({ breakGlass: Type.Array(BreakGlass) });
export type BreakGlassList = Static<typeof BreakGlassList>;

export const Caseload = Type.Object({
  clients: Type.Array(Type.Object({ client: AccountId, fromMs: EpochMs, consents: Type.Array(PurposeName) })),
  /** Break-glass on these clients by others that waits for a second person, oldest first. */
  reviewsDue: Type.Array(BreakGlass),
});
export type Caseload = Static<typeof Caseload>;

export const AccessLogQuery = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    /** `next` of the page before. */
    before: Type.Optional(Type.String({ pattern: `^[0-9.e+-]{1,30}~${uuid}$` })),
  },
  { additionalProperties: false },
);

export const AccessLogLine = Type.Object({
  id: AccountId,
  atMs: EpochMs,
  /** Who it was, and as what. */
  account: AccountId,
  /** As they call themselves now; absent: the account is not there any more. */
  name: Type.Optional(Type.String()),
  role: Type.String(),
  /** What was done; see the rules of access. */
  action: Type.String(),
  /** Why that was allowed. */
  relation: Type.String(),
  /** What it was about: a session's or a track's id; absent: several things, or none. */
  subject: Type.Optional(Type.String()),
  /** The typed reason of the break-glass that allowed it. */
  reason: Type.Optional(Type.String()),
  /** The network that the request came from. */
  from: Type.Optional(Type.String()),
});
export type AccessLogLine = Static<typeof AccessLogLine>;

/** Newest first. */
export const AccessLogPage = Type.Object({
  lines: Type.Array(AccessLogLine),
  /** Ask for the next page with `before=next`; absent on the last one. */
  next: Type.Optional(Type.String()),
});
export type AccessLogPage = Static<typeof AccessLogPage>;
