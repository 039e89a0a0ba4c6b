import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyCommand } from '../../cli/commands/verify.ts';
import { logEntry, openSqliteSessionStore, serve, sessionsFileIn } from '../../server/index.ts';
import { commandHere } from '../support/command-here.ts';
import { event, newSession, sessionId } from '../support/session-store-contract.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'attune-verify-'));
  process.exitCode = undefined;
});
afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
  process.exitCode = undefined;
});

const verify = async (...args: readonly string[]) => {
  process.exitCode = undefined;
  const ran = await commandHere(verifyCommand(), '--data', dataDir, ...args);
  return { ...ran, exitCode: process.exitCode as number | undefined };
};

/** A service that ran, took a session and was closed. */
const served = async () => {
  const { url, close } = await serve({ dataDir, port: 0, signals: false });
  const send = (path: string, body: object) =>
    fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  await send('/sessions', newSession());
  await send(`/sessions/${sessionId(1)}/events`, { events: [0, 1, 2].map((seq) => event(seq)) });
  const whileItRuns = await verify();
  await close();
  return whileItRuns;
};
const tamper = (sql: string) => {
  const database = new SqliteDatabase(sessionsFileIn(dataDir));
  database.exec(sql);
  database.close();
};

describe('attune verify', () => {
  it('says that everything holds, also while Attune runs, and gives a head that it knows again', async () => {
    const running = await served();
    expect(running).toMatchObject({ code: 0, exitCode: undefined });
    expect(running.out).toContain('1 sessions with 3 events, 0 deleted, 0 seals: everything holds.');
    const { out, exitCode } = await verify();
    expect(exitCode).toBeUndefined();
    const head = /noted:\n([0-9a-f ]+)\n/.exec(out)![1]!;
    expect((await verify('--head', head)).out).toContain('The head you noted is that of seal 1.');
    const other = await verify('--head', head.replaceAll('a', 'b'));
    expect(other.exitCode).toBe(1);
    expect(other.out).toContain('No seal has the head you noted');
  });

  it('ends with 1 and names the event that was changed', async () => {
    await served();
    tamper(`update session_event set text = replace(text, 'hex', 'HEX') where seq = 1`);
    const { out, exitCode } = await verify();
    expect(exitCode).toBe(1);
    expect(out).toContain(`Session ${sessionId(1)}, event 1: it was changed.`);
    expect(JSON.parse((await verify('--json')).out)).toMatchObject({
      faults: [{ session: sessionId(1), seq: 1, what: 'event' }],
      seals: 1,
    });
  });

  it('refuses a head that is none, and a folder without a log', async () => {
    await (await openSqliteSessionStore(sessionsFileIn(dataDir))).close();
    expect(await verify('--head', 'abc')).toMatchObject({
      code: 2,
      err: expect.stringContaining('64 digits') as string,
    });
    expect(await verify('--data', join(dataDir, 'elsewhere'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is no session log') as string,
    });
  });

  it('leaves the log as it found it', async () => {
    const store = await openSqliteSessionStore(sessionsFileIn(dataDir));
    await store.create(newSession());
    await store.append(sessionId(1), [logEntry(event(0))]);
    expect((await verify()).out).toContain('everything holds');
    expect(await store.append(sessionId(1), [logEntry(event(1))])).toMatchObject({ ok: true });
    await store.close();
  });

  it('verifies the log although the key of its seals is damaged, and says so', async () => {
    await served();
    const key = join(dataDir, 'seal-key.pem');
    writeFileSync(key, 'no key');
    const { out, exitCode } = await verify();
    expect(exitCode).toBeUndefined();
    expect(out).toContain('everything holds');
    expect(out).toContain(`The key ${key}, which seals the session log, cannot be read.`);
  });
});
