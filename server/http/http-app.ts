import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import underPressure from '@fastify/under-pressure';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { describeApi } from './api-docs.ts';
import { answerUnparsed } from './client-error.ts';
import { API_PREFIX } from '../contract/index.ts';
import { handleFailures, sendFailure } from './failures.ts';
import { healthRoute } from './health-route.ts';
import { guardRequests } from './request-guard.ts';
import { RequestLog } from './request-log.ts';
import { helmetOptions, PERMISSIONS_POLICY } from './security-headers.ts';
import { serveWebApp } from './web-app.ts';

export interface HttpAppOptions {
  /** Registers the routes, under `API_PREFIX`. */
  readonly registerRoutes: (api: FastifyInstance) => void;
  /** Rejects while the service cannot do its work. */
  readonly check: () => Promise<void>;
  /** Folder of the built web app. */
  readonly webRoot?: string;
  /** Absent: silent. */
  readonly logger?: FastifyBaseLogger;
  /** Host names besides the loopback's own, without port. */
  readonly allowedHosts?: readonly string[];
  readonly limits?: Partial<AppLimits>;
}

interface AppLimits {
  /** Requests a minute from one address, beyond which it is answered 429. */
  readonly requestsPerMinute: number;
  /** Mean delay of the event loop beyond which the API answers 503, ms. */
  readonly eventLoopDelayMs: number;
  /** Heap in use beyond which the API answers 503, bytes. */
  readonly heapBytes: number;
}

const defaultLimits: AppLimits = {
  requestsPerMinute: 6000,
  eventLoopDelayMs: 2000,
  heapBytes: 1024 ** 3,
};

/**
 * What all routes share: guards, headers, limits, failures, the request log, the API's description
 * and the built web app. It knows no store.
 */
export const buildHttpApp = (options: HttpAppOptions): FastifyInstance => {
  const limits = { ...defaultLimits, ...options.limits };
  const app: FastifyInstance = Fastify({
    loggerInstance: options.logger ?? pino({ level: 'silent' }),
    logController: new RequestLog(),
    // While closing, requests that already arrived are still served.
    return503OnClosing: false,
    requestTimeout: 60_000,
    frameworkErrors: sendFailure,
    clientErrorHandler: answerUnparsed,
  });
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  app.removeContentTypeParser('text/plain');
  handleFailures(app);

  app.addHook('onRequest', guardRequests(options.allowedHosts ?? []));
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.header('permissions-policy', PERMISSIONS_POLICY);
    done();
  });
  void app.register(helmet, helmetOptions);
  void app.register(rateLimit, { max: limits.requestsPerMinute, timeWindow: '1 minute' });
  void app.register(compress);

  describeApi(app);
  void app.register(
    (api, _options, done) => {
      // The page repeats a refused request by itself; a person opening the page would be left with the refusal.
      void api.register(underPressure, {
        maxEventLoopDelay: limits.eventLoopDelayMs,
        maxHeapUsedBytes: limits.heapBytes,
      });
      void api.register(healthRoute, { check: options.check });
      options.registerRoutes(api);
      done();
    },
    { prefix: API_PREFIX },
  );
  serveWebApp(app, options.webRoot);
  return app;
};
