import type { Readable } from 'node:stream';
import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { ClientExportJob, ClientExportParams, ClientParams } from '../contract/index.ts';
import { Failure, failureSchemas } from '../http/failures.ts';
import { clientExport, type ClientExport, type ClientExportPorts } from './client-export.ts';
import { noSuchClient } from './client-export-route.ts';

/** Whose export it is, and of whom. */
export interface ExportOf {
  /** The account that asked for it. */
  readonly by: string;
  readonly client: string;
}

/** Exports that are made beside the request. */
export interface ExportJobs {
  /** Begins one, or finds the one that was begun of the same. */
  begin(of: ExportOf, found: ClientExport): Promise<ClientExportJob>;
  /** Absent: there is none that this account asked for of this client, or no longer. */
  find(id: string, of: ExportOf): Promise<ClientExportJob | undefined>;
  /** Absent: it is not done, or its file is no longer there. */
  open(
    id: string,
    of: ExportOf,
  ): Promise<{ readonly bytes: Readable; readonly sizeBytes: number } | undefined>;
}

export interface ClientExportJobOptions extends ClientExportPorts {
  readonly exports: ExportJobs;
}

const noSuchExport = () =>
  new Failure(404, 'There is no such export, or it is no longer kept: ask for another.');

const config = { action: 'client.export' } as const;

const BEGIN = {
  config,
  schema: {
    summary: "Begins to make a client's export; the same that is being made, or is there, is not made twice",
    params: ClientParams,
    response: { ...failureSchemas(404, 507), 202: ClientExportJob },
  },
};

const LOOK = {
  config,
  schema: {
    summary: 'How far an export is; only for who asked for it',
    params: ClientExportParams,
    response: { ...failureSchemas(404), 200: ClientExportJob },
  },
};

const FETCH = {
  config,
  schema: {
    summary: 'The file of an export that is done (zip)',
    params: ClientExportParams,
    response: {
      ...failureSchemas(404),
      200: { content: { 'application/zip': { schema: Type.Unsafe<Readable>(Type.String()) } } },
    },
  },
};

/**
 * `/clients/:client/exports`: the same as `/export`, made beside the request, for what takes longer than one bears.
 * Each request is held to the relation and the consent of its moment, also the one that fetches.
 */
export const clientExportJobRoutes: FastifyPluginCallbackTypebox<ClientExportJobOptions> = (
  app,
  { exports, ...ports },
  done,
) => {
  const reached = async (request: FastifyRequest, client: string) => {
    const found = await clientExport(ports, request, client);
    if (!found || request.actor.kind !== 'account') throw noSuchClient();
    return { found, of: { by: request.actor.id, client: found.client } };
  };
  app.post('/clients/:client/exports', BEGIN, async (request, reply) => {
    const { found, of } = await reached(request, request.params.client);
    return reply.code(202).send(await exports.begin(of, found));
  });
  app.get('/clients/:client/exports/:export', LOOK, async (request) => {
    const { of } = await reached(request, request.params.client);
    const job = await exports.find(request.params.export, of);
    if (!job) throw noSuchExport();
    return job;
  });
  app.get('/clients/:client/exports/:export/file', FETCH, async (request, reply) => {
    const { found, of } = await reached(request, request.params.client);
    const file = await exports.open(request.params.export, of);
    if (!file) throw noSuchExport();
    return reply
      .type('application/zip')
      .header('content-length', file.sizeBytes)
      .header('content-disposition', `attachment; filename="export-${found.called}.zip"`)
      .send(file.bytes);
  });
  done();
};
