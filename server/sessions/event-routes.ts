import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { activityFault } from '../../engine/index.ts';
import {
  Appended,
  ConflictReply,
  EventBatch,
  EventPage,
  EventQuery,
  GapReply,
  MAX_BATCH_BYTES,
  MAX_EVENT_CHARACTERS,
  SessionParams,
  type LoggedEvent,
} from '../contract/index.ts';
import { Failure, failureSchemas } from '../http/failures.ts';
import { foundSession, noSuchSession, sessionsOf, wasDeleted } from './found-session.ts';
import { refuseForeignAuthors, type GivenCommand } from './event-author.ts';
import { logEntry, type AppendFault, type LogEntry, type SessionStore } from './session-store.ts';

const DEFAULT_PAGE = 500;

/** `/sessions/:id/events`: append and read. */
export const eventRoutes: FastifyPluginCallbackTypebox<{
  readonly store: SessionStore;
  /** Absent: nobody commands a session from elsewhere. */
  readonly given?: GivenCommand;
}> = (app, { store, given }, done) => {
  app.post(
    '/sessions/:id/events',
    {
      bodyLimit: MAX_BATCH_BYTES,
      config: { action: 'session.append' },
      schema: {
        summary: 'Append events, all or none; harmless to repeat',
        params: SessionParams,
        body: EventBatch,
        response: {
          ...failureSchemas(404, 408, 410, 413, 415, 507),
          200: Appended,
          409: Type.Union([ConflictReply, GapReply]),
        },
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      const sessions = sessionsOf(store, request);
      await refuseForeignAuthors(request, sessions, { id: params.id, events: body.events, given });
      const appended = await sessions.append(params.id, body.events.map(entry));
      return appended.ok ? appended.value : reply.code(409).send(refusal(appended.fault));
    },
  );

  app.get(
    '/sessions/:id/events',
    {
      config: { action: 'session.read' },
      schema: {
        summary: 'Events in order',
        params: SessionParams,
        querystring: EventQuery,
        response: { ...failureSchemas(404), 200: EventPage },
      },
    },
    async (request, reply) => {
      const { params, query } = request;
      const { from = 0, limit = DEFAULT_PAGE } = query;
      const sessions = sessionsOf(store, request);
      const { eventCount } = await foundSession(sessions, params.id);
      const texts = await sessions.texts(params.id, { from, limit });
      const end = from + texts.length;
      const next = texts.length > 0 && end < eventCount ? `,"nextFrom":${end}` : '';
      // Already JSON: parsing and serialising it again would cost time and might change it.
      const page = `{"events":[${texts.join(',')}]${next}}` as unknown as EventPage;
      return reply.type('application/json; charset=utf-8').send(page);
    },
  );
  done();
};

const entry = (event: LoggedEvent): LogEntry => {
  let it: LogEntry;
  try {
    it = logEntry(event);
  } catch {
    throw new Failure(400, `event ${event.seq} is nested too deeply`);
  }
  if (it.text.length > MAX_EVENT_CHARACTERS) throw new Failure(413, `event ${event.seq} is too large`);
  const fault = event.type === 'activity' ? activityFault(event) : undefined;
  if (fault) throw new Failure(400, `event ${event.seq} ${fault}`);
  return it;
};

const refusal = (fault: AppendFault): ConflictReply | GapReply => {
  switch (fault.code) {
    case 'unknown-session':
      throw noSuchSession();
    case 'deleted':
      throw wasDeleted();
    case 'conflict':
      return {
        service: 'attune',
        code: 'conflict',
        message: `The log has another event ${fault.seq}.`,
        seq: fault.seq,
      };
    case 'gap':
      return {
        service: 'attune',
        code: 'gap',
        message: `The log ends before event ${fault.expectedSeq}: send it first.`,
        expectedSeq: fault.expectedSeq,
      };
  }
};
