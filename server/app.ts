import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AccountPorts } from './accounts/account-ports.ts';
import { identifyBy, whoHasProved } from './accounts/identify.ts';
import { accessLogRoute } from './care/access-log-route.ts';
import { breakGlassReviewRoutes, breakGlassRoutes } from './care/break-glass-routes.ts';
import { careRoutes, careViewRoutes } from './care/care-routes.ts';
import { consentRoutes, consentViewRoutes } from './care/consent-routes.ts';
import type { CareOptions } from './care/reached-client.ts';
import { STORE_HEADER, VERSION } from './contract/index.ts';
import { buildHttpApp, type HttpAppOptions } from './http/http-app.ts';
import type { CommandStore } from './rooms/command-store.ts';
import { relayRoutes, type RelayPorts } from './relays/relay-routes.ts';
import type { RoomPorts } from './rooms/room-routes.ts';
import type { GivenCommand } from './sessions/event-author.ts';
import { clientExportJobRoutes, type ExportJobs } from './sessions/client-export-job-routes.ts';
import { clientExportRoute } from './sessions/client-export-route.ts';
import { eventRoutes } from './sessions/event-routes.ts';
import { exportRoute } from './sessions/export-route.ts';
import { forgetRoute, type ForgetOptions } from './sessions/forget/forget-route.ts';
import { sessionRoutes, sessionViewRoutes } from './sessions/session-routes.ts';
import type { SessionStore } from './sessions/session-store.ts';
import { musicOfOne, type Music } from './tracks/music.ts';
import { trackRoutes, trackViewRoutes } from './tracks/track-routes.ts';
import type { TrackStore } from './tracks/track-store.ts';
import { trackPieceRoutes, trackUploadRoute } from './tracks/track-upload-routes.ts';

export interface AppOptions extends Omit<HttpAppOptions, 'registerRoutes' | 'check' | 'isErased' | 'ties'> {
  readonly store: SessionStore;
  /** Absent: a session is seen by others only when they ask for its log. */
  readonly rooms?: Omit<RoomPorts, 'log'>;
  /** Absent: no phone can be the sensor of a session on another screen. */
  readonly relays?: RelayPorts;
  /** Absent: no music is kept here. */
  readonly tracks?: TrackStore;
  /** The music of accounts, in place of `tracks`. */
  readonly music?: Music;
  /** What goes on between accounts; absent: there are none, as in a personal service. */
  readonly care?: CareOptions;
  /** Exports that are made beside a request; absent: they are made by requests alone. */
  readonly exports?: ExportJobs;
  /** Destroys everything of an account; absent, or without `care`: there are none. */
  readonly forget?: ForgetOptions['forget'];
  /** The people of a clinic; absent: a personal service, where nobody signs in. */
  readonly accounts?: AccountPorts;
}

const CARE_ROUTES = [
  careRoutes,
  careViewRoutes,
  consentViewRoutes,
  consentRoutes,
  breakGlassRoutes,
  breakGlassReviewRoutes,
  accessLogRoute,
];

/** The whole service apart from the process: no port, no file, no signal. The stores stay the caller's to close. */
export const buildApp = ({
  store,
  rooms,
  relays,
  tracks,
  accounts,
  care,
  exports,
  forget,
  ...options
}: AppOptions): FastifyInstance => {
  const music = options.music ?? (tracks && musicOfOne(tracks));
  const isErased = () => store.isErased() && (music?.isErased() ?? true);
  return buildHttpApp({
    ...(accounts && { identify: identifyBy(accounts), about: { mode: 'clinic', version: VERSION } }),
    ...options,
    ...(care && { ties: care.care }),
    check: async () => {
      await store.check();
      await music?.check();
    },
    isErased,
    registerRoutes: (api) => {
      if (accounts) void api.register(accountRoutesWith(accounts));
      void api.register((scope, _options, done) => {
        nameStore(scope, () => store.opening());
        for (const routes of [sessionRoutes, sessionViewRoutes, exportRoute])
          void scope.register(routes, { store });
        void scope.register(eventRoutes, { store, ...(rooms && { given: givenIn(rooms.commands) }) });
        if (care) void scope.register(clientExportRoute, { store, ties: care.care });
        if (care && exports) void scope.register(clientExportJobRoutes, { store, ties: care.care, exports });
        done();
      });
      if (rooms) void api.register(roomRoutesWith({ log: store, ...rooms }));
      if (relays) void api.register(relayRoutes, relays);
      if (care) for (const routes of CARE_ROUTES) void api.register(routes, care);
      if (care && forget)
        void api.register(forgetRoute, {
          ...{ forget, isErased },
          isAccount: async (id) => (await care.roleOf(id)) !== undefined,
          ...(accounts && {
            prove: (request: FastifyRequest) => void whoHasProved(request, accounts.clock()),
          }),
        });
      if (!music) return;
      void api.register((scope, _options, done) => {
        nameStore(scope, async ({ actor }) => {
          const mine = await music.of(actor.kind === 'account' ? actor.id : undefined);
          return mine.opening();
        });
        for (const routes of [trackViewRoutes, trackRoutes, trackUploadRoute, trackPieceRoutes])
          void scope.register(routes, { music });
        done();
      });
    },
  });
};

/**
 * Says in each reply which opening of the store it is from. Taken before the work is done: a reply may name an older
 * opening than it is of, and never a newer one.
 */
const nameStore = (
  app: FastifyInstance,
  openingOf: (request: FastifyRequest) => string | Promise<string>,
): void => {
  app.addHook('onRequest', async (request, reply) => {
    void reply.header(STORE_HEADER, await openingOf(request));
  });
};

/** Loaded where there are accounts: a personal service needs none of their libraries. */
const accountRoutesWith = (ports: AccountPorts) => async (api: FastifyInstance) => {
  const { allAccountRoutes } = await import('./accounts/accounts.ts');
  void api.register(allAccountRoutes, { ports });
};

/** What was asked of a session by its number, for whoever logs that it is carried out. */
const givenIn =
  (commands: CommandStore): GivenCommand =>
  async ({ session, whose }, number) =>
    (await commands.find({ session, whose }, number))?.command;

const roomRoutesWith = (ports: RoomPorts) => async (api: FastifyInstance) => {
  const { roomRoutes } = await import('./rooms/room-routes.ts');
  void api.register(roomRoutes, ports);
};
