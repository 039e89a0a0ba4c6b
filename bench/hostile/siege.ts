import { Writable } from 'node:stream';
import { chance, type Chance } from '../../engine/index.ts';
import { converse } from './raw-conversation.ts';
import type { HostileRequest } from './requests.ts';

/** Conversations at a time, and requests in one at the most. */
const AT_ONCE = 24;
const MOST_IN_ONE = 8;
/** So long nothing at all may come. Fifteen times what the slowest takes on a busy machine. */
const SILENCE_MS = 30_000;
/** One of so many conversations is followed by the honest client. */
const HONEST_EVERY = 20;
/** What must be in no answer to them: it lies outside the served folder, and in what others wrote. */
export const SECRET = 'this is not for anybody who asks';

export interface Siege {
  readonly seed: number;
  /** Conversations begun. */
  begun: number;
  readonly faults: string[];
  readonly statuses: Record<string, number>;
  unanswered: number;
  slowestMs: number;
}

export interface Besieging {
  readonly port: number;
  readonly requests: number;
  /** One request that nobody well-meaning sends; all of it follows from `next`. */
  readonly request: (next: Chance) => HostileRequest;
  /** What the honest client does meanwhile, again and again; absent: it waits. */
  readonly meanwhile?: () => Promise<void>;
}

/** Sends hostile requests to a port of this machine, and notes what comes of them in `siege`. */

export async function besiege(
  siege: Siege,
  { port, requests, request, meanwhile }: Besieging,
): Promise<void> {
  let left = requests;
  let held = 0;
  const one = async (): Promise<void> => {
    while (left > 0) {
      // Each by its own seed: they go on in whatever order.
      const next = chance(siege.seed * 1_000_003 + siege.begun++);
      const asked = conversationOf(next, request, Math.min(left, MOST_IN_ONE));
      left -= asked.length;
      await hold(siege, port, { asked, isDropped: next() < 0.2 });
      held += 1;
      if (held % HONEST_EVERY === 0) await meanwhile?.();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

/** Some requests for one connection; one that nothing can follow comes last. */
function conversationOf(next: Chance, request: Besieging['request'], most: number): HostileRequest[] {
  const asked: HostileRequest[] = [];
  const count = 1 + Math.floor(next() * most);
  while (asked.length < count && asked.at(-1)?.isLast !== true) {
    const one = request(next);
    // What breaks a connection takes unanswered requests with it: mostly it comes alone.
    if (one.maySilence && asked.length > 0 && next() < 0.9) break;
    asked.push(one);
  }
  return asked;
}

interface Held {
  readonly asked: readonly HostileRequest[];
  /** Where nothing need follow, it drops the connection, and does not only end its own half. */
  readonly isDropped: boolean;
}

async function hold(siege: Siege, port: number, { asked, isDropped }: Held): Promise<void> {
  const last = asked.at(-1)!;
  const then = !last.maySilence ? 'wait' : isDropped ? 'drop' : 'end';
  const bytes = Buffer.concat(asked.map((request) => request.bytes));
  const said = await converse({ port, bytes, expected: asked.length, then, silenceMs: SILENCE_MS });
  for (const { status } of said.replies) siege.statuses[status] = (siege.statuses[status] ?? 0) + 1;
  siege.slowestMs = Math.max(siege.slowestMs, said.tookMs ?? 0);
  siege.unanswered += Math.max(0, asked.length - said.replies.length);
  const wrong = (what: string, request = last): void => {
    if (siege.faults.length < 10)
      siege.faults.push(`${what}: ${JSON.stringify(request.bytes.toString('latin1').slice(0, 300))}`);
  };
  // What comes after an answer that says so is not heard.
  const closing = said.replies.findIndex(({ head }) => /^connection: close\r$/im.test(head));
  const owed = closing >= 0 ? closing + 1 : last.maySilence ? 0 : asked.length;
  if (said.end === 'silent') wrong(`nothing more came for ${SILENCE_MS} ms`);
  else if (then !== 'drop' && said.replies.length < owed)
    wrong(`${said.replies.length} of ${owed} answers`, asked[said.replies.length]);
  if (said.text.includes(SECRET)) wrong('what is for others came back');
  said.replies.forEach(({ status, head }, i) => {
    if (status >= 500) wrong(`status ${status}`, asked[i]);
    if (!/^x-content-type-options: nosniff\r$/im.test(head)) wrong(`${status} without its headers`, asked[i]);
    if (asked[i]?.isOfApi && !/^cache-control: no-store\r$/im.test(head))
      wrong(`${status} may be cached`, asked[i]);
  });
}

/** What the service logs as an error. */
export function errorLog(): { readonly sink: Writable; readonly lines: string[] } {
  const lines: string[] = [];
  const sink = new Writable({
    write: (line, _encoding, done) => {
      const text = String(line);
      if (/"level":[56]0/.test(text)) lines.push(text.slice(0, 1200));
      done();
    },
  });
  return { sink, lines };
}

export const countOf = (counts: Readonly<Record<string, number>>, wanted: (key: string) => boolean): number =>
  Object.entries(counts).reduce((all, [key, count]) => all + (wanted(key) ? count : 0), 0);
