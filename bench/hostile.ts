import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { pino } from 'pino';
import { argon2Hasher, serve, verifyData, type Served, type ServeOptions } from '../server/index.ts';
import { clinicPeople, firstOwner } from './hostile/clinic-people.ts';
import { clinicRequest, describedRoutes } from './hostile/clinic-requests.ts';
import { honestClient, type HonestClient } from './hostile/honest-client.ts';
import { hostileRequest } from './hostile/requests.ts';
import { besiege, countOf, errorLog, SECRET, type Besieging, type Siege } from './hostile/siege.ts';
import { runAlone, type Report } from './report.ts';

/**
 * Hostile requests over raw sockets against the real service on this machine, with an honest client beside them. No
 * answer may be a 5xx, nothing that was acknowledged may be lost or changed, every request that can be answered is,
 * nothing from outside the served folder comes back, and the service answers afterwards, also after a new start. Most
 * of it runs without the limit of requests a minute, which would answer in place of all else; a last part has it.
 * A clinic's service is besieged by its own people, too: requests follow from the description of its API, and carry
 * the sign-ins of others than the honest client's. Nothing that it wrote may come back to them.
 * Run: npx tsx bench/hostile.ts [--mode clinic] [--requests 120000] [--seed 1] [--json]
 */

export interface HostileOptions {
  readonly mode: 'personal' | 'clinic';
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
  /** What is live on the heap after a tenth of the requests and after the first part, MiB; absent: not collected. */
  readonly heapMiB?: { readonly early: number; readonly late: number };
  /** What went wrong, the first ten. */
  readonly faults: readonly string[];
}

const UNLIMITED = 1e9;

export async function hostile(options: HostileOptions): Promise<Besieged> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-hostile-'));
  const webRoot = webFolder(folder);
  const log = errorLog();
  const dataDir = join(folder, 'data');
  const logger = pino({ level: 'info' }, log.sink);
  const start = (requestsPerMinute: number) =>
    serve({ ...serviceOf(options.mode, requestsPerMinute), dataDir, webRoot, logger });
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
    const token = options.mode === 'clinic' ? await firstOwner(dataDir) : undefined;
    const free = await start(UNLIMITED);
    const { honest, request, meanwhile } = await sides(free.url, token);
    const first = options.requests - options.limited;
    const send = (requests: number) => besiege(siege, { port: portOf(free), requests, request, meanwhile });
    await send(Math.floor(first / 10));
    const early = liveHeapMiB();
    await send(first - Math.floor(first / 10));
    const late = liveHeapMiB();
    await free.close();
    // What is on the disk counts, not what the process remembers.
    const limited = await start(options.requestsPerMinute);
    honest.moveTo(limited.url);
    const before = siege.statuses['429'] ?? 0;
    await besiege(siege, { port: portOf(limited), requests: options.limited, request });
    await stillAnswers(siege, limited);
    await limited.close();
    const kept = await countKept(honest, await start(UNLIMITED));
    const { faults } = await verifyData({ dataDir }, () => undefined);
    siege.faults.push(...faults.map((fault) => `the log does not verify: ${JSON.stringify(fault)}`));
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
      ...(early !== undefined && late !== undefined && { heapMiB: { early, late } }),
      faults: [...log.lines.slice(0, 5).map((line) => `logged: ${line}`), ...siege.faults].slice(0, 10),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const serviceOf = (
  mode: HostileOptions['mode'],
  requestsPerMinute: number,
): Omit<ServeOptions, 'dataDir'> => ({
  mode,
  // People of a clinic come from more than one address.
  ...(mode === 'clinic' && { trustProxy: ['127.0.0.1'] }),
  port: 0,
  signals: false,
  // How long the loop is held up says more of this machine, which does both sides, than of the service.
  limits: { eventLoopDelayMs: 0, requestsPerMinute, requestsPerMinuteOfAccount: requestsPerMinute },
  // The dearest that may be tried is a password: what it costs is not what is asked here.
  accounts: { hasher: argon2Hasher({ memoryCost: 8, timeCost: 1, parallelism: 1 }) },
});

/** The honest client, and what the others ask. @param ownerToken  absent: nobody has an account */
async function sides(
  url: string,
  ownerToken: string | undefined,
): Promise<Required<Pick<Besieging, 'request' | 'meanwhile'>> & { readonly honest: HonestClient }> {
  if (ownerToken === undefined) {
    const honest = await honestClient(url);
    return { honest, request: (next) => hostileRequest(next, honest), meanwhile: () => honest.goOn() };
  }
  const people = await clinicPeople(url, ownerToken);
  const honest = await honestClient(url, { headers: { cookie: people.honest.cookie }, word: SECRET });
  const targets = { ...honest, people, routes: await describedRoutes(url) };
  const meanwhile = async (): Promise<void> => {
    await people.renew();
    await honest.goOn();
  };
  return { honest, request: (next) => clinicRequest(next, targets), meanwhile };
}

const portOf = ({ url }: Served): number => Number(new URL(url).port);

/** What is left on the heap once all that can be is collected; absent: this process may not collect by itself. */
const liveHeapMiB = (): number | undefined => {
  if (!globalThis.gc) return undefined;
  globalThis.gc();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

async function countKept(honest: HonestClient, served: Served): Promise<number> {
  honest.moveTo(served.url);
  const kept = await honest.countKept();
  await served.close();
  return kept;
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

const heapLine = ({ early, late }: { readonly early: number; readonly late: number }): string =>
  `live heap after a tenth ${early.toFixed(1)} MiB, at the end ${late.toFixed(1)} MiB`;

export async function besieging(args: readonly string[]): Promise<Report> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      mode: { type: 'string', default: 'personal' },
      requests: { type: 'string', default: '120000' },
      limited: { type: 'string', default: '10000' },
      'requests-per-minute': { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
    },
  });
  setFlagsFromString('--expose-gc');
  globalThis.gc ??= runInNewContext('gc') as NonNullable<typeof globalThis.gc>;
  const data = await hostile({
    mode: values.mode === 'clinic' ? 'clinic' : 'personal',
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
    ...(data.heapMiB ? [heapLine(data.heapMiB)] : []),
    ...data.faults,
  ].join('\n');
  return { text, data };
}

await runAlone(import.meta.url, besieging);
