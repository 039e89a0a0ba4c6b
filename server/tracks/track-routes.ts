import { Readable } from 'node:stream';
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import {
  Deleted,
  KeptTrack,
  MAX_TRACK_BYTES,
  TrackAbout,
  TrackList,
  TrackParams,
} from '../contract/index.ts';
import { Failure, failureSchemas } from '../http/failures.ts';
import type { TrackStore } from './track-store.ts';

type TrackPlugin = FastifyPluginCallbackTypebox<{ tracks: TrackStore }>;

/** `PUT /tracks/:id`: the only route that takes bytes, so it has a parser of its own. */
export const trackUploadRoute: TrackPlugin = (app, { tracks }, done) => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/octet-stream', (request, payload, parsed) => {
    const tooLarge = Number(request.headers['content-length']) > MAX_TRACK_BYTES;
    if (tooLarge) payload.resume();
    parsed(tooLarge ? tooMuch() : null, payload);
  });
  app.addContentTypeParser('*', (_request, payload, parsed) => {
    payload.resume();
    parsed(
      new Failure(415, 'Send the file itself, with the header "content-type: application/octet-stream".'),
    );
  });
  app.put(
    '/tracks/:id',
    {
      schema: {
        summary: 'Keep an audio file under the id that its bytes have; harmless to repeat',
        consumes: ['application/octet-stream'],
        params: TrackParams,
        response: { ...failureSchemas(413, 415, 507), 200: KeptTrack, 201: KeptTrack },
      },
    },
    async ({ params: { id }, body }, reply) => {
      if (!(body instanceof Readable)) throw new Failure(400, 'The file is missing.');
      const put = await tracks.put(id, body).catch((error: unknown) => {
        if (body.errored) throw new Failure(400, 'The file broke off.');
        throw error;
      });
      if (put === 'too-large') throw tooMuch();
      if (put === 'other-bytes') throw new Failure(400, 'These bytes are not those of this id.');
      const kept = (await tracks.list()).find((track) => track.id === id);
      if (!kept) throw noSuchTrack();
      return reply.code(put === 'created' ? 201 : 200).send(kept);
    },
  );
  done();
};

/** `/tracks`: list, describe, fetch and delete. */
export const trackRoutes: TrackPlugin = (app, { tracks }, done) => {
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
        response: { ...failureSchemas(404, 413, 415, 507), 200: KeptTrack },
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
      return reply
        .type('application/octet-stream')
        .header('content-length', file.sizeBytes)
        .header('cache-control', 'no-store')
        .send(file.bytes);
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
      return reply.send({ service: 'attune', deleted: params.id, erased: true });
    },
  );
  done();
};

const noSuchTrack = () => new Failure(404, 'There is no such track.');
const tooMuch = () => new Failure(413, `A track may have ${MAX_TRACK_BYTES / 1e6} MB at the most.`);
