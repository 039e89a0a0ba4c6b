import { HOUSEKEEPING } from '../../../server/database/open-database.ts';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openPostgres } from '../../../server/database/dialects/postgres.ts';
import { openOnce } from '../../../server/database/reopening.ts';
import { SCHEMA, type Tables } from '../../../server/schema.ts';
import { packing } from '../../../server/sessions/packing/packing.ts';
import { packSession } from '../../../server/sessions/packing/pack-session.ts';
import { logEntry } from '../../../server/sessions/session-store.ts';
import { temporaryFolder } from '../../support/command-line.ts';
import { newPostgresDatabase } from '../../support/postgres-database.ts';
import { event, newSession, sessionId } from '../../support/session-store-contract.ts';
import { clinicFolder, note, tell, type ClinicFolder, type FolderPorts } from './clinic-folder.ts';

const parent = temporaryFolder();
const newFolder = () => mkdtempSync(join(parent, 'packing-'));
const ANNA = 'aaaaaaaa-0000-4000-8000-000000000001';

const opened: ClinicFolder[] = [];
afterEach(() => Promise.all(opened.splice(0).map(({ open }) => open.close())));
const opening = async (folder = newFolder(), ports: FolderPorts = {}) => {
  const it = await clinicFolder(folder, ports);
  opened.push(it);
  return it;
};
const clinic = async () => {
  const folder = newFolder();
  return opening(folder, { keyFile: join(folder, 'master.key') });
};
const overPostgres = async () => {
  const folder = newFolder();
  const database = await openPostgres<Tables>(await newPostgresDatabase(), SCHEMA);
  return opening(folder, { database, keyFile: join(folder, 'master.key') });
};

const count = async ({ open }: ClinicFolder, table: 'session_event' | 'session_chunk'): Promise<number> => {
  const counted = await open.within(HOUSEKEEPING, (trx) =>
    trx
      .selectFrom(table)
      .select((it) => it.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow(),
  );
  return counted.n;
};

const WORDS = Array.from({ length: 1500 }, (_, i) => `${i} ä😀 "quoted" \\ \n and \u0000 ${'w'.repeat(150)}`);

describe.each([
  ['plain', opening],
  ['encrypted', clinic],
  ['encrypted on PostgreSQL', overPostgres],
] as const)('packing, %s', (_name, make) => {
  it('leaves the log as it was, to the byte, wherever one reads', async () => {
    const it_ = await make();
    const texts = await tell(it_.of(ANNA), 1, WORDS);
    expect(await it_.pack()).toBeGreaterThan(1);
    expect([await count(it_, 'session_event'), await count(it_, 'session_chunk')]).toEqual([0, 3]);
    const more = Array.from({ length: 20 }, (_, i) => logEntry(event(1500 + i)));
    await it_.store.append(sessionId(1), more);
    const all = [...texts, ...more.map(({ text }) => text)];
    expect(await it_.texts(1)).toEqual(all);
    for (const [from, limit] of [
      [0, 1],
      [700, 900],
      [1499, 2],
      [1510, 500],
      [1520, 5],
      [3, 0],
    ] as const)
      expect(await it_.store.texts(sessionId(1), { from, limit })).toEqual(all.slice(from, from + limit));
    expect(await it_.faults()).toEqual([]);
    expect(await it_.of('somebody-else').texts(sessionId(1), { from: 0, limit: 9 })).toEqual([]);
  });

  it('lets a batch be sent again whose events are packed, and refuses another one', async () => {
    const it_ = await make();
    await tell(it_.of(ANNA), 1, WORDS.slice(0, 900));
    await it_.pack();
    const told = WORDS.slice(880, 905).map((words, i) => note(880 + i, words));
    expect(await it_.store.append(sessionId(1), told)).toEqual({ ok: true, value: { nextSeq: 905 } });
    const other = note(7, 'something else');
    expect(await it_.store.append(sessionId(1), [other])).toEqual({
      ok: false,
      fault: { code: 'conflict', seq: 7 },
    });
  });

  it('is done once by several services that pack at the same time', async () => {
    const it_ = await make();
    const texts = await tell(it_.of(ANNA), 1, WORDS);
    const pack = () => packSession({ open: it_.open, keys: it_.keys }, sessionId(1), true).catch(() => false);
    for (let round = 0; round < 4; round++) await Promise.all([pack(), pack(), pack()]);
    expect(await count(it_, 'session_chunk')).toBe(3);
    expect(await it_.texts(1)).toEqual(texts);
    expect(await it_.faults()).toEqual([]);
  });

  it('goes with the session that is deleted', async () => {
    const it_ = await make();
    await tell(it_.of(ANNA), 1, WORDS);
    await it_.pack();
    await it_.store.delete(sessionId(1));
    expect(await count(it_, 'session_chunk')).toBe(0);
    expect(await it_.faults()).toEqual([]);
  });
});

describe('packing', () => {
  it('leaves a session that goes on alone, but for what fills a chunk', async () => {
    const it_ = await opening();
    await tell(it_.store, 1, WORDS);
    await tell(it_.store, 2, WORDS.slice(0, 30));
    let nowMs = 0;
    const packs = packing({ database: openOnce(it_.open), clock: () => nowMs, notify: () => undefined });
    expect(await packs.look()).toBe(2);
    expect(await count(it_, 'session_event')).toBeGreaterThan(30);
    nowMs = 299_000;
    await it_.store.append(sessionId(1), [logEntry(event(1500))]);
    expect(await packs.look()).toBe(0);
    nowMs = 300_000;
    expect(await packs.look()).toBe(1);
    nowMs = 600_000;
    expect(await packs.look()).toBe(1);
    expect(await count(it_, 'session_event')).toBe(0);
  });

  it('takes nothing from under somebody who reads', async () => {
    const it_ = await opening();
    const texts = await tell(it_.store, 1, WORDS);
    const packed = it_.pack();
    for (let from = 0; from < 1500; from += 100)
      expect(await it_.store.texts(sessionId(1), { from, limit: 100 })).toEqual(
        texts.slice(from, from + 100),
      );
    await packed;
    expect(await it_.texts(1)).toEqual(texts);
  });

  it('leaves what was changed where verifying names it', async () => {
    const it_ = await opening();
    await tell(it_.store, 1, WORDS.slice(0, 30));
    await it_.open.db.updateTable('session_event').set({ link: 'AAAAAAAA' }).where('seq', '=', 4).execute();
    await it_.open.db.updateTable('session_event').set({ link: null }).where('seq', '=', 9).execute();
    await it_.pack();
    expect(await count(it_, 'session_event')).toBe(21);
    expect(await it_.faults()).toEqual([{ session: sessionId(1), seq: 4, what: 'event' }]);
  });

  it.each([
    ['a byte of a chunk', { data: Buffer.from('spoiled') }, 0],
    ['how many events it has', { events: 20 }, 0],
  ])('lets verifying place %s', async (_what, change, seq) => {
    for (const it_ of [await opening(), await clinic()]) {
      await tell(it_.of(ANNA), 1, WORDS.slice(0, 30));
      await it_.pack();
      await it_.open.db
        .updateTable('session_chunk')
        .set(change as never)
        .execute();
      expect(await it_.faults()).toEqual([{ session: sessionId(1), seq, what: 'event' }]);
      await expect(it_.texts(1)).rejects.toMatchObject({ code: 'corrupt' });
    }
  });

  it('finds events that are missing where a chunk was', async () => {
    const it_ = await opening();
    await tell(it_.store, 1, WORDS);
    await it_.pack();
    await it_.open.db
      .deleteFrom('session_chunk')
      .where('from_seq', '>', 0)
      .where('from_seq', '<', 1000)
      .execute();
    const [fault] = await it_.faults();
    expect(fault).toMatchObject({ session: sessionId(1), what: 'missing' });
  });

  it('gives a session that was chained by a version of before to the next seal first', async () => {
    const it_ = await opening();
    await it_.store.create(newSession(1));
    await it_.open.db
      .insertInto('session_event')
      .values({ session_id: sessionId(1), seq: 0, text: '{}' })
      .execute();
    expect(await it_.pack()).toBe(0);
  });
});
