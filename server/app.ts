import type { FastifyInstance } from 'fastify';
import { STORE_HEADER } from './contract/index.ts';
import { buildHttpApp, type HttpAppOptions } from './http/http-app.ts';
import { roomRoutes, type RoomPorts } from './rooms/room-routes.ts';
import type { RoomWire } from './rooms/room-wire.ts';
import { eventRoutes } from './sessions/event-routes.ts';
import { exportRoute } from './sessions/export-route.ts';
import { sessionRoutes, sessionViewRoutes } from './sessions/session-routes.ts';
import type { SessionStore } from './sessions/session-store.ts';
import { trackRoutes } from './tracks/track-routes.ts';
import type { TrackStore } from './tracks/track-store.ts';
import { trackPieceRoutes, trackUploadRoute } from './tracks/track-upload-routes.ts';

export interface AppOptions extends Omit<HttpAppOptions, 'registerRoutes' | 'check' | 'isErased'> {
  readonly store: SessionStore;
  /** Absent: a session is seen by others only when they ask for its log. */
  readonly rooms?: Omit<RoomPorts, 'log'>;
  /** Absent: no music is kept here. */
  readonly tracks?: TrackStore;
}

/** The whole service apart from the process: no port, no file, no signal. The stores stay the caller's to close. */
export const buildApp = ({ store: log, rooms, tracks, ...options }: AppOptions): FastifyInstance => {
  const store = rooms ? hinting(log, rooms.wire) : log;
  return buildHttpApp({
    ...options,
    check: async () => {
      await store.check();
      await tracks?.check();
    },
    isErased: () => store.isErased() && (tracks?.isErased() ?? true),
    registerRoutes: (api) => {
      void api.register((scope, _options, done) => {
        nameStore(scope, store);
        for (const routes of [sessionRoutes, sessionViewRoutes, eventRoutes, exportRoute])
          void scope.register(routes, { store });
        done();
      });
      if (rooms) void api.register(roomRoutes, { log: store, ...rooms });
      if (!tracks) return;
      void api.register((scope, _options, done) => {
        nameStore(scope, tracks);
        for (const routes of [trackRoutes, trackUploadRoute, trackPieceRoutes])
          void scope.register(routes, { tracks });
        done();
      });
    },
  });
};

/** The log, which tells a session's room of each append and of its deletion. */
const hinting = (log: SessionStore, wire: RoomWire): SessionStore => ({
  ...log,
  append: async (id, entries) => {
    const appended = await log.append(id, entries);
    if (appended.ok) wire.hint(id);
    return appended;
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
