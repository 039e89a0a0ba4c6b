import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Health } from '../contract/index.ts';
import { StoreError } from '../database/store-error.ts';
import { Failure, failureSchemas } from './failures.ts';

interface HealthOptions {
  /** Rejects while the service cannot do its work. */
  readonly check: () => Promise<void>;
  /** Whether nothing of what was deleted is left in the files. */
  readonly isErased: () => boolean;
}

/** `/health`: 200 if the service can do its work. */
export const healthRoute: FastifyPluginCallbackTypebox<HealthOptions> = (app, { check, isErased }, done) => {
  app.get(
    '/health',
    {
      config: { action: 'service.health' },
      schema: {
        summary: 'Whether the service can do its work',
        response: { ...failureSchemas(), 200: Health },
      },
    },
    async ({ log }) => {
      try {
        await check();
      } catch (error) {
        if (error instanceof StoreError && error.code === 'gone') throw error;
        log.error({ err: error }, 'store does not answer');
        throw new Failure(503, 'The session log cannot be read.');
      }
      return { service: 'attune' as const, status: 'ok' as const, erased: isErased() };
    },
  );
  done();
};
