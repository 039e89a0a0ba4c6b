import type { FastifyPluginCallback } from 'fastify';
import type { AccountPorts } from './account-ports.ts';
import { accountRoutes } from './account-routes.ts';
import { codeRoutes, passkeyRoutes, setUpCodeRoutes } from './factor-routes.ts';
import { acceptanceRoutes, invitationRoutes, linkRoutes } from './invitation-routes.ts';
import { meRoutes, ownSignInRoutes, passwordRoutes, proofRoutes } from './me-routes.ts';
import { ownProviderRoutes, providerLogOutRoutes, providerSignInRoutes } from './provider-routes.ts';
import { passkeySignInRoutes, signInRoutes } from './sign-in-routes.ts';

/** Everything under `/accounts`. Each part has a scope of its own, so that a guard of one is none of another's. */
export const allAccountRoutes: FastifyPluginCallback<{ ports: AccountPorts }> = (app, { ports }, done) => {
  for (const routes of [
    ...[signInRoutes, passkeySignInRoutes, meRoutes, ownSignInRoutes, proofRoutes, passwordRoutes],
    ...[providerSignInRoutes, ownProviderRoutes, providerLogOutRoutes],
    ...[codeRoutes, setUpCodeRoutes, passkeyRoutes],
    ...[linkRoutes, acceptanceRoutes, invitationRoutes, accountRoutes],
  ])
    void app.register(routes, { ports });
  done();
};
