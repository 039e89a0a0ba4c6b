/** What went wrong with a store; each code says what its user does about it. */
export type StoreErrorCode =
  /** No room on the disk: tell the person; nothing was written. HTTP 507. */
  | 'full'
  /** The file is damaged or something else: the message says what to do. The service does not start. */
  | 'corrupt'
  /** Written by a newer version of this program: update it. The service does not start. */
  | 'newer'
  /** Another program holds it: try again soon. HTTP 503. */
  | 'busy'
  /** The database's server cannot be reached, or ended the connection: keep what was sent and repeat soon. HTTP 503. */
  | 'unavailable'
  /** What it was kept in was taken away or replaced: nothing counts until it is opened anew. HTTP 503. */
  | 'gone'
  /** Anything else, such as an input/output error or a closed store: the cause says more. HTTP 500. */
  | 'failed';

/** The one error that stores reject with, whatever their database. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, options?: { cause: unknown }) {
    super(message, options);
    this.code = code;
  }
}
