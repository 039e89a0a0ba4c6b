import Type, { type Static } from 'typebox';

/** Every code a reply may carry, by HTTP status. Each says what the caller does about it. */
export const errorCodes = {
  /** The request is malformed: a bug of the caller; don't repeat it. */
  400: ['invalid-request'],
  /** The host name, or the page it came from, is not this service's own: open the app by its own address. */
  403: ['unknown-host', 'cross-origin'],
  /** There is no such session or address (deleted, or never made). */
  404: ['not-found'],
  /** The request did not arrive whole in time: repeat it. */
  408: ['timeout'],
  /** `conflict`: other content is stored under that id or `seq`; `gap`: send on from `expectedSeq`. */
  409: ['conflict', 'gap'],
  /** Send smaller batches; a track this large is not kept. */
  413: ['too-large'],
  /** Send `application/json`, a track's bytes as `application/octet-stream`. */
  415: ['unsupported-media-type'],
  /** Wait as long as `retry-after` says, then repeat. */
  429: ['too-many-requests'],
  /** A fault of the service; its log has the cause. Keep the events and repeat later. */
  500: ['internal'],
  /** Too busy or not ready: keep the events and repeat soon. */
  503: ['unavailable'],
  /** The disk is full: tell the person; keep the events and repeat later. */
  507: ['storage-full'],
} as const;

export type ErrorStatus = keyof typeof errorCodes;
export type ErrorCode = (typeof errorCodes)[ErrorStatus][number];

/** What a failed request is answered with. `message` is for people, `code` is for programs. */
export const errorReply = (status: ErrorStatus) =>
  Type.Object({ code: Type.Enum<ErrorCode[]>([...errorCodes[status]]), message: Type.String() });

export interface ErrorReply {
  readonly code: ErrorCode;
  readonly message: string;
}

/** Another session has that id, or the log has other content at `seq`. */
export const ConflictReply = Type.Object({
  code: Type.Literal('conflict'),
  message: Type.String(),
  /** Absent when it is the session itself that differs. */
  seq: Type.Optional(Type.Integer()),
});
export type ConflictReply = Static<typeof ConflictReply>;

/** The batch begins after the end of the log. */
export const GapReply = Type.Object({
  code: Type.Literal('gap'),
  message: Type.String(),
  /** The first `seq` that is missing. */
  expectedSeq: Type.Integer(),
});
export type GapReply = Static<typeof GapReply>;
