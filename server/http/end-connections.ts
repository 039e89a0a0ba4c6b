import type { FastifyInstance } from 'fastify';

/** Ends connections on which nothing good can follow. @param isDraining  whether the service was told to end */
export const endConnections = (app: FastifyInstance, isDraining: () => boolean): void => {
  app.addHook('onSend', (_request, reply) => {
    // Who keeps a connection would send the next request into its end.
    if (isDraining()) void reply.header('connection', 'close');
    return Promise.resolve();
  });
  app.addHook('onResponse', (request, _reply, done) => {
    // Nobody reads on from a connection that asked to be another one and was refused.
    if (request.headers.upgrade !== undefined) request.raw.socket.destroySoon();
    done();
  });
};
