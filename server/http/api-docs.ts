import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';

/** OpenAPI at `/api/docs/json` and a page of it at `/api/docs`, from the routes' own schemas. */
export const describeApi = (app: FastifyInstance): void => {
  void app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Attune',
        description: 'The session log, and the music that a person keeps here.',
        version: '1',
      },
    },
  });
  void app.register(swaggerUi, { routePrefix: '/api/docs', validatorUrl: false });
};
