import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteSessionStore, serve, sessionsFileIn, type Served } from '../../server/index.ts';
import { event, newSession } from '../support/session-store-contract.ts';

let folder: string;
let dataDir: string;
let served: Served;
let said: string[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attune-gone-'));
  dataDir = join(folder, 'data');
  said = [];
  served = await start();
  await send('/sessions', newSession());
  await append(0, 3);
});
afterEach(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

const start = () => serve({ dataDir, port: 0, signals: false, notify: (message) => said.push(message) });
const { id } = newSession();
const ask = async (path: string, init: RequestInit = {}) => {
  const answer = await fetch(`${served.url}/api/v1${path}`, init);
  const json = (await answer.json()) as Record<string, unknown>;
  return { status: answer.status, json, opening: answer.headers.get('attune-store') };
};
const send = (path: string, body: object) =>
  ask(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
const append = (from: number, to: number) =>
  send(`/sessions/${id}/events`, { events: Array.from({ length: to - from }, (_, i) => event(from + i)) });
const sessionStatus = async () => (await ask('/sessions')).status;
const GONE = { status: 503, json: { service: 'attune', code: 'storage-gone' } };

/** What is on the disk, as the next process would find it. */
const countOnDisk = async () => {
  const store = await openSqliteSessionStore(sessionsFileIn(dataDir));
  const found = await store.find(id);
  await store.close();
  return found?.eventCount ?? 0;
};

describe('a service whose data is taken away', () => {
  it.each<[string, () => void]>([
    ['the data folder is deleted', () => rmSync(dataDir, { recursive: true })],
    ['the data folder is moved', () => renameSync(dataDir, join(folder, 'elsewhere'))],
    ['the log is deleted', () => rmSync(sessionsFileIn(dataDir))],
    ['the write-ahead log is deleted', () => rmSync(`${sessionsFileIn(dataDir)}-wal`)],
    [
      'an older copy takes the place of the log',
      () => {
        cpSync(sessionsFileIn(dataDir), join(folder, 'older'));
        renameSync(join(folder, 'older'), sessionsFileIn(dataDir));
      },
    ],
  ])('acknowledges nothing that is lost: %s', async (_what, take) => {
    take();
    expect(await append(3, 5)).toMatchObject(GONE);
    expect(said.filter((line) => line.includes('no longer where it was opened'))).toHaveLength(1);
    expect(said[0]).toMatch(/^The session log .*Put the folder back, or stop Attune and start it anew\.$/);
  });

  it('says so of its health too, and once in its log', async () => {
    rmSync(dataDir, { recursive: true });
    expect(await ask('/health')).toMatchObject(GONE);
    expect(await sessionStatus()).toBe(503);
    expect(await append(3, 5)).toMatchObject(GONE);
    expect(said.filter((line) => line.includes('The session log is no longer'))).toHaveLength(1);
  });

  it('goes on with the folder once it is back, and says that it was opened anew', async () => {
    const before = (await ask('/sessions')).opening;
    renameSync(dataDir, join(folder, 'elsewhere'));
    expect(await append(3, 4)).toMatchObject(GONE);
    renameSync(join(folder, 'elsewhere'), dataDir);
    await expect.poll(sessionStatus).toBe(200);
    const { json, opening } = await ask(`/sessions/${id}`);
    // The refused event was written to what was taken away, and may be there: sending it again is harmless.
    expect(json['eventCount']).toBeGreaterThanOrEqual(3);
    expect(opening).toMatch(/^[0-9a-f-]{36}$/);
    expect(opening).not.toBe(before);
    expect(await append(3, 6)).toMatchObject({ status: 200, json: { nextSeq: 6 } });
    expect(await ask('/health')).toMatchObject({ status: 200, json: { status: 'ok' } });
    await served.close();
    expect(await countOnDisk()).toBe(6);
    served = await start();
  });

  it('begins a new log where the old one was deleted, and takes everything again', async () => {
    rmSync(sessionsFileIn(dataDir));
    expect(await append(3, 4)).toMatchObject(GONE);
    await expect.poll(sessionStatus).toBe(200);
    expect(await append(3, 4)).toMatchObject({ status: 404, json: { code: 'not-found' } });
    await send('/sessions', newSession());
    expect(await append(0, 4)).toMatchObject({ json: { nextSeq: 4 } });
    await served.close();
    expect(await countOnDisk()).toBe(4);
    served = await start();
  });

  it('loses nothing where only the write-ahead log was deleted', async () => {
    rmSync(`${sessionsFileIn(dataDir)}-wal`);
    expect(await append(3, 4)).toMatchObject(GONE);
    await expect.poll(sessionStatus).toBe(200);
    expect((await ask(`/sessions/${id}`)).json['eventCount']).toBeGreaterThanOrEqual(3);
  });

  it('mixes nothing of the old log into one that takes its place', async () => {
    const other = join(folder, 'other');
    const store = await openSqliteSessionStore(other);
    await store.create(newSession(2));
    await store.close();
    renameSync(other, sessionsFileIn(dataDir));
    expect(await append(3, 4)).toMatchObject(GONE);
    await expect.poll(sessionStatus).toBe(200);
    expect((await ask('/sessions')).json['sessions']).toMatchObject([{ id: newSession(2).id }]);
  });

  it('stays away from a folder that another process has taken meanwhile', async () => {
    renameSync(dataDir, join(folder, 'elsewhere'));
    expect(await append(3, 4)).toMatchObject(GONE);
    const other = await serve({ dataDir, port: 0, signals: false });
    await expect.poll(() => said.some((line) => line.includes('already runs on the data folder'))).toBe(true);
    expect(await append(3, 4)).toMatchObject(GONE);
    await other.close();
    await expect.poll(sessionStatus).toBe(200);
  });

  it('waits with a damaged log in the place of its own, and says what to do', async () => {
    const letter = join(folder, 'letter');
    writeFileSync(letter, 'a letter, not a database. '.repeat(50));
    renameSync(letter, sessionsFileIn(dataDir));
    expect(await append(3, 4)).toMatchObject(GONE);
    await expect.poll(() => said.some((line) => line.includes('is damaged'))).toBe(true);
    expect(await append(3, 4)).toMatchObject(GONE);
  });
});
