import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { AccessLogPage, AccessLogQuery, ClientParams } from '../contract/index.ts';
import { Failure, failureSchemas } from '../http/failures.ts';
import type { LineCursor } from './access-log.ts';
import { reachedClient, type CareOptions } from './reached-client.ts';

const DEFAULT_PAGE = 50;

/** `/clients/:client/access-log`: who looked. Looking at this is a line as well. */
export const accessLogRoute: FastifyPluginCallbackTypebox<CareOptions> = (app, { care, nameOf }, done) => {
  app.get(
    '/clients/:client/access-log',
    {
      config: { action: 'access-log.read' },
      schema: {
        summary: 'Who saw or changed my things, what, and why they might, newest first',
        params: ClientParams,
        querystring: AccessLogQuery,
        response: { ...failureSchemas(404), 200: AccessLogPage },
      },
    },
    async (request) => {
      const { limit = DEFAULT_PAGE, before } = request.query;
      const cursor = before === undefined ? undefined : readCursor(before);
      const client = reachedClient(request, request.params.client);
      const found = await care.readLines(client, { limit: limit + 1, before: cursor });
      const lines = found.slice(0, limit);
      const names = new Map(
        await Promise.all(
          [...new Set(lines.map(({ account }) => account))].map(
            async (id) => [id, await nameOf(id)] as const,
          ),
        ),
      );
      const named = lines.map((line) => {
        const name = names.get(line.account);
        return name === undefined ? line : { ...line, name };
      });
      return { lines: named, ...(found.length > limit && { next: writeCursor(lines.at(-1)!) }) };
    },
  );
  done();
};

const writeCursor = ({ atMs, id }: LineCursor) => `${atMs}~${id}`;

const readCursor = (text: string): LineCursor => {
  const [time, id] = text.split('~') as [string, string];
  const atMs = Number(time);
  if (!Number.isFinite(atMs)) throw new Failure(400, 'querystring/before is not a cursor of this list');
  return { atMs, id };
};
