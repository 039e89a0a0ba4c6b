import fc from 'fast-check';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Actor, type Role } from '../../../server/access/actor.ts';
import { decide, decideAtAll } from '../../../server/access/decide.ts';
import {
  PURPOSES,
  RELATIONS,
  type Action,
  type Purpose,
  type Relation,
} from '../../../server/access/rules.ts';
import type { Tie } from '../../../server/access/ties.ts';
import type { TrackStore } from '../../../server/tracks/track-store.ts';
import { musicOfOne } from '../../../server/tracks/music.ts';
import { accountId, openClinic, type Clinic, type Reply } from '../../support/clinic.ts';
import { exportOfEverything } from '../../support/export-of-everything.ts';
import { event, newSession, sessionId } from '../../support/session-store-contract.ts';

const CLIENT = accountId(1);
const ASKER = accountId(2);
const COLLEAGUE = accountId(3);
const PSEUDONYM = `p-${'7'.repeat(32)}`;
const SESSION = newSession(1);
const TRACK = 'own-0123456789abcdef';
const RELAY = '00000000-0000-4000-9000-000000000011';
const BEGUN_BY_ASKER = '00000000-0000-4000-9000-000000000001';
const BEGUN_BY_COLLEAGUE = '00000000-0000-4000-9000-000000000002';

/** One way to stand to the client. */
interface Cell {
  readonly role: Role;
  readonly relation: Relation;
  readonly consents: ReadonlySet<Purpose>;
}

/** How a route is asked, and how it shows that it did what it was asked. */
interface Sample {
  /** Whose things it is about: the client's, or always those of who asks. `role`: nobody's. */
  readonly about: 'client' | 'self' | 'role';
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: (client: string) => string;
  readonly body?: (cell: Cell) => object;
  readonly headers?: Readonly<Record<string, string>>;
  /** The status of a request that is let in and fails for another reason; absent: none. */
  readonly passesAs?: number;
  /** Absent: by a status below 400, or 409. */
  readonly isDone?: (reply: Reply) => boolean | Promise<boolean>;
}

let clinic: Clinic;
let tie: Tie | undefined;

const get = (path: string, about: Sample['about'] = 'client', more: Partial<Sample> = {}): Sample => ({
  about,
  method: 'GET',
  path: (client) => path.replace('CLIENT', client),
  ...more,
});
const send = (method: Sample['method'], path: string, more: Partial<Sample> = {}): Sample =>
  get(path, 'client', { method, ...more });
const shows = (what: string) => ({ isDone: ({ text }: Reply) => text.includes(what) });
const toSelf = { about: 'self' } as const;
const aboutRole = { about: 'role' } as const;
const song = { body: () => Buffer.from('a song') };

/** A sample for every route: one without fails. */
const SAMPLES: Readonly<Record<string, Sample>> = {
  'GET /health': get('/health', 'role'),
  'GET /ready': get('/ready', 'role'),
  'GET /service': get('/service', 'role'),
  // Let in, and then asked to come by a WebSocket.
  'GET /rooms/:id/play': get(`/rooms/${SESSION.id}/play`, 'client', { passesAs: 400 }),
  'GET /rooms/:id/watch': get(`/rooms/${SESSION.id}/watch`, 'client', { passesAs: 400 }),
  'GET /time': get('/time', 'role'),
  'POST /relays': send('POST', '/relays', { ...toSelf, ...shows('pairingCode') }),
  'GET /relays/:id': get(`/relays/${RELAY}`, 'client', shows('nextSeq')),
  'DELETE /relays/:id': send('DELETE', `/relays/${RELAY}`),
  // Whoever brings what proves it; neither code nor token is right here.
  'POST /relays/join': send('POST', '/relays/join', {
    ...aboutRole,
    body: () => ({ pairingCode: '000000' }),
    passesAs: 404,
  }),
  'POST /relays/:id/items': send('POST', `/relays/${RELAY}/items`, {
    ...aboutRole,
    body: () => ({ items: [] }),
    passesAs: 404,
  }),
  'POST /sessions': send('POST', '/sessions', { ...toSelf, body: () => newSession(99) }),
  'DELETE /sessions/:id': send('DELETE', `/sessions/${SESSION.id}`, {
    isDone: async () => (await clinic.store.find(SESSION.id)) === undefined,
  }),
  'GET /sessions': get('/sessions', 'client', shows(SESSION.id)),
  'GET /sessions/:id': get(`/sessions/${SESSION.id}`),
  'POST /sessions/:id/events': send('POST', `/sessions/${SESSION.id}/events`, {
    body: ({ role, relation }) => {
      const author = role === 'clinician' && relation !== 'own' ? 'clinician' : 'person';
      return { events: [event(0, { author })] };
    },
  }),
  'GET /sessions/:id/events': get(`/sessions/${SESSION.id}/events`),
  'GET /sessions/:id/export': get(`/sessions/${SESSION.id}/export`),
  'GET /clients/:client/export': get('/clients/CLIENT/export'),
  'POST /clients/:client/exports': send('POST', '/clients/CLIENT/exports'),
  'GET /clients/:client/exports/:export': get(`/clients/CLIENT/exports/${BEGUN_BY_ASKER}`),
  'GET /clients/:client/exports/:export/file': get(`/clients/CLIENT/exports/${BEGUN_BY_ASKER}/file`),
  'POST /clients/:client/forget': send('POST', '/clients/CLIENT/forget'),
  'GET /tracks': get('/tracks', 'self'),
  'GET /tracks/:id': get(`/tracks/${TRACK}`, 'self'),
  'DELETE /tracks/:id': send('DELETE', `/tracks/${TRACK}`, toSelf),
  'PUT /tracks/:id': send('PUT', `/tracks/${TRACK}`, { ...toSelf, ...song }),
  'PUT /tracks/:id/about': send('PUT', `/tracks/${TRACK}/about`, {
    ...toSelf,
    body: () => ({ fileName: 'a.mp3', addedAtMs: 1, trigger: 'clean' }),
  }),
  'GET /tracks/:id/upload': get(`/tracks/${TRACK}/upload`, 'self'),
  'PATCH /tracks/:id/upload': send('PATCH', `/tracks/${TRACK}/upload`, {
    ...toSelf,
    ...song,
    headers: { 'upload-offset': '0', 'upload-length': '6' },
  }),
  'GET /consent-texts': get('/consent-texts', 'role'),
  'GET /clients/:client/consents': get('/clients/CLIENT/consents'),
  'PUT /clients/:client/consents/:purpose': send('PUT', '/clients/me/consents/care', {
    ...toSelf,
    body: () => ({ version: '2026-11' }),
  }),
  'DELETE /clients/:client/consents/:purpose': send('DELETE', '/clients/me/consents/care', toSelf),
  'PUT /clients/:client/clinicians/:clinician': send('PUT', `/clients/CLIENT/clinicians/${COLLEAGUE}`),
  'DELETE /clients/:client/clinicians/:clinician': send('DELETE', `/clients/CLIENT/clinicians/${COLLEAGUE}`),
  'GET /clients/:client/clinicians': get('/clients/CLIENT/clinicians'),
  'GET /caseload': get('/caseload', 'role'),
  'POST /clients/:client/break-glass': send('POST', '/clients/CLIENT/break-glass', {
    body: () => ({ reason: 'found unresponsive, need the last days' }),
  }),
  'GET /break-glass': get('/break-glass', 'client', shows(BEGUN_BY_COLLEAGUE)),
  'DELETE /break-glass/:id': send('DELETE', `/break-glass/${BEGUN_BY_ASKER}`, aboutRole),
  'PUT /break-glass/:id/review': send('PUT', `/break-glass/${BEGUN_BY_COLLEAGUE}/review`),
  'GET /clients/:client/access-log': get('/clients/CLIENT/access-log'),
};

let routes: Clinic['routes'];

beforeAll(async () => {
  clinic = await openClinic({
    app: { music: musicOfOne(musicWithEverything) },
    exports: () => exportOfEverything,
    roleOf: (id) => (id === CLIENT ? 'client' : undefined),
    care: () => ({
      of: () => Promise.resolve(tie ? [tie] : []),
      consent: (_client, purpose) =>
        Promise.resolve(tie?.consents.has(purpose) ? { purpose, version: '1', givenAtMs: 0 } : undefined),
      log: () => Promise.resolve(),
    }),
  });
  routes = clinic.routes;
  clinic.accounts.set(COLLEAGUE, 'clinician').set(CLIENT, 'client');
  for (const [id, by] of [
    [BEGUN_BY_ASKER, ASKER],
    [BEGUN_BY_COLLEAGUE, COLLEAGUE],
  ] as const)
    await clinic.db
      .insertInto('break_glass')
      .values({ id, clinician_id: by, client_id: CLIENT, reason: 'r', begun_at_ms: 0, until_ms: 1 })
      .execute();
});
afterAll(() => clinic.close());

/** Every subset that can make a difference: none, all, and all but one. */
const CONSENTS: readonly ReadonlySet<Purpose>[] = [
  new Set<Purpose>(),
  new Set(PURPOSES),
  ...PURPOSES.map((missing) => new Set(PURPOSES.filter((it) => it !== missing))),
];

const bring = async ({ role, relation, consents }: Cell): Promise<string> => {
  const asker = relation === 'own' ? CLIENT : ASKER;
  clinic.accounts.set(CLIENT, 'client').set(asker, role);
  const isTie = relation !== 'own' && relation !== 'none';
  tie = isTie
    ? { client: CLIENT, relation, consents, ...(relation === 'consented' && { pseudonym: PSEUDONYM }) }
    : undefined;
  const owned = clinic.store.within({ whose: [CLIENT], owner: CLIENT });
  await clinic.store.delete(sessionId(99));
  // What the cell before has deleted may be there again.
  await clinic.db.deleteFrom('tombstone').execute();
  await owned.create(SESSION);
  await clinic.db.deleteFrom('relay').execute();
  await clinic.db
    .insertInto('relay')
    .values({
      ...{ id: RELAY, account_id: CLIENT, made_at_ms: 0, pairing_code: null },
      ...{ token_hash: null, next_seq: 0, latest: '{}' },
    })
    .execute();
  return asker;
};

const isDone = async (sample: Sample, cell: Cell): Promise<boolean> => {
  const as = await bring(cell);
  const client = cell.role === 'researcher' && cell.relation === 'consented' ? PSEUDONYM : CLIENT;
  const { method, path, body, headers } = sample;
  const reply = await clinic.ask({
    as,
    method,
    path: path(client),
    ...(body && { body: body(cell) }),
    ...(headers && { headers }),
  });
  expect(reply.status, `${method} ${path(client)}: ${reply.text}`).toBeLessThan(500);
  const hasPassed = reply.status < 400 || reply.status === 409 || reply.status === sample.passesAs;
  return hasPassed && (await (sample.isDone?.(reply) ?? true));
};

const shouldBeDone = ({ about }: Sample, action: Action, cell: Cell): boolean => {
  const actor: Actor = { kind: 'account', id: ASKER, role: cell.role };
  if (about === 'role') return decideAtAll(actor, action).allowed;
  return decide(actor, action, about === 'self' ? { ...cell, relation: 'own' } : cell).allowed;
};

const cellsOf = ({ about }: Sample): Cell[] => {
  const relations = about === 'client' ? RELATIONS : (['none'] as const);
  return ROLES.flatMap((role) =>
    relations.flatMap((relation) =>
      (about === 'client' ? CONSENTS : CONSENTS.slice(0, 1)).map((consents) => ({
        role,
        relation,
        consents,
      })),
    ),
  );
};

describe('the rules of access, at every route', () => {
  it('have a sample of each route that there is', () => {
    expect(routes.map(({ name }) => name).sort()).toEqual(Object.keys(SAMPLES).sort());
  });

  it('are kept to for every role, relation and consent', { timeout: 120_000 }, async () => {
    const wrong: string[] = [];
    let cells = 0;
    for (const { name, action } of routes) {
      const sample = SAMPLES[name]!;
      for (const cell of cellsOf(sample)) {
        cells += 1;
        const should = shouldBeDone(sample, action, cell);
        if ((await isDone(sample, cell)) === should) continue;
        const { role, relation, consents } = cell;
        wrong.push(
          `${name}: ${role}, ${relation}, ${[...consents].join('+')} should ${should ? '' : 'not '}pass`,
        );
      }
    }
    expect(wrong).toEqual([]);
    expect(cells).toBeGreaterThan(2000);
  });

  it('let nobody in who is not signed in, but where nobody has to be', async () => {
    for (const { name, action } of routes) {
      const { method, path, body, headers } = SAMPLES[name]!;
      const content = body?.({ role: 'client', relation: 'none', consents: new Set() });
      const { status, json } = await clinic.ask({
        method,
        path: path(CLIENT),
        body: content,
        headers: headers ?? {},
      });
      if (decideAtAll({ kind: 'nobody' }, action).allowed)
        expect(status, name).toBe(SAMPLES[name]!.passesAs ?? 200);
      else expect({ status, json }, name).toMatchObject({ status: 401, json: { code: 'not-signed-in' } });
    }
  });

  it('refuse by role before they look whether anything is there', async () => {
    clinic.accounts.set(ASKER, 'researcher');
    tie = undefined;
    const known = await clinic.ask({
      as: ASKER,
      method: 'PUT',
      path: `/clients/${CLIENT}/clinicians/${COLLEAGUE}`,
    });
    const unknown = await clinic.ask({
      as: ASKER,
      method: 'PUT',
      path: `/clients/${accountId(77)}/clinicians/${COLLEAGUE}`,
    });
    expect(known).toMatchObject({ status: 403, json: { code: 'not-permitted' } });
    expect(unknown).toEqual(known);
  });

  it('answer to whom a thing is not for exactly as if it were not there', async () => {
    await bring({ role: 'client', relation: 'none', consents: new Set() });
    for (const [name, sample] of Object.entries(SAMPLES)) {
      if (sample.about !== 'client' || !name.includes('/sessions/:id')) continue;
      const { method, path, body } = sample;
      const content = body?.({ role: 'client', relation: 'own', consents: new Set() });
      const ask = (id: string) =>
        clinic.ask({ as: ASKER, method, path: path(CLIENT).replace(SESSION.id, id), body: content });
      const others = await ask(SESSION.id);
      const none = await ask(sessionId(55));
      expect(others.status, name).toBe(none.status);
      expect(others.text, name).toBe(none.text.replace(sessionId(55), SESSION.id));
    }
  });
});

describe('decide', () => {
  it('lets consents only ever add', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...routes.map(({ action }) => action)),
        fc.constantFrom(...ROLES),
        fc.constantFrom(...RELATIONS),
        fc.subarray([...PURPOSES]),
        fc.subarray([...PURPOSES]),
        (action, role, relation, ...[some, more]) => {
          const actor: Actor = { kind: 'account', id: ASKER, role };
          const with_ = (it: readonly Purpose[]) =>
            decide(actor, action, { relation, consents: new Set(it) }).allowed;
          expect(with_(some) && !with_([...some, ...more])).toBe(false);
        },
      ),
    );
  });

  it('allows the person of a personal service everything', () => {
    for (const { action } of routes)
      expect(decide({ kind: 'person' }, action, { relation: 'none', consents: new Set() })).toEqual({
        allowed: true,
      });
  });
});

const musicWithEverything: TrackStore = {
  put: () => Promise.resolve('known'),
  append: () => Promise.resolve({ kind: 'created', offset: 6 }),
  received: () => Promise.resolve({ offset: 6, complete: true }),
  describe: (id, about) => Promise.resolve({ id, sizeBytes: 6, about }),
  list: () => Promise.resolve([{ id: TRACK, sizeBytes: 6 }]),
  read: () => Promise.resolve({ bytes: Readable.from(['a song']), sizeBytes: 6 }),
  delete: () => Promise.resolve(true),
  isErased: () => true,
  opening: () => 'one',
  check: () => Promise.resolve(),
  close: () => Promise.resolve(),
};
