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
import { foundSession, sessionsOf, wasDeleted } from './found-session.ts';
import type { SessionCursor, SessionStore } from './session-store.ts';

const DEFAULT_PAGE = 50;

type SessionPlugin = FastifyPluginCallbackTypebox<{ store: SessionStore }>;

/** `/sessions`: announce and delete. */
export const sessionRoutes: SessionPlugin = (app, { store }, done) => {
  app.post(
    '/sessions',
    {
      config: { action: 'session.create' },
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
    async (request, reply) => {
      const sessions = sessionsOf(store, request);
      const { body } = request;
      const created = await sessions.create(body);
      if (!created.ok) {
        if (created.fault.code === 'deleted') throw wasDeleted();
        const message = 'Another session has this id.';
        return reply.code(409).send({ service: 'attune', code: 'conflict', message });
      }
      const session = await foundSession(sessions, body.id);
      return reply.code(created.value === 'created' ? 201 : 200).send(session);
    },
  );

  app.delete(
    '/sessions/:id',
    {
      config: { action: 'session.delete' },
      schema: {
        summary: 'Delete a session with everything that belongs to it; harmless to repeat',
        params: SessionParams,
        response: { ...failureSchemas(507), 200: Deleted, 202: Deleted },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      // Somebody else's is as one that never was.
      await sessionsOf(store, request).delete(id);
      const erased = store.isErased();
      return reply.code(erased ? 200 : 202).send({ service: 'attune', deleted: id, erased });
    },
  );
  done();
};

/** `/sessions`: list and look at. */
export const sessionViewRoutes: SessionPlugin = (app, { store }, done) => {
  app.get(
    '/sessions',
    {
      config: { action: 'session.list' },
      schema: {
        summary: 'Sessions, newest first',
        querystring: SessionQuery,
        response: { ...failureSchemas(), 200: SessionPage },
      },
    },
    async (request) => {
      const { limit = DEFAULT_PAGE, before } = request.query;
      const cursor = before === undefined ? undefined : readCursor(before);
      const { sessions, hasMore } = await sessionsOf(store, request).page(limit, cursor);
      return { sessions, ...(hasMore && { next: writeCursor(sessions.at(-1)!) }) };
    },
  );

  app.get(
    '/sessions/:id',
    {
      config: { action: 'session.read' },
      schema: {
        summary: 'One session',
        params: SessionParams,
        response: { ...failureSchemas(404), 200: SessionSummary },
      },
    },
    (request) => foundSession(sessionsOf(store, request), request.params.id),
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
