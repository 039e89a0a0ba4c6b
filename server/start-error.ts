export type StartErrorCode =
  /** Another program listens there. */
  | 'port-in-use'
  /** The host is not an address of this machine, or the port is not allowed to this user. */
  | 'cannot-listen'
  /** The certificate and its key cannot be served. */
  | 'no-tls'
  /** The secret of the clinic's own sign-in cannot be read. */
  | 'no-single-sign-on'
  /** Another server process works on the same data folder. */
  | 'data-folder-in-use'
  /** The folder cannot be made or written to. */
  | 'data-folder-unusable';

/** Why the service cannot start; the message says what to do about it. */
export class StartError extends Error {
  override readonly name = 'StartError';
  readonly code: StartErrorCode;
  constructor(code: StartErrorCode, message: string, options?: { cause: unknown }) {
    super(message, options);
    this.code = code;
  }
}
