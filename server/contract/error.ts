import Type, { type Static } from 'typebox';
import { Service } from './service.ts';
import { errorCodes, type ErrorCode, type ErrorStatus } from './error-codes.ts';

/** What a failed request is answered with. `message` is for people, `code` is for programs. */
export const errorReply = (status: ErrorStatus) =>
  Type.Object({
    service: Service,
    code: Type.Enum<ErrorCode[]>([...errorCodes[status]]),
    message: Type.String(),
  });

export interface ErrorReply {
  readonly service: Service;
  readonly code: ErrorCode;
  readonly message: string;
}

/** Another session has that id, or the log has other content at `seq`. */
export const ConflictReply = Type.Object({
  service: Service,
  code: Type.Literal('conflict'),
  message: Type.String(),
  /** Absent when it is the session itself that differs. */
  seq: Type.Optional(Type.Integer()),
});
export type ConflictReply = Static<typeof ConflictReply>;

/** The batch begins after the end of the log. */
export const GapReply = Type.Object({
  service: Service,
  code: Type.Literal('gap'),
  message: Type.String(),
  /** The first `seq` that is missing. */
  expectedSeq: Type.Integer(),
});
export type GapReply = Static<typeof GapReply>;

/** The piece does not begin where the bytes that are here end. */
export const WrongOffsetReply = Type.Object({
  service: Service,
  code: Type.Literal('wrong-offset'),
  message: Type.String(),
  /** How many bytes are here: send on from there. */
  offset: Type.Integer(),
});
export type WrongOffsetReply = Static<typeof WrongOffsetReply>;
