import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { invite } from '../../../server/accounts/invite.ts';
import { argon2Hasher } from '../../../server/accounts/password-hasher.ts';
import type { Role } from '../../../server/access/actor.ts';
import { buildApp } from '../../../server/app.ts';
import { makeBackup } from '../../../server/backup/make-backup.ts';
import type { Forgotten } from '../../../server/contract/index.ts';
import { takeDataFolder } from '../../../server/data-folder.ts';
import { openStores, type Stores } from '../../../server/open-stores.ts';
import { restoreData } from '../../../server/restore-data.ts';
import { clientHashOf, isProofSigned } from '../../../server/sessions/forget/proof.ts';
import { sessionHashOf } from '../../../server/sessions/chain.ts';
import { verifyData } from '../../../server/verify-data.ts';
import { verifyProofData } from '../../../server/verify-proof-data.ts';
import { temporaryFolder } from '../../support/command-line.ts';
import { newSession, sessionId } from '../../support/session-store-contract.ts';
import { filesWith, tell } from '../sessions/clinic-folder.ts';

const parent = temporaryFolder();
const PASSWORD = 'seven grey herons stand';
const CANARIES = ['zebrafinch', 'quokka', 'axolotl', 'okapi'];

interface Running {
  readonly dataDir: string;
  readonly stores: Stores;
  readonly app: FastifyInstance;
  readonly clock: { nowMs: number };
  stop(): Promise<void>;
  /** Somebody new who is signed in. */
  member(role: Role): Promise<Member>;
}

interface Member {
  readonly id: string;
  ask(method: 'GET' | 'POST', path: string): Promise<{ readonly status: number; readonly json: unknown }>;
}

const stopping: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stopping.splice(0)) await stop();
});

const running = async (dataDir = mkdtempSync(join(parent, 'forget-'))): Promise<Running> => {
  const folder = takeDataFolder(dataDir);
  const clock = { nowMs: Date.now() };
  const nothing = () => undefined;
  const stores = await openStores({ mode: 'clinic', folder, notify: nothing, appended: nothing }).catch(
    (error: unknown) => {
      folder.release();
      throw error;
    },
  );
  const hasher = argon2Hasher({ memoryCost: 8, timeCost: 1, parallelism: 1 });
  const app = buildApp({
    ...{ store: stores.sessions, music: stores.music, forget: stores.forget },
    accounts: { store: stores.accounts, hasher, clock: () => clock.nowMs },
    care: {
      care: stores.care,
      roleOf: async (account) => (await stores.accounts.accounts.find(account))?.role,
      nameOf: () => Promise.resolve(undefined),
    },
  });
  let members = 0;
  let isStopped = false;
  const stop = async () => {
    if (isStopped) return;
    isStopped = true;
    await app.close();
    await stores.close();
    folder.release();
  };
  stopping.push(stop);
  return {
    ...{ dataDir, stores, app, clock, stop },
    member: async (role) => {
      const ports = { store: stores.accounts, clock: () => clock.nowMs };
      const made = await invite({ signInName: `member ${(members += 1)} of ${role}`, role }, ports);
      if (!made.ok) throw new Error('the name is taken');
      const send = (cookie: string, request: { method: 'GET' | 'POST'; url: string; payload?: object }) =>
        app.inject({ ...request, headers: { cookie, 'sec-fetch-site': 'same-origin' } });
      const accepted = await send('', {
        ...{ method: 'POST', url: '/api/v1/accounts/invitations/accept' },
        payload: { token: made.value.token, shownName: 'Somebody', password: PASSWORD },
      });
      const cookie = accepted.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
      const ask: Member['ask'] = async (method, path) => {
        const { statusCode, body } = await send(cookie, { method, url: `/api/v1${path}` });
        return { status: statusCode, json: JSON.parse(body) as unknown };
      };
      const me = (await ask('GET', '/accounts/me')).json as { id: string };
      return { id: me.id, ask };
    },
  };
};

/** Gives the service something of a client wherever it keeps anything. */
const fill = async ({ stores }: Running, client: string, first = 1): Promise<void> => {
  const log = stores.sessions.within({ whose: [client], owner: client });
  await tell(log, first, ['a zebrafinch sang', 'a quokka, too']);
  await tell(log, first + 1, ['zebrafinch again']);
  const command = { type: 'pause', why: 'she saw an okapi' };
  await stores.commands.keep(
    { session: sessionId(first), whose: [client] },
    { id: 'one', by: client, atMs: 5, command },
  );
};

describe('forgetting a client', () => {
  it('leaves no word of theirs in any file, says what still has it, and proves it', async () => {
    const service = await running();
    const { dataDir, stores } = service;
    const anna = await service.member('client');
    const bert = await service.member('client');
    await fill(service, anna.id);
    await fill(service, bert.id, 11);
    const music = await stores.music.of(anna.id);
    await music.put('own-0123456789abcdef', Readable.from([Buffer.from('axolotl')])).catch(() => undefined);
    expect(filesWith(dataDir, ['zebrafinch', 'quokka', 'okapi'])).toEqual([]);
    const backup = join(parent, 'before.tar.gz');
    const { madeAtMs } = await makeBackup({ folder: dataDir, to: backup });
    const { status, json } = await anna.ask('POST', '/clients/me/forget');
    expect(status).toBe(200);
    const { proof, erased } = json as { proof: Forgotten; erased: boolean };
    expect(erased).toBe(true);
    expect(proof).toMatchObject({ clientHash: clientHashOf(anna.id), lastBackupAtMs: madeAtMs });
    expect(proof.keyIds).toHaveLength(1);
    expect(proof.sessions.map((it) => it.sessionHash).sort()).toEqual(
      [1, 2].map((n) => sessionHashOf(sessionId(n))).sort(),
    );
    expect(isProofSigned(proof)).toBe(true);
    expect(filesWith(dataDir, [...CANARIES, proof.keyIds[0]!, sessionId(1)])).toEqual([]);
    expect(await verifyProofData(dataDir, proof)).toEqual([]);
    const others = stores.sessions.within({ whose: [bert.id], owner: bert.id });
    expect(await others.texts(sessionId(11), { from: 0, limit: 9 })).toHaveLength(2);
    await service.stop();
    expect(filesWith(dataDir, [...CANARIES, proof.keyIds[0]!, sessionId(1)])).toEqual([]);
    expect((await verifyData({ dataDir }, () => undefined)).faults).toEqual([]);
    expect(await verifyProofData(dataDir, proof)).toEqual([]);

    // The backup of before has it all: the proof does not hold of what comes out of it.
    const restored = join(parent, 'restored');
    await restoreData(backup, restored);
    expect(await verifyProofData(restored, proof)).toEqual(
      expect.arrayContaining(['tombstone', 'key', 'session']),
    );
  });

  it('lets the person go on with a new key', async () => {
    const service = await running();
    const anna = await service.member('client');
    await fill(service, anna.id);
    await anna.ask('POST', '/clients/me/forget');
    const log = service.stores.sessions.within({ whose: [anna.id], owner: anna.id });
    expect(await log.create(newSession(1))).toEqual({ ok: false, fault: { code: 'deleted' } });
    const texts = await tell(log, 5, ['a new day']);
    expect(await log.texts(sessionId(5), { from: 0, limit: 9 })).toEqual(texts);
    expect((await anna.ask('POST', '/clients/me/forget')).json).toMatchObject({ proof: { sessions: [{}] } });
    expect((await anna.ask('POST', '/clients/me/forget')).json).toMatchObject({
      proof: { sessions: [], keyIds: [] },
    });
  });

  it('asks who it is once more, and does nothing else', async () => {
    const service = await running();
    const anna = await service.member('client');
    await fill(service, anna.id);
    service.clock.nowMs += 11 * 60_000;
    expect(await anna.ask('POST', '/clients/me/forget')).toMatchObject({
      status: 403,
      json: { code: 'prove-again' },
    });
    expect(await service.stores.sessions.find(sessionId(1))).toBeDefined();
  });

  it('is done for a client by who administers, and by nobody else', async () => {
    const service = await running();
    const [anna, admin, clinician] = [
      await service.member('client'),
      await service.member('admin'),
      await service.member('clinician'),
    ];
    await fill(service, anna.id);
    expect((await clinician.ask('POST', `/clients/${anna.id}/forget`)).status).toBe(404);
    expect(await admin.ask('POST', `/clients/${anna.id}/forget`)).toMatchObject({
      status: 200,
      json: { proof: { clientHash: clientHashOf(anna.id), sessions: [{}, {}] } },
    });
    const nobody = 'aaaaaaaa-0000-4000-8000-000000000077';
    expect((await admin.ask('POST', `/clients/${nobody}/forget`)).status).toBe(404);
  });

  it('takes what comes at that very moment whole, or not at all', async () => {
    const service = await running();
    const anna = await service.member('client');
    const log = service.stores.sessions.within({ whose: [anna.id], owner: anna.id });
    await fill(service, anna.id);
    const telling = Array.from({ length: 8 }, (_, n) => tell(log, 20 + n, ['hello']).catch(() => undefined));
    await service.stores.forget(anna.id);
    await Promise.all(telling);
    for (const { id, eventCount } of await log.list({ limit: 50 }))
      expect(await log.texts(id, { from: 0, limit: 9 })).toHaveLength(eventCount);
  });
});

describe('a proof', () => {
  it.each<[string, (proof: Forgotten) => Forgotten, string]>([
    ['says another time', (it) => ({ ...it, atMs: it.atMs + 1 }), 'signature'],
    ['names fewer sessions', (it) => ({ ...it, sessions: [] }), 'signature'],
    ['is of another service', (it) => ({ ...it, publicKey: 'A'.repeat(43) }), 'signer'],
  ])('does not hold where it %s', async (_how, change, fault) => {
    const service = await running();
    const anna = await service.member('client');
    await fill(service, anna.id);
    const proof = await service.stores.forget(anna.id);
    expect(
      await verifyProofData(service.dataDir, change({ ...proof, sessions: [...proof.sessions] })),
    ).toContain(fault);
  });
});

describe('a backup of a clinic', () => {
  it('has the key in it only where it is asked for; without it nothing starts, and nothing is made anew', async () => {
    const service = await running();
    const anna = await service.member('client');
    await fill(service, anna.id);
    await service.stop();
    const { dataDir } = service;
    const [usual, whole] = [join(parent, 'usual.tar.gz'), join(parent, 'whole.tar.gz')];
    await makeBackup({ folder: dataDir, to: usual });
    await makeBackup({ folder: dataDir, to: whole, keyFile: join(dataDir, 'master.key') });
    const [there, elsewhere] = [join(parent, 'there'), join(parent, 'elsewhere')];
    await restoreData(usual, there);
    await restoreData(whole, elsewhere);
    await expect(running(there)).rejects.toThrow(/master\.key is missing/);
    await expect(verifyData({ dataDir: there }, () => undefined)).rejects.toThrow(/master\.key is missing/);
    writeFileSync(join(there, 'master.key'), readFileSync(join(dataDir, 'master.key')));
    for (const folder of [there, elsewhere]) {
      const { stores } = await running(folder);
      expect(await stores.sessions.texts(sessionId(1), { from: 0, limit: 9 })).toHaveLength(2);
    }
  });
});
