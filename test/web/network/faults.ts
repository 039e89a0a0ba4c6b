import { HttpResponse } from 'msw';
import { firstValueFrom, timer } from 'rxjs';
import type { Fault, Way } from './faulty-network.ts';

const SIGN_IN_PAGE = '<!doctype html><title>Welcome to the hotel</title><form>Room number</form>';

/** Answers nothing for so long, then what `answer` gives. */
const after =
  (ms: number, answer: (way: Way) => Response | Promise<Response>): Fault =>
  async (way) => {
    await firstValueFrom(timer(ms, way.time.scheduler));
    return answer(way);
  };

const half = async (response: Response): Promise<string> => {
  const text = await response.text();
  return text.slice(0, Math.floor(text.length / 2));
};

export interface NamedFault {
  readonly name: string;
  readonly fault: Fault;
  readonly online?: false;
  readonly silent?: true;
  /** What the line about the sessions says, after "Saved here". */
  readonly said: string;
  /** How the line about the music begins. */
  readonly saidOfMusic: string;
}

const INTERPOSED = 'Something between you and your Attune answers in its place, perhaps a sign-in page.';
const interposed = { said: `. ${INTERPOSED} It is asked again.`, saidOfMusic: INTERPOSED };
const silent = {
  silent: true,
  said: '. Your Attune does not answer; it is asked again.',
  saidOfMusic: 'Your Attune does not answer now.',
} as const;
const busy = {
  said: '. Your Attune is busy; it is asked again in a while.',
  saidOfMusic: 'Your Attune is busy now.',
};
const failing = {
  said: '. Your Attune has trouble; it is asked again.',
  saidOfMusic: 'Your Attune has trouble now.',
};

const failure = (status: number, code: string, headers: Record<string, string> = {}): Response =>
  HttpResponse.json({ service: 'attune', code, message: 'no' }, { status, headers });

/** What happens between a page and its service. All of it ends, and nothing may be lost by it. */
export const faults: readonly NamedFault[] = [
  {
    name: 'the browser is offline',
    fault: () => HttpResponse.error(),
    online: false,
    said: '. You are offline; the rest follows when you are back.',
    saidOfMusic: 'You are offline.',
  },
  {
    name: 'the service is not running',
    fault: () => HttpResponse.error(),
    said: '',
    saidOfMusic: 'Your Attune cannot be reached now.',
  },
  {
    name: 'a captive portal gives its page for everything',
    fault: () => HttpResponse.html(SIGN_IN_PAGE),
    ...interposed,
  },
  {
    name: 'a captive portal leads to its page',
    fault: () => new HttpResponse(null, { status: 302, headers: { location: 'http://portal.test/' } }),
    ...interposed,
  },
  {
    name: 'a portal says yes to everything (204)',
    fault: () => new HttpResponse(null, { status: 204 }),
    ...interposed,
  },
  {
    name: 'a proxy wants a password (401)',
    fault: () => HttpResponse.json({ error: 'sign in first' }, { status: 401 }),
    ...interposed,
  },
  {
    name: 'a proxy finds it malformed (400)',
    fault: () => HttpResponse.html('<h1>Bad Request</h1>', { status: 400 }),
    ...interposed,
  },
  {
    name: 'another server has no such address (404)',
    fault: () => HttpResponse.html('', { status: 404 }),
    ...interposed,
  },
  {
    name: 'the service counts too many requests (429)',
    fault: () => failure(429, 'too-many-requests', { 'retry-after': '30' }),
    ...busy,
  },
  {
    name: 'a proxy counts too many requests (429)',
    fault: () => HttpResponse.text('slow down', { status: 429 }),
    ...busy,
  },
  { name: 'the service is overloaded (503)', fault: () => failure(503, 'unavailable'), ...busy },
  { name: 'the service fails (500)', fault: () => failure(500, 'internal'), ...failing },
  {
    name: 'a proxy finds no service behind it (502)',
    fault: () => HttpResponse.html('Bad Gateway', { status: 502 }),
    ...failing,
  },
  {
    name: 'half a body comes back of what the service did',
    fault: async ({ on }) => {
      const reply = await on();
      return new HttpResponse(await half(reply), { status: reply.status === 204 ? 200 : reply.status });
    },
    ...interposed,
  },
  {
    name: 'the service gets half a body',
    fault: ({ on }) => on('half-a-body'),
    said: '. This computer’s Attune did not take one session.',
    saidOfMusic: INTERPOSED,
  },
  { name: 'ten seconds of silence', fault: after(10_500, ({ on }) => on()), ...silent },
  {
    name: 'the service does it and is not heard for ten seconds',
    fault: async (way) => {
      const reply = await way.on();
      await firstValueFrom(timer(10_500, way.time.scheduler));
      return reply;
    },
    ...silent,
  },
  { name: 'wrong JSON', fault: () => HttpResponse.json({ ok: true }), ...interposed },
  {
    name: 'JSON with numbers that cannot be',
    fault: () => HttpResponse.json({ nextSeq: -1, eventCount: -1, tracks: 0 }),
    ...interposed,
  },
  { name: 'a proxy eats the headers on their way there', fault: ({ on }) => on('no-headers'), ...interposed },
];
