import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { musicOfAccounts } from '../../../server/tracks/music-of-accounts.ts';
import type { Music } from '../../../server/tracks/music.ts';
import { accountId, openClinic, type Clinic } from '../../support/clinic.ts';
import { event, newSession } from '../../support/session-store-contract.ts';

const [ANNA, BEN, CLINICIAN] = [accountId(1), accountId(2), accountId(3)];
const SESSION = newSession();
const EVENTS = `/sessions/${SESSION.id}/events`;
const SONG = Buffer.from('a song, as far as the service knows');
const TRACK = `own-${createHash('sha256').update(SONG).digest('hex').slice(0, 16)}`;

let folder: string;
let music: Music;
let clinic: Clinic;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attune-clinic-'));
  music = musicOfAccounts({ folder: join(folder, 'music'), notify: () => undefined, mostOpen: 1 });
  clinic = await openClinic({ app: { music } });
  clinic.accounts.set(ANNA, 'client').set(BEN, 'client').set(CLINICIAN, 'clinician');
});
afterEach(async () => {
  await clinic.close();
  await music.close();
  rmSync(folder, { recursive: true, force: true });
});

const announce = (as: string, body: object = SESSION) =>
  clinic.ask({ as, method: 'POST', path: '/sessions', body });
const append = (as: string, author: string, seq = 0) =>
  clinic.ask({ as, method: 'POST', path: EVENTS, body: { events: [event(seq, { author })] } });

describe("somebody else's session", () => {
  beforeEach(async () => {
    await announce(ANNA);
    await append(ANNA, 'person');
  });

  it('is in nobody else’s list', async () => {
    expect((await clinic.ask({ as: BEN, path: '/sessions' })).json).toEqual({ sessions: [] });
    expect((await clinic.ask({ as: ANNA, path: '/sessions' })).json).toMatchObject({
      sessions: [{ client: ANNA }],
    });
  });

  it('is not deleted, and whoever tries is told what one is told of none', async () => {
    const remove = (as: string, id: string) => clinic.ask({ as, method: 'DELETE', path: `/sessions/${id}` });
    const none = await remove(BEN, newSession(2).id);
    expect(await remove(BEN, SESSION.id)).toEqual({
      ...none,
      ...rewritten(none, newSession(2).id, SESSION.id),
    });
    expect((await clinic.ask({ as: ANNA, path: EVENTS })).json).toMatchObject({ events: [{ seq: 0 }] });
  });

  it('keeps its id, and the refusal says nothing of it', async () => {
    const same = await announce(BEN);
    const other = await announce(BEN, { ...SESSION, protocol: 'other' });
    expect(same).toMatchObject({ status: 409, json: { code: 'conflict' } });
    expect(other).toEqual(same);
    expect(same.text).not.toContain(ANNA);
    expect(await announce(ANNA)).toMatchObject({ status: 200 });
  });

  it('is not written to', async () => {
    expect(await append(BEN, 'person', 1)).toMatchObject({ status: 404 });
  });

  it('belongs to no account when it was there before there were any', async () => {
    await clinic.store.create(newSession(7));
    for (const as of [ANNA, CLINICIAN])
      expect(await clinic.ask({ as, path: `/sessions/${newSession(7).id}` })).toMatchObject({ status: 404 });
  });
});

describe('the author of an event', () => {
  beforeEach(async () => {
    await announce(ANNA);
    await clinic.care.assign({ clinician: CLINICIAN, client: ANNA }, CLINICIAN);
    await clinic.care.giveConsent(ANNA, { purpose: 'care', version: '2026-11' });
  });

  it.each(['person', 'device', 'engine'])(
    'may be the client’s own %s, and not a clinician’s',
    async (author) => {
      expect(await append(ANNA, author)).toMatchObject({ status: 200 });
      expect(await append(CLINICIAN, author, 1)).toMatchObject({
        status: 403,
        json: { code: 'not-permitted' },
      });
    },
  );

  it('is a clinician only where one writes who cares for the client', async () => {
    const refused = await append(ANNA, 'clinician');
    expect(refused).toMatchObject({ status: 403, json: { code: 'not-permitted' } });
    expect((refused.json as { message: string }).message).toBe(
      'event 0 says that its author is "clinician", and your account is not: nothing was taken.',
    );
    expect(await append(CLINICIAN, 'clinician')).toMatchObject({ status: 200 });
    await clinic.care.unassign({ clinician: CLINICIAN, client: ANNA }, CLINICIAN);
    expect(await append(CLINICIAN, 'clinician', 1)).toMatchObject({ status: 403 });
    expect(await clinic.store.find(SESSION.id)).toMatchObject({ eventCount: 1 });
  });
});

describe('musicOfAccounts', () => {
  const put = (as: string) => clinic.ask({ as, method: 'PUT', path: `/tracks/${TRACK}`, body: SONG });
  const tracksOf = async (as: string) =>
    ((await clinic.ask({ as, path: '/tracks' })).json as { tracks: readonly { id: string }[] }).tracks;

  it('says nothing of a file that somebody else has', async () => {
    const upload = { as: BEN, path: `/tracks/${TRACK}/upload` };
    const before = [await clinic.ask(upload), await clinic.ask({ as: BEN, path: `/tracks/${TRACK}` })];
    await put(ANNA);
    expect([await clinic.ask(upload), await clinic.ask({ as: BEN, path: `/tracks/${TRACK}` })]).toEqual(
      before,
    );
    expect(await put(BEN)).toMatchObject({ status: 201 });
  });

  it('deletes what one person has, and nobody else’s', async () => {
    await put(ANNA);
    await put(BEN);
    await clinic.ask({ as: BEN, method: 'DELETE', path: `/tracks/${TRACK}` });
    expect(await tracksOf(BEN)).toEqual([]);
    expect(await tracksOf(ANNA)).toMatchObject([{ id: TRACK }]);
    expect(await clinic.ask({ as: ANNA, path: `/tracks/${TRACK}` })).toMatchObject({ text: SONG.toString() });
  });

  it('keeps each account in a folder of its own', async () => {
    await put(ANNA);
    await put(BEN);
    expect(readdirSync(join(folder, 'music')).sort()).toEqual([ANNA, BEN]);
    await expect(music.of('../elsewhere')).rejects.toMatchObject({ name: 'StoreError' });
  });
});

const rewritten = ({ text }: { readonly text: string }, from: string, to: string) => {
  const changed = text.replace(from, to);
  return { text: changed, json: JSON.parse(changed) as unknown };
};
