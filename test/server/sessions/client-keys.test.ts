import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { clientKeys } from '../../../server/keys/client-keys.ts';
import { openSqlite } from '../../../server/database/dialects/sqlite.ts';
import { openOnce } from '../../../server/database/reopening.ts';
import { sqlCommandStore } from '../../../server/rooms/command-store.ts';
import { SCHEMA, type Tables } from '../../../server/schema.ts';
import { sessionsFileIn } from '../../../server/data-folder.ts';
import { temporaryFolder } from '../../support/command-line.ts';
import { newSession, sessionId } from '../../support/session-store-contract.ts';
import { clinicFolder, filesWith, note, tell, type ClinicFolder, type FolderPorts } from './clinic-folder.ts';

const parent = temporaryFolder();
const ANNA = 'aaaaaaaa-0000-4000-8000-000000000001';
const BERT = 'aaaaaaaa-0000-4000-8000-000000000002';
const WORDS = ['the zebrafinch sang', 'quokka, at night', 'a third one'];

const opened: ClinicFolder[] = [];
afterEach(() => Promise.all(opened.splice(0).map(({ open }) => open.close())));
const newFolder = () => mkdtempSync(join(parent, 'keys-'));
const opening = async (folder: string, ports: FolderPorts = { keyFile: join(folder, 'master.key') }) => {
  const it = await clinicFolder(folder, ports);
  opened.push(it);
  return it;
};

const rows = ({ open }: ClinicFolder) =>
  open.db.selectFrom('session_event').selectAll().orderBy('seq').execute();

describe('the sessions of a client', () => {
  it('are in no file in plain, not as they come and not packed, and come back to the byte', async () => {
    const folder = newFolder();
    const clinic = await opening(folder);
    const texts = await tell(clinic.of(ANNA), 1, WORDS);
    const canaries = ['zebrafinch', 'quokka'];
    expect(filesWith(folder, canaries)).toEqual([]);
    expect(await clinic.texts(1)).toEqual(texts);
    expect(await clinic.faults()).toEqual([]);
    expect(await clinic.pack()).toBe(1);
    expect(filesWith(folder, canaries)).toEqual([]);
    expect(await clinic.texts(1)).toEqual(texts);
    expect(await clinic.faults()).toEqual([]);
  });

  it('leave no hash of an event beside it, by which its words could be guessed', async () => {
    const clinic = await opening(newFolder());
    await tell(clinic.of(ANNA), 1, WORDS);
    for (const { link } of await rows(clinic)) expect(link).toBeNull();
  });

  it('of a personal service are as they were: plain, without a key', async () => {
    const folder = newFolder();
    const clinic = await opening(folder);
    await tell(clinic.store, 1, WORDS);
    expect(filesWith(folder, ['zebrafinch'])).not.toEqual([]);
    expect(() => statSync(join(folder, 'master.key'))).toThrow('ENOENT');
  });

  it('that were plain are read on, and encrypted where they go on and when they are packed', async () => {
    const folder = newFolder();
    const before = await opening(folder, {});
    const texts = await tell(before.of(ANNA), 1, WORDS);
    const clinic = await opening(folder, { database: before.open, keyFile: join(folder, 'master.key') });
    await clinic.store.append(sessionId(1), [note(3, 'okapi')]);
    expect(await clinic.texts(1)).toEqual([...texts, note(3, 'okapi').text]);
    await clinic.pack();
    clinic.open.erase();
    expect(filesWith(folder, ['zebrafinch', 'okapi'])).toEqual([]);
    expect(await clinic.texts(1)).toEqual([...texts, note(3, 'okapi').text]);
    expect(await clinic.faults()).toEqual([]);
  });

  it('do not change places: a row is that event of that session alone', async () => {
    const clinic = await opening(newFolder());
    await tell(clinic.of(ANNA), 1, WORDS);
    await tell(clinic.of(ANNA), 2, WORDS);
    const set = (text: string, session: number, seq: number) =>
      clinic.open.db
        .updateTable('session_event')
        .set({ text })
        .where('session_id', '=', sessionId(session))
        .where('seq', '=', seq)
        .execute();
    const [first, second, third] = (await rows(clinic)).filter((it) => it.session_id === sessionId(1));
    await set(second!.text, 1, 2);
    await set(first!.text, 2, 0);
    expect(await clinic.faults()).toEqual([
      { session: sessionId(1), seq: 2, what: 'event' },
      { session: sessionId(2), seq: 0, what: 'event' },
    ]);
    await expect(clinic.texts(2)).rejects.toMatchObject({ code: 'corrupt' });
    await set(third!.text, 1, 2);
    expect(await clinic.texts(1)).toHaveLength(3);
  });

  it('have a key for each client, which is good for no other', async () => {
    const clinic = await opening(newFolder());
    await tell(clinic.of(ANNA), 1, WORDS);
    await tell(clinic.of(BERT), 2, WORDS);
    const { db } = clinic.open;
    const keys = await db.selectFrom('client_key').selectAll().execute();
    expect(keys.map((it) => it.client_id).sort()).toEqual([ANNA, BERT]);
    expect(new Set(keys.map((it) => it.wrapped)).size).toBe(2);
    const berts = keys.find((it) => it.client_id === BERT)!;
    await db.updateTable('session').set({ key_id: berts.id }).where('id', '=', sessionId(1)).execute();
    expect(await clinic.faults()).toEqual([{ session: sessionId(1), seq: 0, what: 'event' }]);
    await db
      .updateTable('client_key')
      .set({ wrapped: keys.find((it) => it !== berts)!.wrapped } as never)
      .where('id', '=', berts.id)
      .execute();
    expect(await clinic.faults()).toEqual([
      { session: sessionId(1), what: 'key' },
      { session: sessionId(2), what: 'key' },
    ]);
  });

  it('hide what a clinician asks of them, too', async () => {
    const folder = newFolder();
    const clinic = await opening(folder);
    await clinic.of(ANNA).create(newSession(1));
    const commands = sqlCommandStore(openOnce(clinic.open), clinic.keys);
    const command = { type: 'pause', why: 'she looks like a zebrafinch' };
    await commands.keep({ session: sessionId(1), whose: [ANNA] }, { id: 'one', by: BERT, atMs: 5, command });
    expect(filesWith(folder, ['zebrafinch'])).toEqual([]);
    expect(await commands.from({ session: sessionId(1), whose: [ANNA] }, 0)).toEqual([
      { number: 0, id: 'one', by: BERT, atMs: 5, command },
    ]);
  });
});

describe('the master key', () => {
  it('is a file that only its owner reads', async () => {
    const folder = newFolder();
    await tell((await opening(folder)).of(ANNA), 1, WORDS);
    expect(statSync(join(folder, 'master.key')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'master.key'), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
  });

  it.each([
    ['is missing', (file: string) => rmSync(file), /is missing.*ATTUNE_KEY_FILE/],
    ['is another one', (file: string) => writeFileSync(file, 'ab'.repeat(32)), /is not the one/],
    ['is spoiled', (file: string) => writeFileSync(file, 'no key'), /cannot be read/],
  ])('refuses to begin where it %s, and makes no new one', async (_how, spoil, says) => {
    const folder = newFolder();
    const keyFile = join(folder, 'master.key');
    const clinic = await opening(folder);
    await tell(clinic.of(ANNA), 1, WORDS);
    const right = readFileSync(keyFile, 'utf8');
    spoil(keyFile);
    const again = clientKeys({ file: keyFile, encrypts: true });
    await expect(again.check(clinic.open.db)).rejects.toThrow(says);
    writeFileSync(keyFile, right);
    await again.check(clinic.open.db);
  });

  it('is one for all services on a database: who comes second with another is refused', async () => {
    const folder = newFolder();
    const first = await opening(folder);
    writeFileSync(join(folder, 'other.key'), 'cd'.repeat(32));
    const second = await opening(folder, { database: first.open, keyFile: join(folder, 'other.key') });
    await tell(first.of(ANNA), 1, WORDS);
    await expect(tell(second.of(BERT), 2, WORDS)).rejects.toThrow(/is not the one/);
    expect(await first.store.find(sessionId(2))).toMatchObject({ eventCount: 0 });
    await expect(second.keys.check(first.open.db)).rejects.toThrow(/is not the one/);
  });
});

describe('a session whose key is gone', () => {
  it('is gone for good: the database alone says nothing of it', async () => {
    const folder = newFolder();
    const clinic = await opening(folder);
    await tell(clinic.of(ANNA), 1, WORDS);
    const copy = join(newFolder(), 'copy.sqlite');
    clinic.open.erase();
    writeFileSync(copy, readFileSync(sessionsFileIn(folder)));
    const stolen = await openSqlite<Tables>(copy, SCHEMA);
    const thief = await opening(newFolder(), { database: stolen, keyFile: join(folder, 'guess.key') });
    await expect(thief.texts(1)).rejects.toThrow(/is missing/);
  });
});
