import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serve, sessionsFileIn, type Served } from '../../server/index.ts';
import { event, newSession } from '../support/session-store-contract.ts';

const CANARY = 'something very private';
const SONG = Buffer.from('a song, as far as the service knows');
const SONG_ID = `own-${createHash('sha256').update(SONG).digest('hex').slice(0, 16)}`;

let folder: string;
let dataDir: string;
let served: Served;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-deleting-'));
  dataDir = join(folder, 'data');
});
afterEach(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

const start = async () => {
  served = await serve({ dataDir, port: 0, signals: false });
};
const ask = async (path: string, init: RequestInit = {}) => {
  const answer = await fetch(`${served.url}/api/v1${path}`, init);
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
};
const sendJson = (method: string, path: string, body: object) =>
  ask(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
const begin = (n: number) => sendJson('POST', '/sessions', newSession(n));
const append = (n: number, from: number, more: object) =>
  sendJson('POST', `/sessions/${newSession(n).id}/events`, {
    events: Array.from({ length: 40 }, (_, i) => event(from + i, { ...more })),
  });
const remove = (n: number) => ask(`/sessions/${newSession(n).id}`, { method: 'DELETE' });
const gone = (id: string, erased: boolean) => ({
  status: erased ? 200 : 202,
  json: { service: 'attune', deleted: id, erased },
});

/** The files of the data folder that have the text in them. */
const filesWith = (text: string, where = dataDir): string[] =>
  readdirSync(where, { withFileTypes: true }).flatMap((entry) => {
    const path = join(where, entry.name);
    if (entry.isDirectory()) return filesWith(text, path);
    return readFileSync(path).includes(text) ? [path] : [];
  });

/** Another program in the midst of reading the log. */
const readerOf = () => {
  const reader = new SqliteDatabase(sessionsFileIn(dataDir), { readonly: true });
  reader.exec('BEGIN');
  reader.prepare('select count(*) from session_event').get();
  return reader;
};

describe('deleting a session', () => {
  it('leaves nothing of it in any file, between others that stay', async () => {
    await start();
    for (const n of [1, 2, 3]) await begin(n);
    for (let from = 0; from < 400; from += 40)
      for (const n of [1, 2, 3]) await append(n, from, n === 2 ? { note: CANARY } : { note: 'plain' });
    expect(filesWith(CANARY)).not.toEqual([]);
    expect(await remove(2)).toEqual(gone(newSession(2).id, true));
    expect(filesWith(CANARY)).toEqual([]);
    expect(filesWith(newSession(2).id)).toEqual([]);
    expect((await ask(`/sessions/${newSession(3).id}`)).json['eventCount']).toBe(400);
  });

  it('is not held up by somebody who reads, and is brought to its end once they have read', async () => {
    await start();
    await begin(1);
    await append(1, 0, { note: CANARY });
    const { id } = newSession();
    const reader = readerOf();
    expect(await remove(1)).toEqual(gone(id, false));
    expect(await ask(`/sessions/${id}`)).toMatchObject({ status: 404 });
    expect((await ask('/health')).json).toEqual({ service: 'attune', status: 'ok', erased: false });
    // Asking again tells how it stands.
    expect(await remove(1)).toEqual(gone(id, false));
    reader.close();
    await expect.poll(async () => (await ask('/health')).json['erased']).toBe(true);
    expect(filesWith(CANARY)).toEqual([]);
    expect(filesWith(id)).toEqual([]);
    expect(await remove(1)).toEqual(gone(id, true));
  });

  it('is brought to its end by the next start, too', async () => {
    await start();
    await begin(1);
    await append(1, 0, { note: CANARY });
    const reader = readerOf();
    expect(await remove(1)).toMatchObject({ status: 202 });
    await served.close();
    expect(filesWith(CANARY)).not.toEqual([]);
    await start();
    expect((await ask('/health')).json['erased']).toBe(false);
    reader.close();
    await expect.poll(async () => (await ask('/health')).json['erased']).toBe(true);
    expect(filesWith(CANARY)).toEqual([]);
  });
});

/** A disk of 12 MB; absent: this user may not make one. */
const mountSmallDisk = (at: string): (() => void) | undefined => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', at], { stdio: 'ignore' });
    return () => execFileSync('umount', ['-l', at]);
  } catch {
    return undefined;
  }
};

describe('a full disk', () => {
  let unmount: (() => void) | undefined;
  beforeEach(({ skip }) => {
    unmount = mountSmallDisk(folder);
    if (!unmount) skip('needs leave to mount a small disk (root)');
  });
  afterEach(() => unmount?.());

  const fillDisk = () => {
    // Byte by byte in the end: nothing at all is left.
    for (let bytes = 1 << 20; bytes >= 1; bytes >>= 1) {
      try {
        for (;;) writeFileSync(join(folder, 'filler'), Buffer.alloc(bytes), { flag: 'a' });
      } catch {
        // That much does not fit any more.
      }
    }
    expect(statfsSync(folder).bavail).toBe(0);
  };
  /** Appends until the service says that the disk is full. */
  const appendUntilFull = async (n: number) => {
    for (let from = 0; ; from += 40) {
      const { status } = await append(n, from, { note: CANARY, filler: 'x'.repeat(3000) });
      if (status === 507) return;
      expect(status).toBe(200);
    }
  };

  it('lets a session be deleted that filled it, and takes events again', async () => {
    await start();
    await begin(1);
    await begin(2);
    await appendUntilFull(1);
    fillDisk();
    expect(await append(2, 0, { filler: 'x'.repeat(3000) })).toMatchObject({ status: 507 });
    expect(await remove(1)).toEqual(gone(newSession(1).id, true));
    expect(filesWith(CANARY)).toEqual([]);
    expect(await append(2, 0, { filler: 'x'.repeat(3000) })).toMatchObject({ status: 200 });
  });

  it('lets one be deleted after a start on it', async () => {
    await start();
    await begin(1);
    await append(1, 0, { note: CANARY });
    await served.close();
    fillDisk();
    await start();
    expect(await remove(1)).toEqual(gone(newSession(1).id, true));
    expect(filesWith(CANARY)).toEqual([]);
  });

  it('lets a track be deleted', async () => {
    await start();
    const headers = { 'content-type': 'application/octet-stream' };
    await ask(`/tracks/${SONG_ID}`, { method: 'PUT', body: SONG, headers });
    const about = { fileName: `${CANARY}.mp3`, addedAtMs: 1, trigger: 'clean' };
    expect(await sendJson('PUT', `/tracks/${SONG_ID}/about`, about)).toMatchObject({ status: 200 });
    fillDisk();
    expect(await ask(`/tracks/${SONG_ID}`, { method: 'DELETE' })).toEqual(gone(SONG_ID, true));
    expect(filesWith(CANARY)).toEqual([]);
    expect(existsSync(join(dataDir, 'music', SONG_ID))).toBe(false);
  });

  it('gets its reserve back once there is room', async () => {
    await start();
    const reserve = `${sessionsFileIn(dataDir)}-room`;
    expect(statSync(reserve).size).toBeGreaterThan(1_000_000);
    await begin(1);
    fillDisk();
    await remove(1);
    rmSync(join(folder, 'filler'));
    await begin(2);
    await remove(2);
    expect(statSync(reserve).size).toBeGreaterThan(1_000_000);
  });
});
