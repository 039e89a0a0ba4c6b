import type { SessionEvent } from '../../engine/index.ts';
import type { NewSession } from '../../server/contract/index.ts';
import { httpClient, type Answer, type HttpPorts, type Troubled } from './http-client.ts';
import type { StoredSession } from './outbox-database.ts';
import { isAppended, isGapReply, isSessionSummary } from './reply-shapes.ts';

/** What the service said, or why it could not be heard. */
export type Reply =
  /** Everything before `nextSeq` is on its disk. */
  | { readonly kind: 'taken'; readonly nextSeq: number }
  /** It misses events before these: send from `expectedSeq` on. */
  | { readonly kind: 'gap'; readonly expectedSeq: number }
  | { readonly kind: 'unknown-session' }
  /** It takes fewer events at a time. */
  | { readonly kind: 'too-large' }
  /** It will never take this. */
  | { readonly kind: 'refused'; readonly code: string }
  /** The same again later. */
  | ({ readonly kind: 'trouble' } & Troubled);

/** The sessions on the service, as `server/contract` describes it. Nothing throws. */
export interface SessionApi {
  /** Makes the session known; fine to repeat. */
  create(session: StoredSession): Promise<Reply>;
  append(session: string, events: readonly SessionEvent[]): Promise<Reply>;
  /** Takes the service's copy away: `unknown-session` once it says that it has none. */
  remove(session: string): Promise<Reply>;
}

export function sessionApi(fetch: typeof globalThis.fetch, ports?: HttpPorts): SessionApi {
  const http = httpClient(fetch, ports);
  return {
    create: async ({ id, protocol, startedAtMs }) => {
      const body: NewSession = { id, protocol, startedAtMs };
      const answer = await http.ask({ method: 'POST', path: '/sessions', body }, isSessionSummary);
      // Somebody else's summary is no answer to this.
      if (answer.kind === 'given' && answer.value.id !== id) return { kind: 'trouble', why: 'interposed' };
      return replyOf(answer, ({ eventCount }) => eventCount);
    },
    append: async (session, events) => {
      const request = { method: 'POST', path: `/sessions/${session}/events`, body: { events } } as const;
      return replyOf(await http.ask(request, isAppended), ({ nextSeq }) => nextSeq);
    },
    remove: async (session) => {
      const answer = await http.remove('/sessions', session);
      return answer.kind === 'given' ? { kind: 'unknown-session' } : replyOf(answer, () => 0);
    },
  };
}

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
    case 'too-large':
      return { kind: 'too-large' };
    case 'conflict':
    case 'invalid-request':
      return { kind: 'refused', code };
  }
}
