import type { SessionEvent } from '../../engine/index.ts';
import type {
  API_PREFIX,
  Appended,
  ErrorReply,
  GapReply,
  NewSession,
  SessionSummary,
} from '../../server/contract/index.ts';
import type { StoredSession } from './outbox-database.ts';

/** What the service said, or that it is not there now. */
export type Reply =
  /** Everything before `nextSeq` is on its disk. */
  | { readonly kind: 'taken'; readonly nextSeq: number }
  /** It misses events before these: send from `expectedSeq` on. */
  | { readonly kind: 'gap'; readonly expectedSeq: number }
  | { readonly kind: 'unknown-session' }
  /** It will never take this. */
  | { readonly kind: 'refused'; readonly code: string }
  /** Not reachable, out of breath or out of disk: the same again later. */
  | { readonly kind: 'away'; readonly full: boolean };

export interface SessionApi {
  /** Makes the session known; fine to repeat. */
  create(session: StoredSession): Promise<Reply>;
  append(session: string, events: readonly SessionEvent[]): Promise<Reply>;
  /** Takes the service's copy away. */
  remove(session: string): Promise<Reply>;
}

// A type import: the contract's schemas would bring their whole library into the page.
const PREFIX: typeof API_PREFIX = '/api/v1';

/** The service over HTTP, as `server/contract` describes it. */
export function sessionApi(fetch: typeof globalThis.fetch): SessionApi {
  const call = async (method: 'POST' | 'DELETE', path: string, body?: object): Promise<Reply> => {
    const json = body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    try {
      const response = await fetch(`${PREFIX}/sessions${path}`, { method, ...json });
      return replyOf(response.status, await response.json().catch(() => undefined));
    } catch {
      return { kind: 'away', full: false };
    }
  };
  return {
    create: ({ id, protocol, startedAtMs }) => {
      const session: NewSession = { id, protocol, startedAtMs };
      return call('POST', '', session);
    },
    append: (session, events) => call('POST', `/${session}/events`, { events }),
    remove: (session) => call('DELETE', `/${session}`),
  };
}

type Body = Partial<Appended & SessionSummary & Omit<GapReply, 'code'> & ErrorReply>;

function replyOf(status: number, body: unknown): Reply {
  const { nextSeq, eventCount, expectedSeq, code } = (body ?? {}) as Body;
  if (status === 204) return { kind: 'taken', nextSeq: 0 };
  const taken = nextSeq ?? eventCount;
  if (status < 300 && taken !== undefined) return { kind: 'taken', nextSeq: taken };
  if (status === 409 && expectedSeq !== undefined) return { kind: 'gap', expectedSeq };
  if (status === 404 && code) return { kind: 'unknown-session' };
  // An answer without our code is not from our service (a proxy, a plain file server); 403 is about this address of it.
  const later = !code || status >= 500 || status === 429 || status === 403;
  return later ? { kind: 'away', full: code === 'storage-full' } : { kind: 'refused', code };
}
