import type { SessionEvent } from '../../engine/index.ts';
import type { ACCOUNT_HEADER, NewSession } from '../../server/contract/index.ts';
import { httpClient, type Answer, type HttpPorts, type Troubled } from './http-client.ts';
import type { StoredSession } from './outbox-database.ts';
import { isAppended, isGapReply, isSessionPage, isSessionSummary } from './reply-shapes.ts';

/** What the service said, or why it could not be heard. */
export type Reply =
  /** Everything before `nextSeq` is on its disk. */
  | { readonly kind: 'taken'; readonly nextSeq: number }
  /** It misses events before these: send from `expectedSeq` on. */
  | { readonly kind: 'gap'; readonly expectedSeq: number }
  | { readonly kind: 'unknown-session' }
  /** It had the session, which was deleted there for good. */
  | { readonly kind: 'deleted' }
  /** It takes fewer events at a time. */
  | { readonly kind: 'too-large' }
  /** It will never take this. */
  | { readonly kind: 'refused'; readonly code: string }
  /** The same again later. */
  | ({ readonly kind: 'trouble' } & Troubled);

/** What the service has of each session, by id. */
export type Had =
  | { readonly kind: 'had'; readonly counts: ReadonlyMap<string, number> }
  | ({ readonly kind: 'trouble' } & Troubled);

/** The sessions on the service, as `server/contract` describes it. Nothing throws. */
export interface SessionApi {
  /** Makes the session known; fine to repeat. */
  create(session: StoredSession): Promise<Reply>;
  append(session: string, events: readonly SessionEvent[]): Promise<Reply>;
  /** Takes the service's copy away: `unknown-session` once it says that it has none. */
  remove(session: string): Promise<Reply>;
  /** All that it has. */
  list(): Promise<Had>;
  /** The same in the name of an account: the service refuses it once somebody else is signed in here. */
  as(account: string): SessionApi;
  /** Which store answered last, as it was opened there; another one may have less. Absent: nobody has said. */
  readonly store: string | undefined;
}

/** Sessions asked for at once, and pages after which a list is taken for one without end. */
const PAGE = 200;
const MOST_PAGES = 1000;

export function sessionApi(fetch: typeof globalThis.fetch, ports?: HttpPorts): SessionApi {
  const http = httpClient(fetch, ports);
  let last: string | undefined;
  const heard = <T>(answer: Answer<T>): Answer<T> => {
    if (answer.kind === 'given') last = answer.store ?? last;
    return answer;
  };
  return {
    get store() {
      return last;
    },
    as: (account) => sessionApi(inNameOf(account, fetch), ports),
    list: async () => {
      const counts = new Map<string, number>();
      for (let before = '', store: string | undefined, page = 0; page < MOST_PAGES; page++) {
        const path = `/sessions?limit=${PAGE}${before && `&before=${encodeURIComponent(before)}`}`;
        const answer = heard(await http.ask({ method: 'GET', path }, isSessionPage));
        if (answer.kind === 'trouble') return { kind: 'trouble', ...answer.trouble };
        // Pages of two stores are no list of either, and a list that is not ours proves no absence.
        if (answer.kind === 'denied' || (page > 0 && answer.store !== store)) break;
        store = answer.store;
        for (const { id, eventCount } of answer.value.sessions) counts.set(id, eventCount);
        const { next } = answer.value;
        if (next === undefined) return { kind: 'had', counts };
        before = next;
      }
      return { kind: 'trouble', why: 'interposed' };
    },
    create: async ({ id, protocol, startedAtMs }) => {
      const body: NewSession = { id, protocol, startedAtMs };
      const answer = heard(await http.ask({ method: 'POST', path: '/sessions', body }, isSessionSummary));
      // Somebody else's summary is no answer to this.
      if (answer.kind === 'given' && answer.value.id !== id) return { kind: 'trouble', why: 'interposed' };
      return replyOf(answer, ({ eventCount }) => eventCount);
    },
    append: async (session, events) => {
      const request = { method: 'POST', path: `/sessions/${session}/events`, body: { events } } as const;
      return replyOf(heard(await http.ask(request, isAppended)), ({ nextSeq }) => nextSeq);
    },
    remove: async (session) => {
      const answer = await http.remove('/sessions', session);
      return answer.kind === 'given' ? { kind: 'unknown-session' } : replyOf(answer, () => 0);
    },
  };
}

const ACCOUNT: typeof ACCOUNT_HEADER = 'attune-account';

const inNameOf =
  (account: string, fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
  (input, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set(ACCOUNT, account);
    return fetch(input, { ...init, headers });
  };

function replyOf<T>(answer: Answer<T>, nextSeqOf: (value: T) => number): Reply {
  if (answer.kind === 'given') return { kind: 'taken', nextSeq: nextSeqOf(answer.value) };
  if (answer.kind === 'trouble') return { kind: 'trouble', ...answer.trouble };
  const { code, body } = answer;
  switch (code) {
    case 'gap':
      return isGapReply(body)
        ? { kind: 'gap', expectedSeq: body.expectedSeq }
        : { kind: 'trouble', why: 'interposed' };
    case 'not-found':
      return { kind: 'unknown-session' };
    case 'deleted':
      return { kind: 'deleted' };
    case 'too-large':
      return { kind: 'too-large' };
    case 'conflict':
    case 'wrong-offset':
    case 'invalid-request':
    case 'not-permitted':
    case 'unfit-password':
    case 'wrong-credentials':
    case 'prove-again':
    case 'name-taken':
    case 'last-owner':
    case 'last-credential':
    case 'last-factor':
    case 'single-sign-on':
    case 'provider-down':
      return { kind: 'refused', code };
  }
}
