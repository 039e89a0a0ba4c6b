import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import {
  ClientParams,
  ConsentList,
  ConsentParams,
  ConsentTexts,
  errorReply,
  NewConsent,
} from '../contract/index.ts';
import { Failure, failureSchemas } from '../http/failures.ts';
import { CONSENT_TEXTS, currentVersion } from './consent-texts.ts';
import { reachedClient, type CareOptions } from './reached-client.ts';

/** `/clients/:client/consents`: what can be agreed to, and what is. */
export const consentViewRoutes: FastifyPluginCallbackTypebox<CareOptions> = (app, { care }, done) => {
  app.get(
    '/consent-texts',
    {
      config: { action: 'consent.texts' },
      schema: {
        summary: 'What can be agreed to, word for word',
        response: { ...failureSchemas(), 200: ConsentTexts },
      },
    },
    () => ({ texts: CONSENT_TEXTS }),
  );

  app.get(
    '/clients/:client/consents',
    {
      config: { action: 'consent.read' },
      schema: {
        summary: 'What a client agreed to and when',
        params: ClientParams,
        response: { ...failureSchemas(404), 200: ConsentList },
      },
    },
    async (request) => ({ consents: await care.consentsOf(reachedClient(request, request.params.client)) }),
  );

  done();
};

/** `/clients/me/consents/:purpose`: give and withdraw. */
export const consentRoutes: FastifyPluginCallbackTypebox<CareOptions> = (app, { care }, done) => {
  app.put(
    '/clients/:client/consents/:purpose',
    {
      config: { action: 'consent.give' },
      schema: {
        summary: 'Agree to a text; harmless to repeat',
        params: ConsentParams,
        body: NewConsent,
        response: { ...failureSchemas(404, 408, 413, 415, 507), 200: ConsentList, 409: errorReply(409) },
      },
    },
    async (request) => {
      const { purpose } = request.params;
      const { version } = request.body;
      const client = reachedClient(request, 'me', purpose);
      const current = currentVersion(purpose);
      if (version !== current)
        throw new Failure(
          409,
          `The text that is asked for now is version ${current}: read it and agree to that.`,
        );
      await care.giveConsent(client, { purpose, version });
      return { consents: await care.consentsOf(client) };
    },
  );

  app.delete(
    '/clients/:client/consents/:purpose',
    {
      config: { action: 'consent.withdraw' },
      schema: {
        summary: 'Withdraw a consent, at once; harmless to repeat',
        params: ConsentParams,
        response: { ...failureSchemas(404, 507), 200: ConsentList },
      },
    },
    async (request) => {
      const { purpose } = request.params;
      const client = reachedClient(request, 'me', purpose);
      await care.withdrawConsent(client, purpose);
      return { consents: await care.consentsOf(client) };
    },
  );
  done();
};
