import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  clearingExports,
  exportExpiry,
  exportJobs,
  exportKind,
  type ExportPorts,
} from '../../../server/export-jobs.ts';
import { exportFilesIn } from '../../../server/export-files.ts';
import type { ClientExportJob } from '../../../server/index.ts';
import type { JobQueue } from '../../../server/jobs/index.ts';
import { sqliteJobQueue } from '../../../server/jobs/sqlite/sqlite-job-queue.ts';
import { work, type Work } from '../../../server/jobs/work.ts';
import { accountId, openClinic, type Clinic } from '../../support/clinic.ts';
import { event, newSession, sessionId } from '../../support/session-store-contract.ts';

const [CLIENT, CLINICIAN, COLLEAGUE, OWNER] = [1, 2, 3, 4].map(accountId) as [string, string, string, string];
const EXPORTS = `/clients/${CLIENT}/exports`;
const DAY_MS = 86_400_000;

let clinic: Clinic;
let folder: string;
let queue: JobQueue;
let made: Omit<ExportPorts, 'queue'>;
let worker: Work | undefined;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attune-exports-'));
  queue = sqliteJobQueue({ file: join(folder, 'jobs.sqlite'), isWorker: true, retryDelayMs: 1 });
  const files = exportFilesIn(join(folder, 'exports'));
  clinic = await openClinic({
    exports: (ports) => {
      made = { ...ports, files };
      return exportJobs({ ...made, queue, wake: () => worker?.wake() });
    },
  });
  clinic.accounts
    .set(CLIENT, 'client')
    .set(CLINICIAN, 'clinician')
    .set(COLLEAGUE, 'clinician')
    .set(OWNER, 'owner');
  for (const n of [1, 2]) {
    await clinic.ask({ as: CLIENT, method: 'POST', path: '/sessions', body: newSession(n) });
    const body = { events: [0, 1].map((seq) => event(seq)) };
    await clinic.ask({ as: CLIENT, method: 'POST', path: `/sessions/${sessionId(n)}/events`, body });
  }
  for (const clinician of [CLINICIAN, COLLEAGUE])
    await clinic.ask({ as: OWNER, method: 'PUT', path: `/clients/${CLIENT}/clinicians/${clinician}` });
  for (const purpose of ['care', 'sharing']) await agree(purpose);
});
afterEach(async () => {
  await worker?.stop(600_000);
  worker = undefined;
  await clinic.close();
  await queue.close();
  rmSync(folder, { recursive: true, force: true });
});

const agree = (purpose: string) => {
  const path = `/clients/me/consents/${purpose}`;
  return clinic.ask({ as: CLIENT, method: 'PUT', path, body: { version: '2026-11' } });
};
const begin = async (as = CLINICIAN) => {
  const { status, json } = await clinic.ask({ as, method: 'POST', path: EXPORTS });
  return { status, ...(json as ClientExportJob) };
};
const look = async (id: string, as = CLINICIAN) => {
  const { status, json } = await clinic.ask({ as, path: `${EXPORTS}/${id}` });
  return { status, ...(json as ClientExportJob) };
};
const fetchFile = async (id: string, as = CLINICIAN) => {
  const { statusCode, rawPayload } = await clinic.app.inject({
    url: `/api/v1${EXPORTS}/${id}/file`,
    headers: { 'x-account': as },
  });
  return { status: statusCode, bytes: rawPayload };
};
const startWorking = () => (worker = work(queue, { kinds: [exportKind(made)], idleMs: 10 }));
const whenDone = (id: string) => expect.poll(async () => (await look(id)).state).toBe('done');
const files = () =>
  readdirSync(join(folder, 'exports'), { recursive: true }).filter((it) => /\./.test(String(it)));

describe('an export that is made beside the request', () => {
  it('is the export of before, with notice and consent in it, and says how it stands', async () => {
    const begun = await begin();
    expect(begun).toMatchObject({ status: 202, state: 'waiting' });
    expect((await fetchFile(begun.id)).status).toBe(404);
    startWorking();
    await whenDone(begun.id);
    const { bytes } = await fetchFile(begun.id);
    expect(await look(begun.id)).toMatchObject({
      sizeBytes: bytes.length,
      untilMs: clinic.clock.nowMs + DAY_MS,
    });
    const direct = await clinic.app.inject({
      url: `/api/v1/clients/${CLIENT}/export`,
      headers: { 'x-account': CLINICIAN },
    });
    const textsOf = (zip: Uint8Array) =>
      Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, it]) => [name, strFromU8(it)]));
    const [texts, directly] = [textsOf(bytes), textsOf(direct.rawPayload)];
    const logs = [1, 2].map((n) => `${sessionId(n)}.ndjson`);
    expect(Object.keys(texts).sort()).toEqual([...logs, 'NOTICE.txt', 'consent.json'].sort());
    for (const name of [...logs]) expect(texts[name]).toBe(directly[name]);
    expect(texts['NOTICE.txt']).toContain('42 CFR part 2');
  });

  it('is one for who asks twice, and another one when there is more', async () => {
    const first = await begin();
    expect((await begin()).id).toBe(first.id);
    startWorking();
    await whenDone(first.id);
    clinic.clock.nowMs += 1000;
    expect(await begin()).toMatchObject({ id: first.id, state: 'done' });
    await clinic.ask({ as: CLIENT, method: 'POST', path: '/sessions', body: newSession(3) });
    expect((await begin()).id).not.toBe(first.id);
  });

  it('has the same bytes when its job is delivered twice', async () => {
    const { id } = await begin();
    const { input } = (await queue.find('client-export', id))!;
    const tools = { id, signal: new AbortController().signal, onShare: () => undefined };
    const first = await exportKind(made).run(input, tools);
    await made.files.clear(CLIENT);
    clinic.clock.nowMs += 60_000;
    const [second, third] = await Promise.all([
      exportKind(made).run(input, tools),
      exportKind(made).run(input, tools),
    ]);
    expect([second, third]).toEqual([first, first]);
    expect(files()).toHaveLength(1);
  });

  it('is for who asked for it alone, and each use is a line of the access log', async () => {
    const { id } = await begin();
    startWorking();
    await whenDone(id);
    for (const as of [COLLEAGUE, OWNER, CLIENT]) {
      expect((await look(id, as)).status).toBeGreaterThanOrEqual(403);
      expect((await fetchFile(id, as)).status).toBeGreaterThanOrEqual(403);
    }
    const before = clinic.lines.length;
    await fetchFile(id);
    expect(clinic.lines.slice(before)).toMatchObject([
      { account: { id: CLINICIAN }, client: CLIENT, action: 'client.export', relation: 'assigned' },
    ]);
  });

  it('cannot be fetched without the consent any more, nor made', async () => {
    const done = await begin();
    startWorking();
    await whenDone(done.id);
    await worker?.stop(600_000);
    await clinic.ask({ as: CLIENT, method: 'POST', path: '/sessions', body: newSession(3) });
    const waiting = await begin();
    await clinic.ask({ as: CLIENT, method: 'DELETE', path: '/clients/me/consents/sharing' });
    expect((await fetchFile(done.id)).status).toBe(404);
    startWorking();
    await expect.poll(async () => (await queue.find('client-export', waiting.id))?.state).toBe('failed');
    expect(await queue.find('client-export', waiting.id)).toMatchObject({
      attempts: 1,
      reason: 'relation or consent has ended',
    });
    expect(files()).toHaveLength(1);
    // What was withdrawn and given again is another consent.
    clinic.clock.nowMs += 1000;
    await agree('sharing');
    expect((await begin()).id).not.toBe(waiting.id);
  });

  it('is gone a day later, and can be had anew', async () => {
    const { id } = await begin();
    startWorking();
    await whenDone(id);
    for (const name of files()) utimesSync(join(folder, 'exports', String(name)), 0, 0);
    const tools = { id, signal: new AbortController().signal, onShare: () => undefined };
    await exportExpiry(made.files, () => 2 * DAY_MS).kind.run({ slot: 0 }, tools);
    expect(files()).toEqual([]);
    expect((await fetchFile(id)).status).toBe(404);
    clinic.clock.nowMs += DAY_MS;
    expect((await look(id)).status).toBe(404);
    expect((await begin()).state).toBe('waiting');
    await whenDone(id);
    expect((await fetchFile(id)).status).toBe(200);
  });

  it('goes with a session of it that is deleted', async () => {
    const { id } = await begin();
    startWorking();
    await whenDone(id);
    const store = clearingExports(made.store, made.files);
    await store.within({ whose: [CLIENT] }).delete(sessionId(1));
    expect(files()).toEqual([]);
    expect((await begin()).id).not.toBe(id);
  });

  it('leaves nothing half done where it cannot be written', async () => {
    const full = Object.assign(new Error('no space left for Anna'), { code: 'ENOSPC' });
    const broken = async function* () {
      yield new Uint8Array(10);
      await Promise.reject(full);
    };
    await expect(made.files.put(CLIENT, 'half', broken())).rejects.toBe(full);
    expect(files()).toEqual([]);
    expect(made.files.open(CLIENT, 'half')).toBeUndefined();
  });
});
