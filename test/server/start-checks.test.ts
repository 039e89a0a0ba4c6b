import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  effectiveSettings,
  examine,
  makeBackup,
  serve,
  sessionsFileIn,
  startChecks,
  type Check,
  type Served,
} from '../../server/index.ts';
import { clockCheck, nodeCheck } from '../../server/operation/machine-checks.ts';
import { writeCertificate } from '../support/certificate.ts';

let folder: string;
let dataDir: string;
const running: Served[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-checks-'));
  dataDir = join(folder, 'data');
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((it) => it.close()));
  rmSync(folder, { recursive: true, force: true });
});

const start = async (more: Partial<Parameters<typeof serve>[0]> = {}) => {
  const served = await serve({ dataDir, port: 0, signals: false, ...more });
  running.push(served);
  return new URL(served.url).port;
};
const effective = (env: Record<string, string> = {}) =>
  effectiveSettings({
    env: { ATTUNE_DATA_DIR: dataDir, ATTUNE_PORT: '0', ...env },
    platform: 'linux',
    home: folder,
  });
const wrongIn = (checks: readonly Check[]) => checks.filter(({ state }) => state === 'wrong');
const named = (checks: readonly Check[], name: string) => checks.filter((it) => it.name === name);

describe('startChecks', () => {
  it('finds nothing wrong with a fresh machine, and makes nothing on it', async () => {
    const checks = await startChecks(effective());
    expect(wrongIn(checks)).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
    for (const { says } of checks) expect(says).toMatch(/^[^\n]+\.$|attune serve/);
  });

  it('finds nothing wrong with a folder that was used', async () => {
    await start();
    await running.pop()!.close();
    const files = () => readdirSync(dataDir).filter((name) => !/-(wal|shm)$/.test(name));
    const before = files();
    expect(wrongIn(await startChecks(effective()))).toEqual([]);
    expect(files()).toEqual(before);
  });

  it('says what keeps it from starting, all of it', async () => {
    await start();
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    const { certFile, keyFile } = await writeCertificate(folder, { fromDays: -9, untilDays: -1 });
    const checks = await startChecks(
      effective({ ATTUNE_PORT: String(port), ATTUNE_TLS_CERT: certFile, ATTUNE_TLS_KEY: keyFile }),
    );
    expect(wrongIn(checks).map(({ name }) => name)).toEqual(['certificate', 'lock', 'port']);
    other.close();
  });

  it('has a line for each wrong setting', async () => {
    const checks = await startChecks(effective({ ATTUNE_MODE: 'x', ATTUNE_DRAIN_SECONDS: 'y' }));
    expect(named(checks, 'settings').map(({ says }) => says)).toEqual([
      expect.stringMatching(/^ATTUNE_MODE must be/),
      expect.stringMatching(/^ATTUNE_DRAIN_SECONDS must be/),
    ]);
  });

  it.each<[string, () => void, RegExp]>([
    [
      'is a letter',
      () => writeFileSync(sessionsFileIn(dataDir), 'dear '.repeat(500)),
      /cannot be used .*backup/,
    ],
    [
      'is of a newer version',
      () => {
        const database = new SqliteDatabase(sessionsFileIn(dataDir));
        database.exec(
          "create table kysely_migration (name text); insert into kysely_migration values ('9999-x')",
        );
        database.close();
      },
      /newer version of Attune\. Update Attune/,
    ],
  ])('says where the log %s', async (_what, make, says) => {
    mkdirSync(dataDir);
    make();
    expect(wrongIn(await startChecks(effective()))).toEqual([
      { name: 'database', state: 'wrong', says: expect.stringMatching(says) as string },
    ]);
  });

  it('speaks of a certificate before it ends', async () => {
    const { certFile, keyFile } = await writeCertificate(folder, { untilDays: 5 });
    const checks = await startChecks(effective({ ATTUNE_TLS_CERT: certFile, ATTUNE_TLS_KEY: keyFile }));
    expect(named(checks, 'certificate')).toMatchObject([
      { state: 'mind', says: expect.stringMatching(/renew/) as string },
    ]);
  });
});

describe('clockCheck', () => {
  it('tells a clock that was set back, by what is stored already', () => {
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'sessions.sqlite'), '');
    const writtenS = Date.UTC(2026, 5, 1) / 1000;
    utimesSync(join(dataDir, 'sessions.sqlite'), writtenS, writtenS);
    expect(clockCheck(dataDir, Date.UTC(2026, 5, 1, 0, 1)).state).toBe('right');
    expect(clockCheck(dataDir, Date.UTC(2026, 4, 31))).toMatchObject({
      state: 'wrong',
      says: expect.stringContaining('it was set back') as string,
    });
    expect(clockCheck(join(folder, 'none'), Date.UTC(1970, 0, 1)).state).toBe('wrong');
  });
});

describe('nodeCheck', () => {
  it.each([
    ['v20.19.0', 'right'],
    ['v20.18.3', 'wrong'],
    ['v18.20.0', 'wrong'],
    ['v22.1.0', 'right'],
  ])('finds %s %s', (version, state) => {
    expect(nodeCheck(version).state).toBe(state);
  });
});

describe('examine', () => {
  it('finds a service that does well, and its last backup', async () => {
    const port = await start({ mode: 'clinic' });
    const before = await examine(effective({ ATTUNE_PORT: port }));
    expect(wrongIn(before)).toEqual([]);
    expect(named(before, 'service')[0]!.says).toContain('clinic mode');
    expect(named(before, 'backup')[0]!.state).toBe('mind');
    await makeBackup({ folder: dataDir, to: join(folder, 'b.tar.gz') });
    const after = await examine(effective({ ATTUNE_PORT: port }));
    expect(after.filter(({ state }) => state !== 'right')).toEqual([]);
  });

  it('finds it over TLS, whatever the name in its certificate', async () => {
    const { certFile, keyFile } = await writeCertificate(folder);
    const port = await start({ tls: { certFile, keyFile } });
    const settings = effective({ ATTUNE_PORT: port, ATTUNE_TLS_CERT: certFile, ATTUNE_TLS_KEY: keyFile });
    expect(wrongIn(await examine(settings))).toEqual([]);
  });

  it('says where nothing answers, or something else does', async () => {
    const other = createServer((socket) =>
      socket.resume().end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}'),
    );
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const port = String((other.address() as AddressInfo).port);
    expect(wrongIn(await examine(effective({ ATTUNE_PORT: port })))[0]!.says).toMatch(/is not Attune/);
    await new Promise((done) => other.close(done));
    expect(wrongIn(await examine(effective({ ATTUNE_PORT: port })))[0]!.says).toMatch(
      /Nothing answers .*attune serve/,
    );
  });
});
