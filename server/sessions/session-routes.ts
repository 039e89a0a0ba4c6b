import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import {
  ConflictReply,
  Deleted,
  NewSession,
  SessionPage,
  SessionParams,
  SessionQuery,
  SessionSummary,
} from '../contract/index.ts';
import { Failure, failureSchemas } from '../http/failures.ts';
import { foundSession, wasDeleted } from './found-session.ts';
import type { SessionCursor, SessionStore } from './session-store.ts';

const DEFAULT_PAGE = 50;

type SessionPlugin = FastifyPluginCallbackTypebox<{ store: SessionStore }>;

/** `/sessions`: announce and delete. */
export const sessionRoutes: SessionPlugin = (app, { store }, done) => {
  app.post(
    '/sessions',
    {
      schema: {
        summary: 'Announce a session; harmless to repeat',
        body: NewSession,
        response: {
          ...failureSchemas(408, 410, 413, 415, 507),
          200: SessionSummary,
          201: SessionSummary,
          409: ConflictReply,
        },
      },
    },
    async ({ body }, reply) => {
      const created = await store.create(body);
      if (!created.ok) {
        if (created.fault.code === 'deleted') throw wasDeleted();
        const message = 'Another session has this id.';
        return reply.code(409).send({ service: 'attune', code: 'conflict', message });
      }
      const session = await foundSession(store, body.id);
      return reply.code(created.value === 'created' ? 201 : 200).send(session);
    },
  );

  app.delete(
    '/sessions/:id',
    {
      schema: {
        summary: 'Delete a session with everything that belongs to it; harmless to repeat',
        params: SessionParams,
        response: { ...failureSchemas(507), 200: Deleted, 202: Deleted },
      },
    },
    async ({ params }, reply) => {
      await store.delete(params.id);
      const erased = store.isErased();
      return reply.code(erased ? 200 : 202).send({ service: 'attune', deleted: params.id, erased });
    },
  );
  done();
};

/** `/sessions`: list and look at. */
export const sessionViewRoutes: SessionPlugin = (app, { store }, done) => {
  app.get(
    '/sessions',
    {
      schema: {
        summary: 'Sessions, newest first',
        querystring: SessionQuery,
        response: { ...failureSchemas(), 200: SessionPage },
      },
    },
    async ({ query }) => {
      const limit = query.limit ?? DEFAULT_PAGE;
      const before = query.before === undefined ? undefined : readCursor(query.before);
      const sessions = [...(await store.list({ limit: limit + 1, ...(before && { before }) }))];
      const more = sessions.length > limit;
      sessions.splice(limit);
      return { sessions, ...(more && { next: writeCursor(sessions.at(-1)!) }) };
    },
  );

  app.get(
    '/sessions/:id',
    {
      schema: {
        summary: 'One session',
        params: SessionParams,
        response: { ...failureSchemas(404), 200: SessionSummary },
      },
    },
    ({ params }) => foundSession(store, params.id),
  );
  done();
};

const writeCursor = ({ startedAtMs, id }: SessionCursor) => `${startedAtMs}~${id}`;

const readCursor = (text: string): SessionCursor => {
  const [time, id] = text.split('~') as [string, string];
  const startedAtMs = Number(time);
  if (!Number.isFinite(startedAtMs))
    throw new Failure(400, 'querystring/before is not a cursor of this list');
  return { startedAtMs, id };
};
