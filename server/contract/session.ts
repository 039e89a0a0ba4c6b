import Type, { type Static } from 'typebox';

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** Made by whoever starts the session (`crypto.randomUUID()`), so that it can start offline. Lower case. */
const SessionId = Type.String({
  pattern: `^${uuid}$`,
  examples: ['6f1ed002-ab56-4a4b-8a3c-0f0e5b7f4c11'],
});

const sessionFields = {
  id: SessionId,
  /** Epoch ms. */
  startedAtMs: Type.Number({ minimum: 0, maximum: 8.64e15, examples: [1_767_225_600_000] }),
  /** Id of the protocol that doses it. */
  protocol: Type.String({ pattern: '^[\\w .:-]{1,100}$', examples: ['craving-session'] }),
};

/** A session that begins. Announcing it again with the same content is harmless. */
export const NewSession = Type.Object(sessionFields, { additionalProperties: false });
export type NewSession = Static<typeof NewSession>;

export const SessionSummary = Type.Object({
  ...sessionFields,
  /** Whose it is: an account, or a pseudonym towards a researcher. Absent where there are no accounts. */
  client: Type.Optional(Type.String()),
  /** Also the next `seq`. */
  eventCount: Type.Integer(),
  /** `atMs` of the first and of the last event; absent while there is none. */
  firstAtMs: Type.Optional(Type.Number()),
  lastAtMs: Type.Optional(Type.Number()),
  /** `atMs` of `session-ended`; absent while the session runs, or if it broke off. */
  endedAtMs: Type.Optional(Type.Number()),
});
export type SessionSummary = Static<typeof SessionSummary>;

export const SessionQuery = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    /** `next` of the page before. */
    before: Type.Optional(Type.String({ pattern: `^[0-9.e+-]{1,30}~${uuid}$` })),
  },
  { additionalProperties: false },
);
export type SessionQuery = Static<typeof SessionQuery>;

/** Newest first. */
export const SessionPage = Type.Object({
  sessions: Type.Array(SessionSummary),
  /** Ask for the next page with `before=next`; absent on the last one. */
  next: Type.Optional(Type.String()),
});
export type SessionPage = Static<typeof SessionPage>;

export const SessionParams = Type.Object({ id: SessionId });
