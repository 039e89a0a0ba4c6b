import type { FastifyInstance } from 'fastify';
import { buildHttpApp, type HttpAppOptions } from './http/http-app.ts';
import { eventRoutes } from './sessions/event-routes.ts';
import { exportRoute } from './sessions/export-route.ts';
import { sessionRoutes, sessionViewRoutes } from './sessions/session-routes.ts';
import type { SessionStore } from './sessions/session-store.ts';
import { trackRoutes, trackUploadRoute } from './tracks/track-routes.ts';
import type { TrackStore } from './tracks/track-store.ts';

export interface AppOptions extends Omit<HttpAppOptions, 'registerRoutes' | 'check'> {
  readonly store: SessionStore;
  /** Absent: no music is kept here. */
  readonly tracks?: TrackStore;
}

/** The whole service apart from the process: no port, no file, no signal. The stores stay the caller's to close. */
export const buildApp = ({ store, tracks, ...options }: AppOptions): FastifyInstance =>
  buildHttpApp({
    ...options,
    check: () => store.check(),
    registerRoutes: (api) => {
      for (const routes of [sessionRoutes, sessionViewRoutes, eventRoutes, exportRoute])
        void api.register(routes, { store });
      if (tracks) for (const routes of [trackRoutes, trackUploadRoute]) void api.register(routes, { tracks });
    },
  });
