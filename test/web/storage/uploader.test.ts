import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../../engine/index.ts';
import { OutboxDatabase } from '../../../web/storage/outbox-database.ts';
import type { Reply, SessionApi } from '../../../web/storage/session-api.ts';
import { deleteSteps, uploadSteps } from '../../../web/storage/uploader.ts';
import { SESSION_ID, databaseIn, marks, stored } from './outbox-under-test.ts';

/** A service that takes everything, unless it is told what to say. */
function service(says?: (events: readonly SessionEvent[]) => Reply | undefined) {
  const batches: number[] = [];
  const api: SessionApi = {
    create: () => Promise.resolve({ kind: 'taken', nextSeq: 0 }),
    append: (_session, events) => {
      batches.push(events.length);
      return Promise.resolve(says?.(events) ?? { kind: 'taken', nextSeq: events.at(-1)!.seq + 1 });
    },
    list: () => Promise.resolve({ kind: 'had', counts: new Map() }),
    as: () => api,
    store: undefined,
    remove: () => Promise.resolve({ kind: 'refused', code: 'invalid-request' }),
  };
  return { api, batches };
}

async function kept(count: number, database = databaseIn(new IDBFactory())): Promise<OutboxDatabase> {
  await database.sessions.put(stored({ known: 1 }));
  await database.add(SESSION_ID, marks(count));
  return database;
}

const line = (database: OutboxDatabase) => database.sessions.get(SESSION_ID);

describe('uploadSteps', () => {
  it('believes what the service has of events that were kept while it was at it', async () => {
    /** Keeps one more event between reading the session's line and its events. */
    class Busy extends OutboxDatabase {
      override async eventsOf(...asked: Parameters<OutboxDatabase['eventsOf']>): Promise<SessionEvent[]> {
        await this.add(SESSION_ID, marks(1, 3));
        return super.eventsOf(...asked);
      }
    }
    const database = await kept(3, new Busy('attune', { indexedDB: new IDBFactory(), IDBKeyRange }));
    expect(await uploadSteps(database, service().api)()).toEqual({ kind: 'progress' });
    expect(await line(database)).toMatchObject({ acknowledged: 4, upload: 'done' });
  });

  it('leaves what is somebody else’s, and makes what was nobody’s its owner’s as it is offered', async () => {
    const database = databaseIn(new IDBFactory());
    await database.sessions.bulkPut([
      stored({ id: 'annas', startedAtMs: 1, account: 'anna' }),
      // Offered before it was known who is signed in.
      stored({ id: 'nobodys', startedAtMs: 2, offered: true }),
    ]);
    const { api } = service();
    const offered: string[] = [];
    const noting: SessionApi = {
      ...api,
      create: (session) => (offered.push(session.id), api.create(session)),
    };
    const step = uploadSteps(database, noting, 'bert');
    while ((await step()).kind !== 'idle');
    expect(offered).toEqual(['nobodys']);
    expect(await database.sessions.get('nobodys')).toMatchObject({ account: 'bert', upload: 'done' });
    expect(await database.sessions.get('annas')).toMatchObject({
      account: 'anna',
      upload: 'pending',
      known: 0,
    });
    // Nobody is signed in, as far as is known: nothing of anybody goes.
    expect(await uploadSteps(database, noting)()).toEqual({ kind: 'idle' });
  });

  it('puts a session aside whose log is longer there than here', async () => {
    const database = await kept(3);
    const step = uploadSteps(database, service(() => ({ kind: 'taken', nextSeq: 4 })).api);
    expect(await step()).toEqual({ kind: 'moved' });
    expect(await line(database)).toMatchObject({ acknowledged: 0, upload: 'refused' });
  });

  it.each<{ reply: Reply }>([
    { reply: { kind: 'taken', nextSeq: 2 } },
    { reply: { kind: 'taken', nextSeq: -1 } },
    { reply: { kind: 'gap', expectedSeq: 0 } },
    { reply: { kind: 'gap', expectedSeq: 3 } },
  ])('takes $reply to events 0 to 2 for somebody else’s word', async ({ reply }) => {
    const database = await kept(3);
    expect(await uploadSteps(database, service(() => reply).api)()).toEqual({
      kind: 'trouble',
      why: 'interposed',
    });
    expect(await line(database)).toMatchObject({ acknowledged: 0, upload: 'pending' });
  });

  it.each<{ reply: Reply }>([
    { reply: { kind: 'too-large' } },
    { reply: { kind: 'trouble', why: 'silent', lessMayPass: true } },
  ])('sends half as many after $reply, down to what gets through, then more again', async ({ reply }) => {
    const database = await kept(900);
    const { api, batches } = service((events) => (events.length > 150 ? reply : undefined));
    const step = uploadSteps(database, api);
    for (let i = 0; i < 5; i++) await step();
    expect(batches).toEqual([500, 250, 125, 250, 125]);
  });

  it('puts a session aside of which a single event is too large', async () => {
    const database = await kept(2);
    const step = uploadSteps(database, service(() => ({ kind: 'too-large' })).api);
    expect([await step(), await step()]).toEqual([{ kind: 'setback' }, { kind: 'moved' }]);
    expect(await line(database)).toMatchObject({ acknowledged: 0, upload: 'refused' });
  });
});

describe('uploadSteps, of several sessions', () => {
  const OTHER = SESSION_ID.replace(/1$/, '2');

  async function two(): Promise<OutboxDatabase> {
    const database = await kept(2);
    await database.sessions.put(stored({ id: OTHER, startedAtMs: 2000, known: 1 }));
    await database.add(OTHER, marks(2));
    return database;
  }

  it.each<{ reply: Reply }>([
    { reply: { kind: 'trouble', why: 'away' } },
    { reply: { kind: 'trouble', why: 'failing' } },
    { reply: { kind: 'trouble', why: 'interposed', lessMayPass: true } },
  ])('lets the others by while one always meets with $reply, and does not give it up', async ({ reply }) => {
    const database = await two();
    const asked: string[] = [];
    const { api } = service();
    const step = uploadSteps(database, {
      ...api,
      append: (session, events) => {
        asked.push(session);
        return session === SESSION_ID ? Promise.resolve(reply) : api.append(session, events);
      },
    });
    for (let i = 0; i < 6; i++) await step();
    expect(asked.slice(0, 2)).toEqual([SESSION_ID, OTHER]);
    expect(asked.at(-1)).toBe(SESSION_ID);
    expect(await database.sessions.get(OTHER)).toMatchObject({ upload: 'done' });
    expect(await line(database)).toMatchObject({ upload: 'pending' });
  });
});

describe('deleteSteps', () => {
  it('lets the others by while one is always refused', async () => {
    const database = databaseIn(new IDBFactory());
    for (const id of ['a', 'b']) await database.sessions.put(stored({ id, known: 1, deleted: true }));
    const { api } = service();
    const step = deleteSteps(database, {
      ...api,
      remove: (id) =>
        Promise.resolve(id === 'a' ? { kind: 'trouble', why: 'interposed' } : { kind: 'unknown-session' }),
    });
    for (let i = 0; i < 3; i++) await step();
    expect(await database.sessions.toCollection().primaryKeys()).toEqual(['a']);
  });

  it('is asked for a session whose making known was not answered: the service may have it', async () => {
    const database = databaseIn(new IDBFactory());
    await database.sessions.put(stored());
    await database.add(SESSION_ID, marks(1));
    const away: Reply = { kind: 'trouble', why: 'silent' };
    await uploadSteps(database, { ...service().api, create: () => Promise.resolve(away) })();
    await database.remove(SESSION_ID);
    expect(await line(database)).toMatchObject({ deleted: true });
  });

  it('keeps the line of a session whose deletion is refused', async () => {
    const database = await kept(1);
    await database.remove(SESSION_ID);
    expect(await deleteSteps(database, service().api)()).toEqual({ kind: 'trouble', why: 'interposed' });
    expect(await line(database)).toMatchObject({ deleted: true });
  });
});
