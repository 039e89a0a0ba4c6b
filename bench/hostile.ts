import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { chance, type Chance } from '../engine/index.ts';
import { serve, type Served } from '../server/index.ts';
import { hostileRequest, type HostileRequest, type Targets } from './hostile-requests.ts';
import { honestClient, type HonestClient } from './honest-client.ts';
import { converse } from './raw-conversation.ts';
import { runAlone, type Report } from './report.ts';

/**
 * Hostile requests over raw sockets against the real service on this machine, with an honest client beside them. No
 * answer may be a 5xx, nothing that was acknowledged may be lost or changed, every request that can be answered is,
 * nothing from outside the served folder comes back, and the service answers afterwards, also after a new start. Most
 * of it runs without the limit of requests a minute, which would answer in place of all else; a last part has it.
 * Run: npx tsx bench/hostile.ts [--requests 120000] [--seed 1] [--json]
 */

export interface HostileOptions {
  readonly seed: number;
  readonly requests: number;
  /** Of them with the limit on. */
  readonly limited: number;
  /** That limit. The service's own is more than some machines get through in a minute. */
  readonly requestsPerMinute: number;
}

export interface Besieged {
  readonly seed: number;
  readonly requests: number;
  /** How many answers had each status. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly serverErrors: number;
  /** Requests that broke off or are no HTTP, and got no answer. */
  readonly unanswered: number;
  readonly slowestMs: number;
  /** Events and tracks of the honest client that were acknowledged, and that were there afterwards as they were. */
  readonly acknowledged: number;
  readonly kept: number;
  readonly slowestHonestMs: number;
  readonly refusedByLimit: number;
  /** Lines of its log at the level of an error. */
  readonly errorsLogged: number;
  readonly seconds: number;
  /** What went wrong, the first ten. */
  readonly faults: readonly string[];
}

/** Conversations at a time, and requests in one at the most. */
const AT_ONCE = 24;
const MOST_IN_ONE = 8;
/** So long nothing at all may come. Fifteen times what the slowest takes on a busy machine. */
const SILENCE_MS = 30_000;
/** One of so many conversations is followed by the honest client. */
const HONEST_EVERY = 20;
const SECRET = 'this is not for anybody who asks';
const UNLIMITED = 1e9;

interface Siege {
  readonly seed: number;
  /** Conversations begun. */
  begun: number;
  readonly faults: string[];
  readonly statuses: Record<string, number>;
  unanswered: number;
  slowestMs: number;
}

export async function hostile(options: HostileOptions): Promise<Besieged> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-hostile-'));
  const webRoot = webFolder(folder);
  const log = errorLog();
  const start = (requestsPerMinute: number): Promise<Served> =>
    serve({
      dataDir: join(folder, 'data'),
      webRoot,
      port: 0,
      signals: false,
      logger: pino({ level: 'info' }, log.sink),
      // How long the loop is held up says more of this machine, which does both sides, than of the service.
      limits: { eventLoopDelayMs: 0, requestsPerMinute },
    });
  const siege: Siege = {
    seed: options.seed,
    begun: 0,
    faults: [],
    statuses: {},
    unanswered: 0,
    slowestMs: 0,
  };
  const beganMs = performance.now();
  try {
    const free = await start(UNLIMITED);
    const honest = await honestClient(free.url);
    await besiege(siege, {
      served: free,
      honest,
      goesOn: true,
      requests: options.requests - options.limited,
    });
    await free.close();
    // What is on the disk counts, not what the process remembers.
    const limited = await start(options.requestsPerMinute);
    honest.moveTo(limited.url);
    const before = siege.statuses['429'] ?? 0;
    await besiege(siege, { served: limited, honest, goesOn: false, requests: options.limited });
    await stillAnswers(siege, limited);
    await limited.close();
    const kept = await countKept(honest, await start(UNLIMITED));
    return {
      seed: options.seed,
      requests: options.requests,
      statuses: siege.statuses,
      serverErrors: countOf(siege.statuses, (status) => Number(status) >= 500),
      unanswered: siege.unanswered,
      slowestMs: siege.slowestMs,
      acknowledged: honest.acknowledged(),
      kept,
      slowestHonestMs: honest.slowestMs(),
      refusedByLimit: (siege.statuses['429'] ?? 0) - before,
      errorsLogged: log.lines.length,
      seconds: (performance.now() - beganMs) / 1000,
      faults: [...log.lines.slice(0, 5).map((line) => `logged: ${line}`), ...siege.faults].slice(0, 10),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function countKept(honest: HonestClient, served: Served): Promise<number> {
  honest.moveTo(served.url);
  const kept = await honest.countKept();
  await served.close();
  return kept;
}

interface Besieging {
  readonly served: Served;
  readonly requests: number;
  readonly honest: HonestClient;
  /** Whether it goes on while it is besieged. */
  readonly goesOn: boolean;
}

async function besiege(siege: Siege, { served, requests, honest, goesOn }: Besieging): Promise<void> {
  const port = Number(new URL(served.url).port);
  const targets: Targets = honest;
  let left = requests;
  let held = 0;
  const one = async (): Promise<void> => {
    while (left > 0) {
      // Each by its own seed: they go on in whatever order.
      const next = chance(siege.seed * 1_000_003 + siege.begun++);
      const asked = conversationOf(next, targets, Math.min(left, MOST_IN_ONE));
      left -= asked.length;
      await hold(siege, port, { asked, isDropped: next() < 0.2 });
      held += 1;
      if (goesOn && held % HONEST_EVERY === 0) await honest.goOn();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

/** Some requests for one connection; one that nothing can follow comes last. */
function conversationOf(next: Chance, targets: Targets, most: number): HostileRequest[] {
  const asked: HostileRequest[] = [];
  const count = 1 + Math.floor(next() * most);
  while (asked.length < count && asked.at(-1)?.isLast !== true) {
    const one = hostileRequest(next, targets);
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
  if (said.text.includes(SECRET)) wrong('what lies outside the served folder came back');
  said.replies.forEach(({ status, head }, i) => {
    if (status >= 500) wrong(`status ${status}`, asked[i]);
    if (!/^x-content-type-options: nosniff\r$/im.test(head)) wrong(`${status} without its headers`, asked[i]);
    if (asked[i]?.isOfApi && !/^cache-control: no-store\r$/im.test(head))
      wrong(`${status} may be cached`, asked[i]);
  });
}

/** The page is never limited; the API is for a minute at most. */
async function stillAnswers(siege: Siege, { url }: Served): Promise<void> {
  const page = await fetch(url, { headers: { accept: 'text/html' } });
  if (page.status !== 200) siege.faults.push(`the page answers ${page.status} after it`);
  const health = await fetch(`${url}/api/v1/health`);
  const isLimited = health.status === 429 && Number(health.headers.get('retry-after')) <= 60;
  if (health.status !== 200 && !isLimited) siege.faults.push(`health answers ${health.status} after it`);
}

/** A page to be served, and beside it what is not. */
function webFolder(folder: string): string {
  const webRoot = join(folder, 'web');
  mkdirSync(join(webRoot, 'assets'), { recursive: true });
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(webRoot, 'sw.js'), '// worker');
  writeFileSync(join(webRoot, 'assets', 'app-12345678.js'), '// app '.repeat(1000));
  for (const place of [folder, webRoot]) writeFileSync(join(place, '.env'), SECRET);
  writeFileSync(join(folder, 'secret.txt'), SECRET);
  return webRoot;
}

/** What the service logs as an error. */
function errorLog(): { readonly sink: Writable; readonly lines: string[] } {
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

const countOf = (counts: Readonly<Record<string, number>>, wanted: (key: string) => boolean): number =>
  Object.entries(counts).reduce((all, [key, count]) => all + (wanted(key) ? count : 0), 0);

export async function besieging(args: readonly string[]): Promise<Report> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      requests: { type: 'string', default: '120000' },
      limited: { type: 'string', default: '10000' },
      'requests-per-minute': { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
    },
  });
  const data = await hostile({
    seed: Number(values.seed),
    requests: Number(values.requests),
    limited: Math.min(Number(values.limited), Number(values.requests)),
    requestsPerMinute: Number(values['requests-per-minute']),
  });
  if (data.faults.length > 0 || data.serverErrors > 0 || data.kept < data.acknowledged) process.exitCode = 1;
  const statuses = Object.entries(data.statuses).map(([status, count]) => `${status} ${count}`);
  const text = [
    `requests ${data.requests} from seed ${data.seed}, in ${data.seconds.toFixed(1)} s`,
    `answers by status: ${statuses.join(', ')}`,
    `5xx ${data.serverErrors}, errors logged ${data.errorsLogged}`,
    `broken off or no HTTP, and left without an answer ${data.unanswered}`,
    `slowest answer ${data.slowestMs.toFixed(0)} ms; to the honest client ${data.slowestHonestMs.toFixed(0)} ms`,
    `acknowledged to the honest client ${data.acknowledged}, there afterwards and unchanged ${data.kept}`,
    `of the last ${values.limited}, ${data.refusedByLimit} refused by a limit of ` +
      `${values['requests-per-minute']} a minute`,
    ...data.faults,
  ].join('\n');
  return { text, data };
}

await runAlone(import.meta.url, besieging);
