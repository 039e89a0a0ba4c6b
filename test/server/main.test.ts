import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sessionsFileIn, verifyData } from '../../server/index.ts';
import { event, newSession } from '../support/session-store-contract.ts';
import { buildProcess, startProcess, type ServerProcess } from './server-process.ts';

beforeAll(buildProcess);

let folder: string;
const running: ServerProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-main-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((it) => it.end('SIGKILL')));
  rmSync(folder, { recursive: true, force: true });
});

const start = async (dataDir = folder) => {
  const server = await startProcess(dataDir);
  running.push(server);
  return server;
};
const postJson = (url: string, body: object) =>
  fetch(url, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

const KILLS = 20;
const { id } = newSession();
const ndjson = (count: number) =>
  Array.from({ length: count }, (_, seq) => `${JSON.stringify(event(seq))}\n`).join('');

/** Sends batches until the server is gone; the number of events that it has acknowledged. */
const appendUntilGone = async (
  url: string,
  from: number,
  onBatch: (batches: number) => void,
): Promise<number> => {
  let acknowledged = from;
  for (let batches = 1; ; batches += 1) {
    const events = Array.from({ length: 1 + (batches % 40) }, (_, i) => event(acknowledged + i));
    const sent = postJson(`${url}/api/v1/sessions/${id}/events`, { events });
    onBatch(batches);
    try {
      const answer = await sent;
      expect(answer.status).toBe(200);
      acknowledged = ((await answer.json()) as { nextSeq: number }).nextSeq;
    } catch (error) {
      if (error instanceof TypeError || error instanceof SyntaxError) return acknowledged;
      throw error;
    }
  }
};

/** On a machine so busy that the loop was two seconds late on average it answers 503: repeat soon. */
const whenFree = async (send: () => Promise<Response>): Promise<Response> => {
  for (;;) {
    const answer = await send();
    if (answer.status !== 503) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

/** Kills the server in the midst of appends, over and over, on one data folder. */
const survives = async (dataDir: string, kills: number) => {
  let acknowledged = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const server = await start(dataDir);
    await whenFree(() => postJson(`${server.url}/api/v1/sessions`, newSession()));
    const answer = await whenFree(() => fetch(`${server.url}/api/v1/sessions/${id}`));
    const found = (await answer.json()) as { eventCount: number };
    expect(found.eventCount).toBeGreaterThanOrEqual(acknowledged);
    // What was not acknowledged may be there nevertheless; the sender does not know, and sends it again.
    let ended: Promise<unknown> | undefined;
    const before = acknowledged;
    acknowledged = await appendUntilGone(server.url, acknowledged, (batches) => {
      if (batches === 5 + ((kill * 7) % 11)) ended = server.end('SIGKILL');
    });
    expect(acknowledged).toBeGreaterThan(before);
    await ended;
    expect((await verifyData({ dataDir }, () => undefined)).faults).toEqual([]);
  }
  const server = await start(dataDir);
  const log = await (await fetch(`${server.url}/api/v1/sessions/${id}/export`)).text();
  const count = log.split('\n').length - 1;
  expect(count).toBeGreaterThanOrEqual(acknowledged);
  expect(log).toBe(ndjson(count));
  const more = await postJson(`${server.url}/api/v1/sessions/${id}/events`, { events: [event(count)] });
  expect(await more.json()).toEqual({ nextSeq: count + 1 });
};

describe('the server process', () => {
  it(`loses no acknowledged event over ${KILLS} kills, has a whole chain after each, and numbers on`, async () => {
    // Two folders at a time, since most of it is waiting for a process to start.
    await Promise.all(['a', 'b'].map((name) => survives(join(folder, name), KILLS / 2)));
  });

  it('ends with 0 on SIGTERM and on SIGINT, and is found complete again', async () => {
    const first = await start();
    await postJson(`${first.url}/api/v1/sessions`, newSession());
    await postJson(`${first.url}/api/v1/sessions/${id}/events`, { events: [event(0)] });
    expect(await first.end('SIGTERM')).toEqual([0, null]);
    const second = await start();
    expect(await (await fetch(`${second.url}/api/v1/sessions/${id}/export`)).text()).toBe(ndjson(1));
    expect(await second.end('SIGINT')).toEqual([0, null]);
    expect(first.stderr()).not.toContain(id);
  });

  it('is refused a folder that another process uses', async () => {
    const first = await start();
    const error = await start().catch((it: unknown) => it);
    expect(error).toMatchObject({ code: 1 });
    expect((error as Error).message).toMatch(
      /^attune: Attune already runs on the data folder .*ATTUNE_DATA_DIR/,
    );
    expect((await fetch(`${first.url}/api/v1/health`)).status).toBe(200);
  });

  it('ends with 1 and names the file when the log is damaged', async () => {
    writeFileSync(sessionsFileIn(folder), 'a letter, not a database. '.repeat(50));
    const error = await start().catch((it: unknown) => it);
    expect(error).toMatchObject({ code: 1 });
    expect((error as Error).message).toContain(sessionsFileIn(folder));
    expect((error as Error).message).not.toMatch(/\n\s+at /);
  });

  it.skipIf(process.platform === 'win32')('ends with 1 and a remedy where the log is no file', async () => {
    execFileSync('mkfifo', [sessionsFileIn(folder)]);
    await expect(start()).rejects.toMatchObject({
      code: 1,
      message: expect.stringMatching(
        /sessions\.sqlite cannot be used .* choose another data folder/,
      ) as string,
    });
  });
});
