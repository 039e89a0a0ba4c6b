export type MoveErrorCode =
  /** The target has data that did not come from this source. */
  | 'other-data'
  /** The source changed while it was moved, or the copy is not the same. */
  | 'differs'
  /** Attune runs on one of the two. */
  | 'in-use'
  /** There is nothing to move, or a part of it cannot be read by this role or cannot be copied. */
  | 'unusable';

/** Why data were not moved; the message says what to do about it. */
export class MoveError extends Error {
  override readonly name = 'MoveError';
  readonly code: MoveErrorCode;
  constructor(code: MoveErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
