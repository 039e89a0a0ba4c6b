/**
 * Every code a reply may carry, by HTTP status. Each says what the caller does about it. No schema and no library here,
 * so that the page can import it.
 */
export const errorCodes = {
  /** The request is malformed: a bug of the caller, or spoiled on its way. */
  400: ['invalid-request'],
  /** Nobody is signed in, or no longer is: keep the events, let the person sign in, and repeat. */
  401: ['not-signed-in'],
  /**
   * `unknown-host`, `cross-origin`: the host name, or the page it came from, is not this service's own: open the app by
   * its own address. `not-permitted`: whoever is signed in may not do this: repeating does not help.
   */
  403: ['unknown-host', 'cross-origin', 'not-permitted'],
  /** There is no such session or address (deleted, or never made). */
  404: ['not-found'],
  /** The request did not arrive whole in time: repeat it, a track from where it broke off. */
  408: ['timeout'],
  /**
   * `conflict`: other content is stored under that id or `seq`; `gap`: send on from `expectedSeq`; `wrong-offset`: send
   * the track on from `offset`.
   */
  409: ['conflict', 'gap', 'wrong-offset'],
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
   */
  503: ['unavailable', 'storage-gone'],
  /** The disk is full: tell the person; keep the events and repeat later. */
  507: ['storage-full'],
} as const;

export type ErrorStatus = keyof typeof errorCodes;
export type ErrorCode = (typeof errorCodes)[ErrorStatus][number];
