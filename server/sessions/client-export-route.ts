import { Readable } from 'node:stream';
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { ClientParams } from '../contract/index.ts';
import { Failure, failureSchemas } from '../http/failures.ts';
import { clientExport, type ClientExportPorts } from './client-export.ts';
import { zipped } from './zipped.ts';

export interface ClientExportOptions extends ClientExportPorts {
  /** Epoch ms. */
  readonly now?: () => number;
}

export const noSuchClient = () => new Failure(404, 'There is no such client, or nothing of theirs for you.');

/** `/clients/:client/export`: everything of a person, for use elsewhere, with the consent that allows it. */
export const clientExportRoute: FastifyPluginCallbackTypebox<ClientExportOptions> = (
  app,
  { now = Date.now, ...ports },
  done,
) => {
  app.get(
    '/clients/:client/export',
    {
      config: { action: 'client.export' },
      schema: {
        summary: "A client's sessions for use elsewhere (zip), with the consent that allows it and a notice",
        params: ClientParams,
        response: {
          ...failureSchemas(404),
          200: { content: { 'application/zip': { schema: Type.Unsafe<Readable>(Type.String()) } } },
        },
      },
    },
    async (request, reply) => {
      const found = await clientExport(ports, request, request.params.client);
      if (!found) throw noSuchClient();
      const nowMs = now();
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="export-${found.called}.zip"`)
        .send(Readable.from(zipped(found.entries(nowMs), nowMs), { objectMode: false }));
    },
  );
  done();
};
