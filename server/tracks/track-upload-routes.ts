import { Readable } from 'node:stream';
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import {
  KeptTrack,
  MAX_TRACK_BYTES,
  PieceHeaders,
  TrackParams,
  TrackUpload,
  WrongOffsetReply,
} from '../contract/index.ts';
import { Failure, failureSchemas } from '../http/failures.ts';
import { tracksOf, type Music } from './music.ts';

type TrackPlugin = FastifyPluginCallbackTypebox<{ music: Music }>;

/** `PUT /tracks/:id`: a file at once. */
export const trackUploadRoute: TrackPlugin = (app, { music }, done) => {
  takeBytes(app);

  app.put(
    '/tracks/:id',
    {
      config: { action: 'track.keep' },
      schema: {
        summary: 'Keep an audio file under the id that its bytes have; harmless to repeat',
        consumes: ['application/octet-stream'],
        params: TrackParams,
        response: { ...failureSchemas(408, 413, 415, 507), 200: KeptTrack, 201: KeptTrack },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const { id } = request.params;
      const tracks = await tracksOf(music, request, id);
      const put = await received(body, (bytes) => tracks.put(id, bytes));
      if (put === 'too-large') throw tooMuch();
      if (put === 'other-bytes') throw otherBytes();
      const kept = (await tracks.list()).find((track) => track.id === id);
      if (!kept) throw new Failure(404, 'There is no such track.');
      return reply.code(put === 'created' ? 201 : 200).send(kept);
    },
  );
  done();
};

/** `/tracks/:id/upload`: a file piece by piece. */
export const trackPieceRoutes: TrackPlugin = (app, { music }, done) => {
  takeBytes(app);

  app.get(
    '/tracks/:id/upload',
    {
      config: { action: 'track.read' },
      schema: {
        summary: 'How much of a track is here',
        params: TrackParams,
        response: { ...failureSchemas(), 200: TrackUpload },
      },
    },
    async (request) => {
      const { id } = request.params;
      return uploadReply(id, await (await tracksOf(music, request, id)).received(id));
    },
  );

  app.patch(
    '/tracks/:id/upload',
    {
      config: { action: 'track.keep' },
      schema: {
        summary: 'Send the next piece of a track; what comes of a piece that breaks off is kept for a day',
        consumes: ['application/octet-stream'],
        params: TrackParams,
        headers: PieceHeaders,
        response: {
          ...failureSchemas(408, 413, 415, 507),
          200: TrackUpload,
          201: TrackUpload,
          409: WrongOffsetReply,
        },
      },
    },
    async (request, reply) => {
      const { headers, body } = request;
      const { id } = request.params;
      const { 'upload-offset': offset, 'upload-length': length } = headers;
      if (length > MAX_TRACK_BYTES) throw tooMuch();
      const tracks = await tracksOf(music, request, id);
      const outcome = await received(body, (bytes) => tracks.append({ id, offset, length }, bytes));
      switch (outcome.kind) {
        case 'other-bytes':
          throw otherBytes();
        case 'wrong-offset':
          return reply.code(409).send({
            service: 'attune',
            code: 'wrong-offset',
            message: `${outcome.offset} bytes of this track are here: send on from there.`,
            offset: outcome.offset,
          });
        case 'created':
          return reply.code(201).send(uploadReply(id, { offset: outcome.offset, complete: true }));
        case 'taken':
          return reply.send(uploadReply(id, outcome));
      }
    },
  );
  done();
};

/** Bytes are taken, and nothing else. */
const takeBytes = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/octet-stream', (request, payload, parsed) => {
    const isTooLarge = Number(request.headers['content-length']) > MAX_TRACK_BYTES;
    if (isTooLarge) payload.resume();
    parsed(isTooLarge ? tooMuch() : null, payload);
  });
  app.addContentTypeParser('*', (_request, payload, parsed) => {
    payload.resume();
    parsed(
      new Failure(415, 'Send the file itself, with the header "content-type: application/octet-stream".'),
    );
  });
};

/** Works on the body's bytes. @throws Failure  (as a rejection) there are none, or they broke off */
const received = async <T>(body: unknown, work: (bytes: Readable) => Promise<T>): Promise<T> => {
  if (!(body instanceof Readable)) throw new Failure(400, 'The file is missing.');
  try {
    return await work(body);
  } catch (error) {
    if (body.errored instanceof Failure) throw body.errored;
    if (body.errored) throw new Failure(408, 'The file broke off.');
    throw error;
  }
};

const uploadReply = (
  id: string,
  { offset, complete }: { readonly offset: number; readonly complete: boolean },
): TrackUpload => ({ service: 'attune', id, offset, ...(complete && { complete }) });

const otherBytes = () => new Failure(400, 'These bytes are not those of this id.');
const tooMuch = () => new Failure(413, `A track may have ${MAX_TRACK_BYTES / 1e6} MB at the most.`);
