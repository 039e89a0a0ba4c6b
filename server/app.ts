import type { FastifyInstance } from 'fastify';
import type { AccountPorts } from './accounts/account-ports.ts';
import { identifyBy, whoIsSignedIn } from './accounts/identify.ts';
import { STORE_HEADER, VERSION } from './contract/index.ts';
import { buildHttpApp, type HttpAppOptions } from './http/http-app.ts';
import { eventRoutes } from './sessions/event-routes.ts';
import { exportRoute } from './sessions/export-route.ts';
import { sessionRoutes, sessionViewRoutes } from './sessions/session-routes.ts';
import type { SessionStore } from './sessions/session-store.ts';
import { trackRoutes } from './tracks/track-routes.ts';
import type { TrackStore } from './tracks/track-store.ts';
import { trackPieceRoutes, trackUploadRoute } from './tracks/track-upload-routes.ts';

export interface AppOptions extends Omit<HttpAppOptions, 'registerRoutes' | 'check' | 'isErased'> {
  readonly store: SessionStore;
  /** Absent: no music is kept here. */
  readonly tracks?: TrackStore;
  /** The people of a clinic; absent: a personal service, where nobody signs in. */
  readonly accounts?: AccountPorts;
}

/** The whole service apart from the process: no port, no file, no signal. The stores stay the caller's to close. */
export const buildApp = ({ store, tracks, accounts, ...options }: AppOptions): FastifyInstance =>
  buildHttpApp({
    ...(accounts && { identify: identifyBy(accounts), about: { mode: 'clinic', version: VERSION } }),
    ...options,
    check: async () => {
      await store.check();
      await tracks?.check();
    },
    isErased: () => store.isErased() && (tracks?.isErased() ?? true),
    registerRoutes: (api) => {
      if (accounts) void api.register(accountRoutesWith(accounts));
      void api.register((scope, _options, done) => {
        if (accounts) keepNobody(scope);
        nameStore(scope, store);
        for (const routes of [sessionRoutes, sessionViewRoutes, eventRoutes, exportRoute])
          void scope.register(routes, { store });
        done();
      });
      if (!tracks) return;
      void api.register((scope, _options, done) => {
        if (accounts) keepNobody(scope);
        nameStore(scope, tracks);
        for (const routes of [trackRoutes, trackUploadRoute, trackPieceRoutes])
          void scope.register(routes, { tracks });
        done();
      });
    },
  });

/**
 * Says in each reply which opening of the store it is from. Taken before the work is done: a reply may name an older
 * opening than it is of, and never a newer one.
 */
const nameStore = (app: FastifyInstance, { opening }: Pick<SessionStore, 'opening'>): void => {
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.header(STORE_HEADER, opening());
    done();
  });
};

/** Loaded where there are accounts: a personal service needs none of its libraries. */
const accountRoutesWith = (ports: AccountPorts) => async (api: FastifyInstance) => {
  const { allAccountRoutes } = await import('./accounts/accounts.ts');
  void api.register(allAccountRoutes, { ports });
};

/** Whoever is not signed in has none of it. */
const keepNobody = (app: FastifyInstance): void => {
  app.addHook('onRequest', (request, _reply, done) => {
    whoIsSignedIn(request);
    done();
  });
};
