import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Ready, ServiceAbout } from '../contract/index.ts';
import { Failure, failureSchemas } from './failures.ts';

export interface ServiceOptions {
  readonly about: Omit<ServiceAbout, 'service'>;
  /** Rejects while the service cannot do its work. */
  readonly check: () => Promise<void>;
  /** Whether it was told to end, and only finishes what it has. */
  readonly isDraining: () => boolean;
}

/** `/service` says what answers here; `/ready`, whether to send people here. */
export const serviceRoutes: FastifyPluginCallbackTypebox<ServiceOptions> = (app, options, done) => {
  const { about, check, isDraining } = options;
  app.get(
    '/service',
    {
      schema: {
        summary: 'What answers here: its mode and version',
        response: { ...failureSchemas(), 200: ServiceAbout },
      },
    },
    () => ({ service: 'attune' as const, ...about }),
  );

  app.get(
    '/ready',
    {
      schema: {
        summary: 'Whether new requests should be sent here; 503 while it ends, or cannot do its work',
        response: { ...failureSchemas(), 200: Ready },
      },
    },
    async ({ log }) => {
      if (isDraining()) throw new Failure(503, 'The service is ending: ask another, or again in a moment.');
      try {
        await check();
      } catch (error) {
        log.error({ err: error }, 'not ready');
        throw new Failure(503, 'A store does not answer. The log of the service says why.');
      }
      return { service: 'attune' as const, ready: true as const };
    },
  );
  done();
};
