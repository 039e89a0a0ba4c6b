import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_TRACK_BYTES, openTrackStore, type TrackAbout, type TrackStore } from '../../../server/index.ts';
import { withApp } from '../app-under-test.ts';

const TRACKS = '/api/v1/tracks';
const SONG = Buffer.from('a song, as far as the service knows');
const idOf = (bytes: Buffer): string =>
  `own-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`;
const ID = idOf(SONG);
const ABOUT: TrackAbout = {
  fileName: '01 - Harbour lights.mp3',
  addedAtMs: 1000,
  trigger: 'clean',
  placed: { family: 'calming', level: 2 },
};

let folder: string;
let tracks: TrackStore;
/** Bytes that the disk still takes. */
let room: number;
beforeEach(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'attune-music-')), 'music');
  room = Infinity;
  tracks = await openTrackStore({ folder, openFile: smallDisk });
});
afterEach(async () => {
  await tracks.close();
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

/** A real file on a disk that is full after `room` bytes. */
const smallDisk = async (path: string) => {
  const file = await open(path, 'wx', 0o600);
  return {
    writeFile: async (chunk: unknown) => {
      const bytes = chunk as Buffer;
      await file.writeFile(bytes.subarray(0, Math.min(room, bytes.length)));
      if (bytes.length > room) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
      room -= bytes.length;
    },
    sync: () => file.sync(),
    close: () => file.close(),
  };
};

const on = withApp(() => ({ tracks }));
const put = async (id: string, payload: Buffer | Readable, headers: Record<string, string> = {}) => {
  const sent = { 'content-type': 'application/octet-stream', ...headers };
  const answer = await on.app.inject({ method: 'PUT', url: `${TRACKS}/${id}`, payload, headers: sent });
  return { status: answer.statusCode, json: answer.json<unknown>() };
};
const describeAs = async (about: object, id = ID) => {
  const answer = await on.app.inject({ method: 'PUT', url: `${TRACKS}/${id}/about`, payload: about });
  return answer.statusCode;
};
const musicFiles = () => readdirSync(folder).filter((name) => !name.startsWith('tracks.sqlite'));

describe('PUT /tracks/:id', () => {
  it('keeps the very bytes in a file for its owner alone, and takes them again', async () => {
    const kept = { id: ID, sizeBytes: SONG.length };
    expect(await put(ID, SONG)).toEqual({ status: 201, json: kept });
    expect(await put(ID, SONG)).toEqual({ status: 200, json: kept });
    expect(musicFiles()).toEqual([ID]);
    expect(readFileSync(join(folder, ID))).toEqual(SONG);
  });

  it('refuses bytes that are not those of the id, and keeps nothing', async () => {
    const answer = await put(ID, Buffer.from('another song'));
    expect(answer).toMatchObject({ status: 400, json: { code: 'invalid-request' } });
    expect(musicFiles()).toEqual([]);
    expect((await on.get(TRACKS)).json).toEqual({ tracks: [] });
  });

  it.each(['own-ABCDEF0123456789', 'own-0', '..%2F..%2Fetc%2Fpasswd', 'tracks.sqlite'])(
    'refuses the id %s',
    async (id) => {
      expect(await put(id, SONG)).toMatchObject({ status: 400, json: { code: 'invalid-request' } });
      expect(musicFiles()).toEqual([]);
    },
  );

  it('says how large a track may be, whether the length is named before or not', async () => {
    const refusal = {
      status: 413,
      json: { service: 'attune', code: 'too-large', message: 'A track may have 200 MB at the most.' },
    };
    expect(await put(ID, SONG, { 'content-length': String(MAX_TRACK_BYTES + 1) })).toEqual(refusal);
    const piece = Buffer.alloc(50_000_001);
    expect(await put(ID, Readable.from([piece, piece, piece, piece]))).toEqual(refusal);
    expect(musicFiles()).toEqual([]);
  });

  it('says that the disk is full, leaves nothing, and takes the track when there is room', async () => {
    room = 10;
    expect(await put(ID, SONG)).toMatchObject({ status: 507, json: { code: 'storage-full' } });
    expect(musicFiles()).toEqual([]);
    expect((await on.get(TRACKS)).json).toEqual({ tracks: [] });
    room = Infinity;
    expect(await put(ID, SONG)).toMatchObject({ status: 201 });
  });

  it('keeps nothing of a file that breaks off', async () => {
    const torn = Readable.from(
      (function* () {
        yield SONG.subarray(0, 5);
        throw new Error('gone');
      })(),
    );
    await put(ID, torn).catch(() => undefined);
    await expect.poll(musicFiles).toEqual([]);
    expect((await on.get(TRACKS)).json).toEqual({ tracks: [] });
  });

  it.each(['application/json', 'text/plain', 'multipart/form-data', 'audio/mpeg'])(
    'refuses a body of %s',
    async (type) => {
      const answer = await put(ID, SONG, { 'content-type': type });
      expect(answer).toMatchObject({ status: 415, json: { code: 'unsupported-media-type' } });
    },
  );

  it('refuses a page of another origin', async () => {
    const answer = await put(ID, SONG, { origin: 'http://elsewhere.example' });
    expect(answer).toMatchObject({ status: 403, json: { code: 'cross-origin' } });
    expect(musicFiles()).toEqual([]);
  });
});

describe('PUT /tracks/:id/about', () => {
  it('is given back in the list, the last word counting', async () => {
    await put(ID, SONG);
    expect(await describeAs(ABOUT)).toBe(200);
    expect(await describeAs({ ...ABOUT, trigger: 'trigger' })).toBe(200);
    const about = { ...ABOUT, trigger: 'trigger' };
    expect((await on.get(TRACKS)).json).toEqual({ tracks: [{ id: ID, sizeBytes: SONG.length, about }] });
  });

  it('knows nothing of a track that is not kept', async () => {
    expect(await describeAs(ABOUT)).toBe(404);
  });

  it.each([
    ['a place that there is not', { placed: { family: 'silence', level: 1 } }],
    ['a level that there is not', { placed: { family: 'calming', level: 6 } }],
    ['a property too many', { name: 'Jane Doe' }],
    ['no file name', { fileName: '' }],
  ])('refuses %s', async (_what, part) => {
    await put(ID, SONG);
    expect(await describeAs({ ...ABOUT, ...part })).toBe(400);
  });
});

describe('GET and DELETE /tracks/:id', () => {
  it('gives the bytes as they came, to be kept nowhere on the way', async () => {
    await put(ID, SONG);
    const { rawPayload, headers } = await on.app.inject(`${TRACKS}/${ID}`);
    expect(rawPayload).toEqual(SONG);
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': String(SONG.length),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  it('removes the file and its line, once', async () => {
    await put(ID, SONG);
    await describeAs(ABOUT);
    const traces = () =>
      readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(ABOUT.fileName));
    expect(traces()).not.toEqual([]);
    const gone = { status: 200, json: { service: 'attune', deleted: ID, erased: true } };
    expect(await on.delete(`${TRACKS}/${ID}`)).toMatchObject(gone);
    expect(traces()).toEqual([]);
    expect(musicFiles()).toEqual([]);
    expect((await on.get(TRACKS)).json).toEqual({ tracks: [] });
    expect(await on.get(`${TRACKS}/${ID}`)).toMatchObject({ status: 404, json: { code: 'not-found' } });
    expect(await on.delete(`${TRACKS}/${ID}`)).toMatchObject(gone);
  });
});

describe('openTrackStore', () => {
  it('finds the music again, and clears away what a crash left half done', async () => {
    const gone = Buffer.from('a song whose file was lost');
    await tracks.put(ID, Readable.from([SONG]));
    await tracks.describe(ID, ABOUT);
    await tracks.put(idOf(gone), Readable.from([gone]));
    await tracks.close();
    rmSync(join(folder, idOf(gone)));
    writeFileSync(join(folder, 'incoming-1'), 'half');
    writeFileSync(join(folder, 'own-0000000000000000'), 'not the bytes of that name');
    writeFileSync(join(folder, 'notes.txt'), 'not ours');
    tracks = await openTrackStore({ folder });
    expect(await tracks.list()).toEqual([{ id: ID, sizeBytes: SONG.length, about: ABOUT }]);
    expect(musicFiles().sort()).toEqual(['notes.txt', 'own-0000000000000000', ID].sort());
    expect(existsSync(join(folder, 'incoming-1'))).toBe(false);
  });
});

describe('the description of the API', () => {
  it('has a schema for every status of every route of the music', async () => {
    const { json } = await on.get('/api/docs/json');
    const { paths } = json as { paths: Record<string, Record<string, { responses: object }>> };
    const said = Object.entries(paths)
      .filter(([path]) => path.startsWith(TRACKS))
      .flatMap(([path, methods]) =>
        Object.entries(methods).map(
          ([method, { responses }]) => `${method} ${path} ${Object.keys(responses).sort().join(' ')}`,
        ),
      );
    expect(said.sort()).toEqual([
      `delete ${TRACKS}/{id} 200 202 400 401 403 429 500 503 507`,
      `get ${TRACKS} 200 400 401 403 429 500 503`,
      `get ${TRACKS}/{id} 200 400 401 403 404 429 500 503`,
      `get ${TRACKS}/{id}/upload 200 400 401 403 429 500 503`,
      `patch ${TRACKS}/{id}/upload 200 201 400 401 403 408 409 413 415 429 500 503 507`,
      `put ${TRACKS}/{id} 200 201 400 401 403 408 413 415 429 500 503 507`,
      `put ${TRACKS}/{id}/about 200 400 401 403 404 408 413 415 429 500 503 507`,
    ]);
  });
});
