import type { Readable } from 'node:stream';
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { Deleted, KeptTrack, TrackAbout, TrackList, TrackParams } from '../contract/index.ts';
import { Failure, failureSchemas } from '../http/failures.ts';
import { tracksOf, type Music } from './music.ts';

type TrackPlugin = FastifyPluginCallbackTypebox<{ music: Music }>;

/** `/tracks`: list and fetch. */
export const trackViewRoutes: TrackPlugin = (app, { music }, done) => {
  app.get(
    '/tracks',
    {
      config: { action: 'track.list' },
      schema: { summary: 'The music that is kept', response: { ...failureSchemas(), 200: TrackList } },
    },
    async (request) => ({ tracks: await (await tracksOf(music, request)).list() }),
  );

  app.get(
    '/tracks/:id',
    {
      config: { action: 'track.read' },
      schema: {
        summary: 'The file, as it was sent',
        params: TrackParams,
        response: {
          ...failureSchemas(404),
          200: { content: { 'application/octet-stream': { schema: Type.Unsafe<Readable>(Type.String()) } } },
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const file = await (await tracksOf(music, request, id)).read(id);
      if (!file) throw noSuchTrack();
      return reply.type('application/octet-stream').header('content-length', file.sizeBytes).send(file.bytes);
    },
  );

  done();
};

/** `/tracks/:id`: describe and delete. */
export const trackRoutes: TrackPlugin = (app, { music }, done) => {
  app.put(
    '/tracks/:id/about',
    {
      config: { action: 'track.keep' },
      schema: {
        summary: 'Say what the person said of a track; harmless to repeat',
        params: TrackParams,
        body: TrackAbout,
        response: { ...failureSchemas(404, 408, 413, 415, 507), 200: KeptTrack },
      },
    },
    async (request) => {
      const { id } = request.params;
      const kept = await (await tracksOf(music, request, id)).describe(id, request.body);
      if (!kept) throw noSuchTrack();
      return kept;
    },
  );

  app.delete(
    '/tracks/:id',
    {
      config: { action: 'track.delete' },
      schema: {
        summary: 'Delete a file and all that is known of it; harmless to repeat',
        params: TrackParams,
        response: { ...failureSchemas(507), 200: Deleted, 202: Deleted },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const tracks = await tracksOf(music, request, id);
      await tracks.delete(id);
      const erased = tracks.isErased();
      return reply.code(erased ? 200 : 202).send({ service: 'attune', deleted: id, erased });
    },
  );
  done();
};

const noSuchTrack = () => new Failure(404, 'There is no such track.');
