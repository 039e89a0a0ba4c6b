import { asyncScheduler, type SchedulerLike } from 'rxjs';
import type {
  API_PREFIX,
  Deleted,
  ErrorCode,
  ErrorReply,
  STORE_HEADER,
} from '../../server/contract/index.ts';
import { isDeleted, isErrorReply, type Shape } from './reply-shapes.ts';
import { timeLimit, type TimeLimit } from './time-limit.ts';

/** Why nothing came of a request. Every one of these passes: the same again later. */
export type Trouble =
  /** The browser says that it has no network. */
  | 'offline'
  /** There was no connection. */
  | 'away'
  /** There was no answer in time. */
  | 'silent'
  /** Somebody else answered, or changed on its way what was said: a sign-in page, a proxy, half a reply. */
  | 'interposed'
  | 'busy'
  /** The service has a fault. */
  | 'failing'
  /** Its disk has no room. */
  | 'full'
  /** Its data folder was taken away. */
  | 'gone'
  /** A clinic's: nobody is signed in here any more. */
  | 'signed-out';

export interface Troubled {
  readonly why: Trouble;
  /** It asked not to be asked again sooner. */
  readonly retryAfterMs?: number;
  /** Less at a time may get through: it took too long, or was too much for somebody on the way. */
  readonly lessMayPass?: true;
}

/** What our own service will not do, by its own word and in its own format. */
export type Denial = Extract<
  ErrorCode,
  | 'invalid-request'
  | 'not-found'
  | 'conflict'
  | 'gap'
  | 'wrong-offset'
  | 'deleted'
  | 'too-large'
  | 'unfit-password'
  | 'wrong-credentials'
  | 'not-permitted'
  | 'prove-again'
  | 'name-taken'
  | 'last-owner'
  | 'last-credential'
  | 'last-factor'
  | 'single-sign-on'
  | 'provider-down'
>;

export type Answer<T> =
  /** `store`: which store it comes from, as it was opened there. Absent: nobody says. */
  | { readonly kind: 'given'; readonly value: T; readonly store?: string }
  | { readonly kind: 'denied'; readonly code: Denial; readonly body: ErrorReply }
  | { readonly kind: 'trouble'; readonly trouble: Troubled };

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** What follows the service's prefix. */
  readonly path: string;
  /** A file is sent as its bytes, anything else as JSON. */
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The service over HTTP. Nothing throws, and everything comes to an end. */
export interface HttpClient {
  /** Answered with JSON of that shape. */
  ask<T extends object>(request: HttpRequest, isOurs: Shape<T>): Promise<Answer<T>>;
  /** Answered with bytes, which may be anybody's: the caller checks them. */
  download(path: string): Promise<Answer<Blob>>;
  /** Deletes what has that id; given only once the service itself has said that it is gone. */
  remove(folder: string, id: string): Promise<Answer<Deleted>>;
}

export interface HttpPorts {
  readonly scheduler?: SchedulerLike;
  readonly isOnline?: () => boolean;
}

// A type import: the contract's schemas would bring their whole library into the page.
const PREFIX: typeof API_PREFIX = '/api/v1';
const STORE: typeof STORE_HEADER = 'attune-store';

export function httpClient(fetch: typeof globalThis.fetch, ports: HttpPorts = {}): HttpClient {
  const { scheduler = asyncScheduler, isOnline = browserIsOnline } = ports;

  const call = async <T extends object>(request: HttpRequest, read: Read<T>): Promise<Answer<T>> => {
    const limit = timeLimit(scheduler);
    try {
      const came = await Promise.race([carry(fetch, request, limit), limit.over]);
      return await answerOf(came, read, scheduler.now());
    } catch {
      if (limit.signal.aborted) return { kind: 'trouble', trouble: { why: 'silent', lessMayPass: true } };
      return { kind: 'trouble', trouble: { why: isOnline() ? 'away' : 'offline' } };
    } finally {
      limit.lift();
    }
  };
  const ask = <T extends object>(request: HttpRequest, isOurs: Shape<T>): Promise<Answer<T>> =>
    call(request, async ({ body }) => {
      const json = await jsonOf(body);
      return isOurs(json) ? json : undefined;
    });
  return {
    ask,
    download: (path) =>
      call({ method: 'GET', path }, ({ status, body }) => (status === 200 ? body : undefined)),
    remove: (folder, id) => ask({ method: 'DELETE', path: `${folder}/${id}` }, isDeleted(id)),
  };
}

/** A service on this very computer needs no network. */
const browserIsOnline = (): boolean =>
  navigator.onLine || /^(localhost|127\.0\.0\.1|\[::1\])$/.test(location.hostname);

/** A reply. */
interface Came {
  readonly status: number;
  readonly headers: Headers;
  /** Absent: it broke off. */
  readonly body: Blob | undefined;
}

/** What a reply says, if it is ours and good; absent: it is not. */
type Read<T> = (came: Came) => T | undefined | Promise<T | undefined>;

async function carry(fetch: typeof globalThis.fetch, request: HttpRequest, limit: TimeLimit): Promise<Came> {
  const { method, path, body, headers } = request;
  const isFile = body instanceof Blob;
  const sent = body && (isFile ? body : JSON.stringify(body));
  limit.extend(sent instanceof Blob ? sent.size : (sent?.length ?? 0));
  const type = isFile ? 'application/octet-stream' : 'application/json';
  const response = await fetch(`${PREFIX}${path}`, {
    method,
    ...(sent && { body: sent, headers: { ...headers, 'content-type': type } }),
    signal: limit.signal,
    // Our service sends nobody elsewhere, and nothing that it says may come out of a cache.
    redirect: 'manual',
    cache: 'no-store',
  });
  const read = await bodyOf(response, limit).catch(() => undefined);
  return { status: response.status, headers: response.headers, body: read };
}

async function bodyOf(response: Response, limit: TimeLimit): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) return new Blob(parts);
    limit.extend(part.value.length);
    parts.push(part.value);
  }
}

const jsonOf = async (body: Blob | undefined): Promise<unknown> => {
  try {
    return JSON.parse((await body?.text()) ?? '');
  } catch {
    return undefined;
  }
};

async function answerOf<T>(came: Came, read: Read<T>, nowMs: number): Promise<Answer<T>> {
  const { status, headers, body } = came;
  const isGood = status >= 200 && status < 300;
  const value = isGood ? await read(came) : undefined;
  const store = headers.get(STORE) ?? undefined;
  if (value !== undefined) return { kind: 'given', value, ...(store !== undefined && { store }) };
  const failure = isGood ? undefined : await jsonOf(body);
  if (isErrorReply(status)(failure)) {
    const meant = MEANINGS[failure.code];
    if (meant === 'denied') return { kind: 'denied', code: failure.code as Denial, body: failure };
    return troubled(meant, came, nowMs);
  }
  return troubled(PASSING[status] ?? (status >= 500 ? 'failing' : 'interposed'), came, nowMs);
}

/** What passes, whoever says it. */
const PASSING: Readonly<Partial<Record<number, Trouble>>> = { 408: 'silent', 429: 'busy', 504: 'silent' };
/** What less at a time may help against, whoever says it. */
const LESS_MAY_PASS = [408, 413, 504];

/**
 * What follows from each code. Requests leave here whole and for this address: where not, something has changed them.
 */
const MEANINGS: { readonly [C in ErrorCode]: C extends Denial ? 'denied' : Trouble } = {
  'invalid-request': 'denied',
  'not-found': 'denied',
  conflict: 'denied',
  gap: 'denied',
  deleted: 'denied',
  'too-large': 'denied',
  'unfit-password': 'denied',
  'wrong-credentials': 'denied',
  'not-permitted': 'denied',
  'prove-again': 'denied',
  'name-taken': 'denied',
  'last-owner': 'denied',
  'last-credential': 'denied',
  'last-factor': 'denied',
  'single-sign-on': 'denied',
  'provider-down': 'denied',
  'not-signed-in': 'signed-out',
  // What is to be sent waits for the rest of the sign-in.
  'second-factor': 'signed-out',
  'unknown-host': 'interposed',
  'cross-origin': 'interposed',
  'unsupported-media-type': 'interposed',
  'wrong-offset': 'denied',
  timeout: 'silent',
  'too-many-requests': 'busy',
  unavailable: 'busy',
  internal: 'failing',
  'storage-gone': 'gone',
  'storage-full': 'full',
};

/** Longer than this no service of ours asks anybody to wait. */
const LONGEST_RETRY_AFTER_MS = 600_000;

function troubled(why: Trouble, { status, headers }: Came, nowMs: number): Answer<never> {
  const text = headers.get('retry-after') ?? '';
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs;
  const isSane = ms > 0 && ms <= LONGEST_RETRY_AFTER_MS;
  const trouble: Troubled = {
    why,
    ...(isSane && { retryAfterMs: ms }),
    ...(LESS_MAY_PASS.includes(status) && { lessMayPass: true }),
  };
  return { kind: 'trouble', trouble };
}
