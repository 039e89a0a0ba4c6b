import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import underPressure from '@fastify/under-pressure';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify';
import { pino } from 'pino';
import type { Actor } from '../access/actor.ts';
import type { Ties } from '../access/ties.ts';
import { guardAccess } from './access-guard.ts';
import { describeApi } from './api-docs.ts';
import { withoutBasePath } from './base-path.ts';
import { limitBodies, type Patience } from './body-patience.ts';
import { answerUnparsed, countReplies } from './client-error.ts';
import { closeWithClient } from './close-with-client.ts';
import { API_PREFIX, VERSION } from '../contract/index.ts';
import { endConnections } from './end-connections.ts';
import { handleFailures, sendFailure } from './failures.ts';
import { healthRoute } from './health-route.ts';
import { refuseUnderPressure } from './pressure.ts';
import { requestLimits, type RequestLimits } from './request-limits.ts';
import { guardRequests } from './request-guard.ts';
import { RequestLog } from './request-log.ts';
import { keepToTls } from './secure-transport.ts';
import { BARE_HEADERS, helmetOptions, sendOwnHeaders } from './security-headers.ts';
import { serviceRoutes, type ServiceOptions } from './service-routes.ts';
import type { Tls } from './tls.ts';
import { serveWebApp } from './web-app.ts';

export interface HttpAppOptions {
  /** Registers the routes, under `API_PREFIX`. */
  readonly registerRoutes: (api: FastifyInstance) => void;
  /** Who asks; absent: everybody is the person of a personal service. @throws nothing: who is not known is nobody */
  readonly identify?: (request: FastifyRequest) => Promise<Actor>;
  /** What ties accounts to each other's things; absent: nothing does. */
  readonly ties?: Ties;
  /** Rejects while the service cannot do its work. */
  readonly check: () => Promise<void>;
  /** Whether nothing of what was deleted is left in the files. */
  readonly isErased: () => boolean;
  /** Folder of the built web app. */
  readonly webRoot?: string;
  /** Absent: silent. */
  readonly logger?: FastifyBaseLogger;
  /** Host names besides the loopback's own, without port. */
  readonly allowedHosts?: readonly string[];
  readonly limits?: Partial<AppLimits>;
  /** What it says of itself; absent: a personal service. */
  readonly about?: ServiceOptions['about'];
  /** Whether it was told to end; absent: never. */
  readonly isDraining?: () => boolean;
  /** Absent: plain http. */
  readonly tls?: Pick<Tls, 'cert' | 'key'>;
  /** Addresses or networks of proxies whose word on address and scheme is believed; absent: nobody's. */
  readonly trustProxy?: readonly string[];
  /** Path under which a proxy offers it, such as `/attune`; absent: none. */
  readonly basePath?: string;
  /** Sees the whole app before its routes are there: metrics. */
  readonly watch?: (app: FastifyInstance) => void;
}

interface AppLimits extends RequestLimits {
  /** Mean delay of the event loop beyond which the API answers 503, ms. */
  readonly eventLoopDelayMs: number;
  /** Heap in use beyond which the API answers 503, bytes. */
  readonly heapBytes: number;
  /** How long a body may take. */
  readonly bodies: Patience;
}

const defaultLimits: AppLimits = {
  requestsPerMinute: 6000,
  requestsPerMinuteOfAccount: 1200,
  eventLoopDelayMs: 2000,
  heapBytes: 1024 ** 3,
  bodies: { wholeMs: 60_000, bytesPerMs: 4, silenceMs: 30_000 },
};

const personalService = { mode: 'personal', version: VERSION } as const;

/** Fastify as all of this needs it, with nothing on it yet. */
const bareApp = ({ tls, trustProxy, basePath, logger }: HttpAppOptions): FastifyInstance => {
  // The guard refuses it in our own words, and with our headers.
  const node = { requireHostHeader: false };
  return Fastify({
    ...(tls ? { https: { ...node, cert: tls.cert, key: tls.key } } : { http: node }),
    trustProxy: trustProxy ? [...trustProxy] : false,
    ...(basePath !== undefined && { rewriteUrl: withoutBasePath(basePath) }),
    loggerInstance: logger ?? pino({ level: 'silent' }),
    logController: new RequestLog(),
    // While closing, requests that already arrived are still served.
    return503OnClosing: false,
    // How long a body may take depends on its size: see `limitBodies`.
    requestTimeout: 0,
    frameworkErrors: (error, request, reply) => {
      void reply.headers(BARE_HEADERS);
      sendFailure(error, request, reply);
    },
    clientErrorHandler: answerUnparsed,
  });
};

/**
 * What all routes share: guards, headers, limits, failures, the request log, the API's description
 * and the built web app. It knows no store.
 */
export const buildHttpApp = (options: HttpAppOptions): FastifyInstance => {
  const limits = { ...defaultLimits, ...options.limits };
  const { isDraining = () => false } = options;
  const app = bareApp(options);
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  app.removeContentTypeParser('text/plain');
  handleFailures(app);

  sendOwnHeaders(app);
  endConnections(app, isDraining);
  keepToTls(app);
  options.watch?.(app);
  countReplies(app.server);
  closeWithClient(app);
  void app.register(helmet, helmetOptions);
  // After the headers, so that refusals have them too; before the limit, so that they do not count.
  app.after(() => {
    app.addHook('onRequest', guardRequests(options.allowedHosts ?? []));
  });
  limitBodies(app, limits.bodies);
  void app.register(compress);

  describeApi(app);
  const { about = personalService } = options;
  void app.register(
    async (api) => {
      const { ofAddress, ofAccount } = await requestLimits(api, limits);
      api.addHook('onRequest', ofAddress);
      guardAccess(api, options);
      api.addHook('onRequest', ofAccount);
      // The page repeats a refused request by itself; a person opening the page would be left with the refusal.
      void api.register(underPressure, {
        maxEventLoopDelay: limits.eventLoopDelayMs,
        maxHeapUsedBytes: limits.heapBytes,
        pressureHandler: refuseUnderPressure,
      });
      void api.register(healthRoute, { check: options.check, isErased: options.isErased });
      void api.register(serviceRoutes, { about, check: options.check, isDraining });
      options.registerRoutes(api);
    },
    { prefix: API_PREFIX },
  );
  serveWebApp(app, options);
  return app;
};
