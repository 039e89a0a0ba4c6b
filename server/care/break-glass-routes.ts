import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import {
  BreakGlass,
  BreakGlassList,
  BreakGlassParams,
  ClientParams,
  NewBreakGlass,
} from '../contract/index.ts';
import { notPermitted } from '../http/access-guard.ts';
import { Failure, failureSchemas } from '../http/failures.ts';
import { accountOf, reachedClient, withRole, type CareOptions } from './reached-client.ts';

/** To see, for three hours and for a reason, what one is not allowed to otherwise. */
export const breakGlassRoutes: FastifyPluginCallbackTypebox<CareOptions> = (app, { care, roleOf }, done) => {
  app.post(
    '/clients/:client/break-glass',
    {
      config: { action: 'break-glass.begin' },
      schema: {
        summary:
          "See a client's sessions for three hours; the client reads the reason, a second person reviews it",
        params: ClientParams,
        body: NewBreakGlass,
        response: { ...failureSchemas(404, 408, 413, 415, 507), 201: BreakGlass },
      },
    },
    async (request, reply) => {
      await withRole({ roleOf }, request.params.client, 'client');
      const client = reachedClient(request, request.params.client);
      const clinician = accountOf(request).id;
      const begun = await care.beginBreakGlass({ clinician, client, reason: request.body.reason.trim() });
      request.seen.set(client, begun.id);
      return reply.code(201).send(begun);
    },
  );

  app.delete(
    '/break-glass/:id',
    {
      config: { action: 'break-glass.end' },
      schema: {
        summary: 'End what one began, before its time; harmless to repeat',
        params: BreakGlassParams,
        response: { ...failureSchemas(404, 507), 200: BreakGlass },
      },
    },
    async (request) => {
      const ended = await care.endBreakGlass(request.params.id, accountOf(request).id);
      if (!ended) throw noSuchBreakGlass();
      reachedClient(request, ended.client, ended.id);
      return ended;
    },
  );
  done();
};

/** A second person looks into each of them. */
export const breakGlassReviewRoutes: FastifyPluginCallbackTypebox<CareOptions> = (app, { care }, done) => {
  app.get(
    '/break-glass',
    {
      config: { action: 'break-glass.list' },
      schema: {
        summary: 'Every break-glass on me, on whom I care for, or, to administrators, on anybody',
        response: { ...failureSchemas(), 200: BreakGlassList },
      },
    },
    async (request) => {
      const breakGlass = await care.breakGlassOn(request.reach.whose);
      for (const { client } of breakGlass) reachedClient(request, client);
      return { breakGlass };
    },
  );

  app.put(
    '/break-glass/:id/review',
    {
      config: { action: 'break-glass.review' },
      schema: {
        summary: 'Say, as a second person, that one has looked into it; harmless to repeat',
        params: BreakGlassParams,
        response: { ...failureSchemas(404, 507), 200: BreakGlass },
      },
    },
    async (request) => {
      const found = await care.findBreakGlass(request.params.id, request.reach.whose);
      if (!found || !request.reach.to(found.client)) throw noSuchBreakGlass();
      const reviewed = await care.reviewBreakGlass(found, accountOf(request).id);
      if (reviewed === 'same-person') throw notPermitted('Somebody else reviews what you began.');
      if (!reviewed) throw noSuchBreakGlass();
      reachedClient(request, reviewed.client, reviewed.id);
      return reviewed;
    },
  );
  done();
};

const noSuchBreakGlass = () => new Failure(404, 'There is no such break-glass.');
