import type { FastifyPluginCallback } from 'fastify';
import type { AccountPorts } from './account-ports.ts';
import { accountRoutes } from './account-routes.ts';
import { codeRoutes, passkeyRoutes } from './factor-routes.ts';
import { acceptanceRoutes, invitationRoutes } from './invitation-routes.ts';
import { meRoutes } from './me-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';

/** Everything under `/accounts`. Each part has a scope of its own, so that a guard of one is none of another's. */
export const allAccountRoutes: FastifyPluginCallback<{ ports: AccountPorts }> = (app, { ports }, done) => {
  for (const routes of [
    ...[signInRoutes, meRoutes, codeRoutes, passkeyRoutes],
    ...[acceptanceRoutes, invitationRoutes, accountRoutes],
  ])
    void app.register(routes, { ports });
  done();
};
