import Type, { type Static } from 'typebox';

/** Most events a batch may hold. */
export const MAX_BATCH_EVENTS = 5000;
/** Longest one event's JSON text may be, in characters. */
export const MAX_EVENT_CHARACTERS = 131_072;
/** Largest body of a batch, in bytes. */
export const MAX_BATCH_BYTES = 4 * 1024 * 1024;
/** Most events one page of the log holds. */
const MAX_EVENT_PAGE = 1000;

const Seq = Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1 });

/**
 * One line of the session log as it crosses the border: the engine's envelope, and whatever else the event's type
 * carries. It is stored as `JSON.stringify` writes it and given back as that very text.
 */
export const LoggedEvent = Type.Object(
  {
    /** 0, 1, 2 … within the session, without gaps. */
    seq: Seq,
    /** The session's clock, ms. */
    atMs: Type.Number(),
    type: Type.String({ minLength: 1, maxLength: 64 }),
    author: Type.Enum(['person', 'clinician', 'device', 'engine']),
  },
  { additionalProperties: true },
);
export type LoggedEvent = Static<typeof LoggedEvent>;

/** Events in the order of `seq`. Sending any of them again is harmless. */
export const EventBatch = Type.Object(
  { events: Type.Array(LoggedEvent, { minItems: 1, maxItems: MAX_BATCH_EVENTS }) },
  {
    additionalProperties: false,
    examples: [
      { events: [{ seq: 0, atMs: 1_767_225_600_000, type: 'rating', author: 'person', craving: 7 }] },
    ],
  },
);
export type EventBatch = Static<typeof EventBatch>;

/** Everything before `nextSeq` is on disk and need not be sent again. */
export const Appended = Type.Object({ nextSeq: Type.Integer({ examples: [1] }) });
export type Appended = Static<typeof Appended>;

export const EventQuery = Type.Object(
  {
    from: Type.Optional(Seq),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MAX_EVENT_PAGE })),
  },
  { additionalProperties: false },
);
export type EventQuery = Static<typeof EventQuery>;

export const EventPage = Type.Object({
  events: Type.Array(LoggedEvent),
  /** Where the next page begins; absent on the last one. */
  nextFrom: Type.Optional(Type.Integer()),
});
export type EventPage = Static<typeof EventPage>;
