import { Readable } from 'node:stream';
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { SessionParams } from '../contract/index.ts';
import { failureSchemas } from '../http/failures.ts';
import { foundSession, sessionsOf, type Sessions } from './found-session.ts';
import type { SessionStore } from './session-store.ts';

/** Events held in memory at a time. */
const EXPORT_PAGE = 200;

/** `/sessions/:id/export`: the log as a file, streamed, each line exactly the event's stored text. */
export const exportRoute: FastifyPluginCallbackTypebox<{ store: SessionStore }> = (app, { store }, done) => {
  app.get(
    '/sessions/:id/export',
    {
      config: { action: 'session.export' },
      schema: {
        summary: 'The whole log, one event a line (NDJSON)',
        params: SessionParams,
        response: {
          ...failureSchemas(404),
          200: { content: { 'application/x-ndjson': { schema: Type.Unsafe<Readable>(Type.String()) } } },
        },
      },
    },
    async (request, reply) => {
      const { params } = request;
      const sessions = sessionsOf(store, request);
      const { eventCount } = await foundSession(sessions, params.id);
      return reply
        .type('application/x-ndjson; charset=utf-8')
        .header('content-disposition', `attachment; filename="session-${params.id}.ndjson"`)
        .send(Readable.from(logLines(sessions, params.id, eventCount), { objectMode: false }));
    },
  );
  done();
};

/**
 * The log as it was when asked for. If it is deleted meanwhile, the stream breaks off,
 * so that nobody takes a part for the whole.
 */
export async function* logLines(
  sessions: Pick<Sessions, 'texts'>,
  id: string,
  end: number,
): AsyncGenerator<string> {
  for (let from = 0; from < end;) {
    const texts = await sessions.texts(id, { from, limit: Math.min(EXPORT_PAGE, end - from) });
    if (texts.length === 0) throw new Error('session deleted during its export');
    yield texts.map((text) => `${text}\n`).join('');
    from += texts.length;
  }
}
