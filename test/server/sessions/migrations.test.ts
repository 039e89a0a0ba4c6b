import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteFile, overSqlite } from '../../../server/database/dialects/sqlite.ts';
import { SCHEMA, type Tables } from '../../../server/schema.ts';
import { logEntry } from '../../../server/sessions/session-store.ts';
import { event, newSession, sessionId } from '../../support/session-store-contract.ts';
import { sealedStore } from './sealed-store.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-migration-'));
  file = join(folder, 'sessions.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A log as version 0001 left it: one session with events, one without. */
const oldLog = async (events: number) => {
  const first = SCHEMA.migrations['0001-session-log']!;
  const database = openSqliteFile(file);
  const old = await overSqlite<Tables>(database, { ...SCHEMA, migrations: { '0001-session-log': first } });
  const addSession = database.prepare(
    'insert into session (id, started_at_ms, protocol, next_seq, first_at_ms, last_at_ms) values (?, ?, ?, ?, ?, ?)',
  );
  const addEvent = database.prepare('insert into session_event values (?, ?, ?)');
  addSession.run(sessionId(1), 1000, 'calm-down', events, event(0).atMs, event(events - 1).atMs);
  addSession.run(sessionId(2), 2000, 'calm-down', 0, null, null);
  for (let seq = 0; seq < events; seq++) addEvent.run(sessionId(1), seq, JSON.stringify(event(seq)));
  await old.close();
};

describe('migration 0002-session-chain', () => {
  it('keeps what is there, and chains it where the session goes on', async () => {
    await oldLog(1203);
    const log = await sealedStore(file);
    expect(await log.faults()).toEqual([]);
    expect(await log.store.create(newSession())).toEqual({ ok: true, value: 'known' });
    expect(await log.store.append(sessionId(1), [logEntry(event(1203))])).toEqual({
      ok: true,
      value: { nextSeq: 1204 },
    });
    expect(await log.store.texts(sessionId(1), { from: 0, limit: 5000 })).toEqual(
      Array.from({ length: 1204 }, (_, seq) => JSON.stringify(event(seq))),
    );
    log.tamper(`update session_event set text = replace(text, 'hex', 'HEX') where seq = 700`);
    expect(await log.faults()).toEqual([{ session: sessionId(1), seq: 700, what: 'event' }]);
    await log.close();
  });

  it('chains the rest with the first seal', async () => {
    await oldLog(1203);
    const log = await sealedStore(file);
    await log.seal();
    expect(await log.faults()).toEqual([]);
    log.tamper(`update session_event set text = replace(text, 'hex', 'HEX') where seq = 1202`);
    expect(await log.faults()).toEqual([{ session: sessionId(1), seq: 1202, what: 'event' }]);
    await log.close();
  });
});
