import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { CareList, Caseload, ClientParams, ClinicianParams } from '../contract/index.ts';
import { failureSchemas } from '../http/failures.ts';
import { accountOf, reachedClient, withRole, type CareOptions } from './reached-client.ts';

/** `/clients/:client/clinicians/:clinician`: care begins and ends. */
export const careRoutes: FastifyPluginCallbackTypebox<CareOptions> = (app, { care, roleOf }, done) => {
  app.put(
    '/clients/:client/clinicians/:clinician',
    {
      config: { action: 'care.assign' },
      schema: {
        summary: 'Assign a clinician to a client; harmless to repeat',
        params: ClinicianParams,
        response: { ...failureSchemas(404, 507), 200: CareList },
      },
    },
    async (request) => {
      const { clinician } = request.params;
      await withRole({ roleOf }, request.params.client, 'client');
      await withRole({ roleOf }, clinician, 'clinician');
      const client = reachedClient(request, request.params.client, clinician);
      await care.assign({ clinician, client }, accountOf(request).id);
      return { clinicians: await care.cliniciansOf(client) };
    },
  );

  app.delete(
    '/clients/:client/clinicians/:clinician',
    {
      config: { action: 'care.unassign' },
      schema: {
        summary: "End a clinician's care of a client, at once; harmless to repeat",
        params: ClinicianParams,
        response: { ...failureSchemas(404, 507), 200: CareList },
      },
    },
    async (request) => {
      const { clinician } = request.params;
      const client = reachedClient(request, request.params.client, clinician);
      await care.unassign({ clinician, client }, accountOf(request).id);
      return { clinicians: await care.cliniciansOf(client) };
    },
  );

  done();
};

/** `/clients/:client/clinicians` and `/caseload`: who cares for whom. */
export const careViewRoutes: FastifyPluginCallbackTypebox<CareOptions> = (app, { care }, done) => {
  app.get(
    '/clients/:client/clinicians',
    {
      config: { action: 'care.read' },
      schema: {
        summary: 'Who cares, and cared, for a client',
        params: ClientParams,
        response: { ...failureSchemas(404), 200: CareList },
      },
    },
    async (request) => ({
      clinicians: await care.cliniciansOf(reachedClient(request, request.params.client)),
    }),
  );

  app.get(
    '/caseload',
    {
      config: { action: 'care.caseload' },
      schema: {
        summary: 'Whom I care for, what they agree to, and which break-glass waits for a second person',
        response: { ...failureSchemas(), 200: Caseload },
      },
    },
    async (request) => {
      const caseload = await care.caseload(accountOf(request).id);
      for (const { client } of caseload.clients) reachedClient(request, client);
      return caseload;
    },
  );
  done();
};
