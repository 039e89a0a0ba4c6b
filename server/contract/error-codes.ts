/**
 * Every code a reply may carry, by HTTP status. Each says what the caller does about it. No schema and no library here,
 * so that the page can import it.
 */
export const errorCodes = {
  /**
   * `invalid-request`: the request is malformed: a bug of the caller, or spoiled on its way. `unfit-password`: it is
   * among those that are tried first: ask the person for another one.
   */
  400: ['invalid-request', 'unfit-password'],
  /**
   * `not-signed-in`: nobody is signed in, or no longer: keep what is to be sent and ask the person to sign in.
   * `wrong-credentials`: name and password, code or passkey do not go together; which of them is never said.
   */
  401: ['not-signed-in', 'wrong-credentials'],
  /**
   * `unknown-host`, `cross-origin`: the host name, or the page it came from, is not this service's own: open the app by
   * its own address. `not-permitted`: the account may not do that. `prove-again`: ask the person for password or
   * passkey once more, then repeat. `second-factor`: the role asks for one, and this sign-in had none: lead the person
   * through it. `single-sign-on`: the role comes in by the clinic's own sign-in alone: send the person there.
   */
  403: ['unknown-host', 'cross-origin', 'not-permitted', 'prove-again', 'second-factor', 'single-sign-on'],
  /** There is no such session or address (deleted, or never made). */
  404: ['not-found'],
  /** The request did not arrive whole in time: repeat it, a track from where it broke off. */
  408: ['timeout'],
  /**
   * `conflict`: other content is stored under that id or `seq`; `gap`: send on from `expectedSeq`; `wrong-offset`: send
   * the track on from `offset`; `name-taken`: an account has that sign-in name; `last-owner`: a service has one owner
   * at least; `last-credential`: nothing would be left to sign in with; `last-factor`: no second factor would be left,
   * and the role asks for one.
   */
  409: ['conflict', 'gap', 'wrong-offset', 'name-taken', 'last-owner', 'last-credential', 'last-factor'],
  /** The session was deleted here, for good: keep nothing of it, and do not send it again. */
  410: ['deleted'],
  /** Send smaller batches; a track this large is not kept. */
  413: ['too-large'],
  /** Send `application/json`, a track's bytes as `application/octet-stream`. */
  415: ['unsupported-media-type'],
  /** Wait as long as `retry-after` says, then repeat. */
  429: ['too-many-requests'],
  /** A fault of the service; its log has the cause. Keep the events and repeat later. */
  500: ['internal'],
  /**
   * `unavailable`: too busy or not ready: keep the events and repeat soon. `storage-gone`: the folder or file that it
   * keeps things in was taken away; nothing is lost that the caller still keeps: tell the person, and repeat later.
   * `provider-down`: the clinic's own sign-in does not answer: offer the other ways to sign in.
   */
  503: ['unavailable', 'storage-gone', 'provider-down'],
  /** The disk is full: tell the person; keep the events and repeat later. */
  507: ['storage-full'],
} as const;

export type ErrorStatus = keyof typeof errorCodes;
export type ErrorCode = (typeof errorCodes)[ErrorStatus][number];
