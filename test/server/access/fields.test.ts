import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FIELDS, shownTo } from '../../../server/access/fields.ts';
import { withoutWords } from '../../../server/access/without-words.ts';
import { buildHttpApp } from '../../../server/http/http-app.ts';
import { musicOfOne } from '../../../server/tracks/music.ts';
import type { TrackStore } from '../../../server/tracks/track-store.ts';
import { accountId, openClinic, type Clinic } from '../../support/clinic.ts';
import { exportOfEverything } from '../../support/export-of-everything.ts';
import { event, newSession } from '../../support/session-store-contract.ts';

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>>;
}

/** The names of all fields of a reply. What is a line of the log is one field. */
const namesIn = (schema: JsonSchema): string[] => [
  ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
    FIELDS[name] === 'event' ? [name] : [name, ...namesIn(field)],
  ),
  ...(schema.items ? namesIn(schema.items) : []),
  ...(schema.anyOf ?? []).flatMap(namesIn),
  ...Object.values(schema.content ?? {}).flatMap((it) => namesIn(it.schema)),
];

let clinic: Clinic;
beforeEach(async () => {
  clinic = await openClinic({
    app: { music: musicOfOne({} as TrackStore) },
    exports: () => exportOfEverything,
  });
});
afterEach(() => clinic.close());

describe('FIELDS', () => {
  it('says of every field of every reply what it holds, and of no other', () => {
    const names = new Set(
      clinic.routes.flatMap(({ replies }) =>
        Object.values(replies).flatMap((it) => namesIn(it as JsonSchema)),
      ),
    );
    expect([...names].filter((name) => !(name in FIELDS))).toEqual([]);
    expect(Object.keys(FIELDS).filter((name) => !names.has(name))).toEqual([]);
  });
});

describe('shownTo', () => {
  const called = (id: string) => (id === 'account' ? 'p-1' : undefined);
  const reply = {
    sessions: [{ id: 's', client: 'account', reason: 'typed', fileName: 'typed', forgotten: 'x' }],
  };

  it('names people by pseudonyms to a researcher, and leaves out words and what is not declared', () => {
    expect(shownTo('researcher', reply, called)).toEqual({ sessions: [{ id: 's', client: 'p-1' }] });
  });

  it('leaves out an account that the researcher has nothing to do with', () => {
    expect(shownTo('researcher', { clinician: 'other' }, called)).toEqual({});
  });
});

describe('withoutWords', () => {
  it('keeps figures, codes and the shape, and no names and nothing that was typed', () => {
    const line = JSON.stringify({
      seq: 3,
      type: 'press',
      author: 'clinician',
      button: 'calmer',
      why: 'slept',
      sensor: 'H10',
      source: { kind: 'strap', name: 'Anna' },
      tags: ['tired', 'as she said'],
      hex: '00ff',
      rrMs: [812.5],
    });
    expect(JSON.parse(withoutWords(line))).toEqual({
      seq: 3,
      type: 'press',
      author: 'clinician',
      button: 'calmer',
      why: 'withheld',
      sensor: 'withheld',
      source: { kind: 'strap', name: 'withheld' },
      tags: ['tired', 'withheld'],
      hex: '00ff',
      rrMs: [812.5],
    });
  });

  it('is what a researcher reads of a consenting client, and not what the client reads', async () => {
    const [client, researcher] = [accountId(1), accountId(2)];
    clinic.accounts.set(client, 'client').set(researcher, 'researcher');
    const { id } = newSession();
    const path = `/sessions/${id}/events`;
    await clinic.ask({ as: client, method: 'POST', path: '/sessions', body: newSession() });
    const typed = event(0, { author: 'person', why: 'Anna was here' });
    await clinic.ask({ as: client, method: 'POST', path, body: { events: [typed] } });
    expect((await clinic.ask({ as: researcher, path })).status).toBe(404);
    await clinic.care.giveConsent(client, { purpose: 'research', version: '2026-11' });
    expect((await clinic.ask({ as: researcher, path })).json).toEqual({
      events: [{ ...typed, why: 'withheld' }],
    });
    expect((await clinic.ask({ as: client, path })).json).toEqual({ events: [typed] });
    const { sessions } = (await clinic.ask({ as: researcher, path: '/sessions' })).json as {
      readonly sessions: readonly { readonly client: string }[];
    };
    expect(sessions).toMatchObject([{ id, client: expect.stringMatching(/^p-[0-9a-f]{32}$/) as string }]);
  });
});

describe('a route that no rule covers', () => {
  const withRoute = (config: object) =>
    buildHttpApp({
      check: () => Promise.resolve(),
      isErased: () => true,
      registerRoutes: (api) => {
        api.get('/secret', config, () => ({}));
      },
    });

  it.each([
    ['no action', {}],
    ['an action that there is not', { config: { action: 'session.everything' } }],
  ])('keeps a service with %s from starting', async (_what, config) => {
    const app = withRoute(config);
    await expect(app.ready()).rejects.toThrow('GET /api/v1/secret');
    await app.close().catch(() => undefined);
  });
});
