import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sessionsFileIn, type LoggedEvent } from '../server/index.ts';
import { buildCommandLine } from './processor-time.ts';
import { columns, runAlone, type Report } from './report.ts';
import { ASSUMED, loadOf, type Coefficients } from './scale/load-model.ts';
import { openSockets } from './scale/many-sockets.ts';
import { batchesOf, sendRooms } from './scale/rooms.ts';
import { startService, type ServiceProcess } from './scale/service-process.ts';

/**
 * What one service process takes for a batch, an event and a connection, measured over HTTP on the service as it is
 * built, and what follows for 1, 1,000 and 1,000,000 people a day: docs/scale.md. Then how it does with many sockets
 * that say nothing and some that say a byte a second, while sessions go on.
 * Run: npx tsx bench/scale.ts [--rooms 40] [--sockets 10000] [--slow 500] [--json]
 */

const CPU = 'process_cpu_seconds_total';
const MEMORY = 'process_resident_memory_bytes';

export async function scale(args: readonly string[]): Promise<Report> {
  const options = { rooms: '40', sockets: '10000', slow: '500' };
  const { values } = parseArgs({
    args: [...args],
    options: {
      rooms: { type: 'string', default: options.rooms },
      sockets: { type: 'string', default: options.sockets },
      slow: { type: 'string', default: options.slow },
    },
  });
  const [rooms, sockets, slow] = [values.rooms, values.sockets, values.slow].map(Number) as [
    number,
    number,
    number,
  ];
  buildCommandLine();
  const folder = mkdtempSync(join(tmpdir(), 'attune-scale-'));
  try {
    const events = demonstration(folder);
    const batches = batchesOf(events, ASSUMED.batchSeconds);
    const { bytesAtRest, ...ingest } = await measureIngest(join(folder, 'a'), batches, rooms);
    const idle = await measureSockets(join(folder, 'b'), batches, { sockets, slow });
    const lengthS = (events.at(-1)!.atMs - events[0]!.atMs) / 1000;
    const coefficients: Coefficients = {
      ...ingest,
      bytesAtRest,
      eventsASecond: events.length / lengthS,
      bytesAConnection: idle.bytesAConnection,
    };
    const loads = [1, 1e3, 1e6].map((people) => loadOf(people, coefficients));
    if (idle.serverErrors > 0 || idle.failed > 0) process.exitCode = 1;
    const text = [
      columns([coefficients]),
      'as shares of their limits, with ' + JSON.stringify(ASSUMED),
      columns(loads),
      columns([idle]),
    ].join('\n\n');
    return { text, data: { coefficients, assumed: ASSUMED, loads, idle } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A session's log as the app writes it, of the simulated heart that comes with it. */
const demonstration = (folder: string): LoggedEvent[] => {
  const out = join(folder, 'demonstration.ndjson');
  execFileSync(process.execPath, ['bin/attune.js', 'replay', 'fixtures/demonstration.csv', '--out', out], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const lines = readFileSync(out, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as LoggedEvent);
};

type Batches = readonly (readonly LoggedEvent[])[];

const measureIngest = async (dataDir: string, batches: Batches, rooms: number) => {
  const service = await startService(dataDir);
  try {
    const bytesAtRest = await service.metric(MEMORY);
    // What the compiler has not seen yet costs more.
    await sendRooms(service.url, batches, { rooms: 4 });
    const before = await service.metric(CPU);
    const { tookMs } = await sendRooms(service.url, batches, { rooms, from: 4 });
    const cpuMsABatch = (((await service.metric(CPU)) - before) * 1000) / tookMs.length;
    await service.end();
    const count = batches.flat().length * (rooms + 4);
    return { cpuMsABatch, bytesAnEventOnDisk: statSync(sessionsFileIn(dataDir)).size / count, bytesAtRest };
  } finally {
    await service.end();
  }
};

const MiB = 1024 * 1024;

const measureSockets = async (
  dataDir: string,
  batches: Batches,
  { sockets, slow }: { readonly sockets: number; readonly slow: number },
) => {
  const service = await startService(dataDir);
  const send = (from: number) => sendRooms(service.url, batches, { rooms: 8, from });
  try {
    await send(0);
    const before = await service.metric(MEMORY);
    const open = await openSockets(new URL(service.url).port, sockets, slow);
    const during = await service.metric(MEMORY);
    const connections = await service.metric('attune_open_connections');
    const { statuses, tookMs } = await send(8);
    const most = await service.metric(MEMORY);
    await open.close();
    const after = await settled(service);
    const slowest = tookMs.sort((a, b) => a - b);
    return {
      connections,
      failed: open.failed,
      bytesAConnection: Math.max(0, during - before) / (sockets + slow),
      restMiB: before / MiB,
      mostMiB: most / MiB,
      afterMiB: after / MiB,
      requests: tookMs.length,
      serverErrors: Object.entries(statuses).reduce(
        (sum, [status, n]) => sum + (Number(status) >= 500 ? n : 0),
        0,
      ),
      p50Ms: slowest[Math.floor(slowest.length / 2)]!,
      p99Ms: slowest[Math.floor(slowest.length * 0.99)]!,
    };
  } finally {
    await service.end();
  }
};

/** Memory once the connections are gone. */
const settled = async (service: ServiceProcess): Promise<number> => {
  while ((await service.metric('attune_open_connections')) > 100)
    await new Promise((resolve) => setTimeout(resolve, 100));
  return service.metric(MEMORY);
};

await runAlone(import.meta.url, scale);
