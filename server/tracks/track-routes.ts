import type { Readable } from 'node:stream';
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { Deleted, KeptTrack, TrackAbout, TrackList, TrackParams } from '../contract/index.ts';
import { Failure, failureSchemas } from '../http/failures.ts';
import type { TrackStore } from './track-store.ts';

/** `/tracks`: list, describe, fetch and delete. */
export const trackRoutes: FastifyPluginCallbackTypebox<{ tracks: TrackStore }> = (app, { tracks }, done) => {
  app.get(
    '/tracks',
    { schema: { summary: 'The music that is kept', response: { ...failureSchemas(), 200: TrackList } } },
    async () => ({ tracks: await tracks.list() }),
  );

  app.put(
    '/tracks/:id/about',
    {
      schema: {
        summary: 'Say what the person said of a track; harmless to repeat',
        params: TrackParams,
        body: TrackAbout,
        response: { ...failureSchemas(404, 408, 413, 415, 507), 200: KeptTrack },
      },
    },
    async ({ params, body }) => {
      const kept = await tracks.describe(params.id, body);
      if (!kept) throw noSuchTrack();
      return kept;
    },
  );

  app.get(
    '/tracks/:id',
    {
      schema: {
        summary: 'The file, as it was sent',
        params: TrackParams,
        response: {
          ...failureSchemas(404),
          200: { content: { 'application/octet-stream': { schema: Type.Unsafe<Readable>(Type.String()) } } },
        },
      },
    },
    async ({ params }, reply) => {
      const file = await tracks.read(params.id);
      if (!file) throw noSuchTrack();
      return reply.type('application/octet-stream').header('content-length', file.sizeBytes).send(file.bytes);
    },
  );

  app.delete(
    '/tracks/:id',
    {
      schema: {
        summary: 'Delete a file and all that is known of it; harmless to repeat',
        params: TrackParams,
        response: { ...failureSchemas(507), 200: Deleted, 202: Deleted },
      },
    },
    async ({ params }, reply) => {
      await tracks.delete(params.id);
      const erased = tracks.isErased();
      return reply.code(erased ? 200 : 202).send({ service: 'attune', deleted: params.id, erased });
    },
  );
  done();
};

const noSuchTrack = () => new Failure(404, 'There is no such track.');
