import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PURPOSES, type Purpose } from '../../../server/access/rules.ts';
import type { BreakGlass, Caseload, ConsentTexts } from '../../../server/contract/index.ts';
import { accountId, openClinic, type Clinic } from '../../support/clinic.ts';
import { event, newSession } from '../../support/session-store-contract.ts';

const [CLIENT, CLINICIAN, COLLEAGUE, OWNER] = [accountId(1), accountId(2), accountId(3), accountId(4)];
const SESSION = newSession();
const EXPORT = `/clients/${CLIENT}/export`;
const HOUR_MS = 3_600_000;
const version = '2026-11';

let clinic: Clinic;
beforeEach(async () => {
  clinic = await openClinic();
  clinic.accounts
    .set(CLIENT, 'client')
    .set(CLINICIAN, 'clinician')
    .set(COLLEAGUE, 'clinician')
    .set(OWNER, 'owner');
  await clinic.ask({ as: CLIENT, method: 'POST', path: '/sessions', body: SESSION });
  await clinic.store.append(
    SESSION.id,
    [0, 1, 2].map((seq) => ({ ...event(seq), text: JSON.stringify(event(seq)) })),
  );
});
afterEach(() => clinic.close());

const assign = () => clinic.care.assign({ clinician: CLINICIAN, client: CLIENT }, OWNER);
const agree = (...purposes: readonly Purpose[]) =>
  Promise.all(purposes.map((purpose) => clinic.care.giveConsent(CLIENT, { purpose, version })));
const read = (as: string) => clinic.ask({ as, path: `/sessions/${SESSION.id}` });
const exported = async (as: string, path = EXPORT) => {
  const { statusCode, rawPayload } = await clinic.app.inject({
    url: `/api/v1${path}`,
    headers: { 'x-account': as },
  });
  const files = statusCode === 200 ? unzipSync(rawPayload) : {};
  return {
    status: statusCode,
    files: new Map(Object.entries(files).map(([name, it]) => [name, strFromU8(it)])),
  };
};

describe('a consent', () => {
  it('is given to the text that is read, and to no older one', async () => {
    const { texts } = (await clinic.ask({ as: CLIENT, path: '/consent-texts' })).json as ConsentTexts;
    expect(texts.map((it) => it.purpose).sort()).toEqual([...PURPOSES].sort());
    const give = (body: object) =>
      clinic.ask({ as: CLIENT, method: 'PUT', path: '/clients/me/consents/care', body });
    expect(await give({ version: '2020-01' })).toMatchObject({ status: 409, json: { code: 'conflict' } });
    const givenAtMs = clinic.clock.nowMs;
    expect((await give({ version })).json).toEqual({ consents: [{ purpose: 'care', version, givenAtMs }] });
  });

  it('that is withdrawn ends what it allowed with the next request, and stays on record', async () => {
    await assign();
    await agree('care');
    expect((await read(CLINICIAN)).status).toBe(200);
    clinic.clock.nowMs += 5;
    const withdrawn = await clinic.ask({ as: CLIENT, method: 'DELETE', path: '/clients/me/consents/care' });
    expect(withdrawn.json).toMatchObject({ consents: [{ withdrawnAtMs: clinic.clock.nowMs }] });
    expect((await read(CLINICIAN)).status).toBe(404);
  });

  it('to a newer text takes the place of the one before', async () => {
    await clinic.care.giveConsent(CLIENT, { purpose: 'care', version: '2020-01' });
    clinic.clock.nowMs += 5;
    await agree('care');
    await agree('care');
    const given = await clinic.care.consentsOf(CLIENT);
    expect(given.map((it) => [it.version, it.withdrawnAtMs !== undefined])).toEqual([
      [version, false],
      ['2020-01', true],
    ]);
  });
});

describe('an export for use elsewhere', () => {
  it('carries the logs byte for byte, the consent, and the notice', async () => {
    await assign();
    await agree('care', 'sharing');
    const { status, files } = await exported(CLINICIAN);
    expect(status).toBe(200);
    expect([...files.keys()].sort()).toEqual([`${SESSION.id}.ndjson`, 'NOTICE.txt', 'consent.json'].sort());
    expect(files.get(`${SESSION.id}.ndjson`)).toBe(
      [0, 1, 2].map((seq) => `${JSON.stringify(event(seq))}\n`).join(''),
    );
    expect(files.get('NOTICE.txt')).toContain('42 CFR part 2 prohibits unauthorized use or disclosure');
    expect(JSON.parse(files.get('consent.json')!)).toMatchObject({
      client: CLIENT,
      purpose: 'sharing',
      version,
    });
  });

  it('is impossible without a row of consent in force, whoever asks and whatever else stands', async () => {
    const roles = ['owner', 'admin', 'clinician', 'client', 'researcher'] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...roles),
        fc.boolean(),
        fc.array(fc.tuple(fc.constantFrom(...PURPOSES), fc.boolean()), { maxLength: 6 }),
        async (role, isAssigned, steps) => {
          clinic.accounts.set(COLLEAGUE, role);
          const pair = { clinician: COLLEAGUE, client: CLIENT };
          await (isAssigned ? clinic.care.assign(pair, OWNER) : clinic.care.unassign(pair, OWNER));
          for (const [purpose, isGiven] of steps) {
            clinic.clock.nowMs += 1;
            if (isGiven) await clinic.care.giveConsent(CLIENT, { purpose, version });
            else await clinic.care.withdrawConsent(CLIENT, purpose);
          }
          const inForce = await clinic.db
            .selectFrom('consent')
            .select('purpose')
            .where('client_id', '=', CLIENT)
            .where('withdrawn_at_ms', 'is', null)
            .execute();
          const row = await clinic.db.selectFrom('research_pseudonym').selectAll().executeTakeFirst();
          const asked = [EXPORT, ...(row ? [`/clients/${row.pseudonym}/export`] : [])];
          for (const path of asked) {
            const { status, files } = await exported(COLLEAGUE, path);
            if (!inForce.some(({ purpose }) => purpose === 'sharing')) expect(status).not.toBe(200);
            if (status === 200)
              expect([...files.keys()]).toEqual(expect.arrayContaining(['NOTICE.txt', 'consent.json']));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('breaks off when the consent is withdrawn while it is being made', async () => {
    await assign();
    await agree('care', 'sharing');
    const filler = Array.from({ length: 30 }, (_, i) =>
      event(3 + i, { filler: String(Math.random()).repeat(5000) }),
    );
    const batch = filler.map((it) => ({ ...it, text: JSON.stringify(it) }));
    for (let n = 2; n < 8; n += 1) {
      await clinic.store.within({ whose: [CLIENT], owner: CLIENT }).create(newSession(n));
      await clinic.store.append(
        newSession(n).id,
        batch.map((it, seq) => ({ ...it, seq })),
      );
    }
    const answer = await clinic.app.inject({
      url: `/api/v1${EXPORT}`,
      headers: { 'x-account': CLINICIAN },
      payloadAsStream: true,
    });
    await clinic.care.withdrawConsent(CLIENT, 'sharing');
    const drain = async () => {
      for await (const chunk of answer.stream()) expect(chunk).toBeDefined();
    };
    await expect(drain()).rejects.toThrow();
  });
});

describe('a break-glass', () => {
  const begin = async (as = CLINICIAN) => {
    const path = `/clients/${CLIENT}/break-glass`;
    const body = { reason: 'found unconscious, need the last days' };
    return (await clinic.ask({ as, method: 'POST', path, body })).json as BreakGlass;
  };
  const review = (as: string, id: string) =>
    clinic.ask({ as, method: 'PUT', path: `/break-glass/${id}/review` });
  const caseload = async (as: string) => (await clinic.ask({ as, path: '/caseload' })).json as Caseload;

  it('opens what is closed for three hours, and not a millisecond longer', async () => {
    expect((await read(CLINICIAN)).status).toBe(404);
    await begin();
    expect((await read(CLINICIAN)).status).toBe(200);
    clinic.clock.nowMs += 3 * HOUR_MS - 1;
    expect((await read(CLINICIAN)).status).toBe(200);
    clinic.clock.nowMs += 1;
    expect((await read(CLINICIAN)).status).toBe(404);
  });

  it('is ended by who began it, everywhere with the next request', async () => {
    const { id } = await begin();
    const end = (as: string) => clinic.ask({ as, method: 'DELETE', path: `/break-glass/${id}` });
    expect((await end(COLLEAGUE)).status).toBe(404);
    expect((await end(CLINICIAN)).status).toBe(200);
    expect((await read(CLINICIAN)).status).toBe(404);
  });

  it('needs a reason', async () => {
    for (const reason of ['', 'why not', ' '.repeat(40)]) {
      const path = `/clients/${CLIENT}/break-glass`;
      expect((await clinic.ask({ as: CLINICIAN, method: 'POST', path, body: { reason } })).status).toBe(400);
    }
  });

  it('is told to the client at once, with its reason', async () => {
    await begin();
    await read(CLINICIAN);
    const mine = await clinic.ask({ as: CLIENT, path: '/break-glass' });
    expect(mine.json).toMatchObject({
      breakGlass: [{ clinician: CLINICIAN, reason: 'found unconscious, need the last days' }],
    });
    const { json } = await clinic.ask({ as: CLIENT, path: '/clients/me/access-log' });
    expect(json).toMatchObject({
      lines: expect.arrayContaining([
        expect.objectContaining({
          account: CLINICIAN,
          relation: 'break-glass',
          reason: expect.any(String) as string,
        }),
      ]) as unknown,
    });
  });

  it('is reviewed by a second person, never by who began it', async () => {
    const { id } = await begin();
    await clinic.care.assign({ clinician: COLLEAGUE, client: CLIENT }, OWNER);
    await assign();
    expect(await review(CLINICIAN, id)).toMatchObject({ status: 403, json: { code: 'not-permitted' } });
    expect((await review(COLLEAGUE, id)).json).toMatchObject({ reviewedBy: COLLEAGUE, isOverdue: false });
    expect((await caseload(COLLEAGUE)).reviewsDue).toEqual([]);
  });

  it('stands on the caseload until then, and as overdue after 72 hours', async () => {
    const { id } = await begin();
    await clinic.care.assign({ clinician: COLLEAGUE, client: CLIENT }, OWNER);
    clinic.clock.nowMs += 72 * HOUR_MS;
    expect((await caseload(COLLEAGUE)).reviewsDue).toMatchObject([{ id, isOverdue: false }]);
    clinic.clock.nowMs += 1;
    expect((await caseload(COLLEAGUE)).reviewsDue).toMatchObject([{ id, isOverdue: true }]);
    expect((await clinic.ask({ as: OWNER, path: '/break-glass' })).json).toMatchObject({
      breakGlass: [{ id, isOverdue: true }],
    });
  });
});

describe('the access log', () => {
  it('lets nobody change or delete a line, not even the service', async () => {
    await read(CLIENT);
    await expect(clinic.db.deleteFrom('access_log').execute()).rejects.toThrow('append-only');
    await expect(sql`update access_log set role = 'client'`.execute(clinic.db)).rejects.toThrow(
      'append-only',
    );
    expect(clinic.lines).toHaveLength(1);
  });

  it('has who, what, why, from where and when, newest first, page by page; reading it is a line', async () => {
    await assign();
    await agree('care');
    for (let n = 0; n < 3; n += 1) {
      clinic.clock.nowMs += 10;
      await read(CLINICIAN);
    }
    const page = async (query: string) =>
      (await clinic.ask({ as: CLIENT, path: `/clients/me/access-log?limit=2${query}` })).json as {
        readonly lines: readonly { readonly atMs: number; readonly action: string }[];
        readonly next?: string;
      };
    const first = await page('');
    const [last] = first.lines;
    const atMs = clinic.clock.nowMs;
    const who = {
      ...{ account: CLINICIAN, name: 'The clinician', role: 'clinician' },
      ...{ action: 'session.read', relation: 'assigned' },
    };
    expect(last).toMatchObject({ ...who, subject: SESSION.id, from: '127.0.0.0/24', atMs });
    clinic.clock.nowMs += 10;
    const second = await page(`&before=${first.next!}`);
    expect(second.lines.map((it) => it.atMs)).toEqual([atMs - 20]);
    expect((await page('')).lines[0]).toMatchObject({ action: 'access-log.read', relation: 'own' });
  });

  it('keeps a reply back where its line cannot be written', async () => {
    await clinic.close();
    clinic = await openClinic({ care: () => ({ log: () => Promise.reject(new Error('the disk is gone')) }) });
    clinic.accounts.set(CLIENT, 'client');
    await clinic.ask({ as: CLIENT, method: 'POST', path: '/sessions', body: SESSION });
    for (const path of [`/sessions/${SESSION.id}`, '/sessions', `/sessions/${SESSION.id}/export`]) {
      const { status, text } = await clinic.ask({ as: CLIENT, path });
      expect(status, path).toBe(500);
      expect(text).not.toContain(SESSION.protocol);
    }
  });
});
