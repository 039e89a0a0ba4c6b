import Type, { type Static } from 'typebox';
import { errorCodes, type ErrorCode, type ErrorStatus } from './error-codes.ts';

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
