import type { FastifyInstance, FastifyRequest } from 'fastify';

/** How long a browser comes by TLS alone, seconds: a year. */
const HSTS_S = 31_536_000;

/** Names of this machine that other programs are found by, too, and without TLS. */
const IS_LOCAL = /^(localhost|.*\.localhost)(:\d+)?$/i;

/**
 * Whether a request came by TLS as far as the browser: to this process itself, or to a proxy that is trusted. A header
 * from anybody else says nothing.
 */
export const isSecure = ({ protocol }: Pick<FastifyRequest, 'protocol'>): boolean => protocol === 'https';

/** Has browsers that came by TLS keep to it (HSTS; RFC 6797 has it said over TLS alone, and never without a name). */
export const keepToTls = (app: FastifyInstance): void => {
  app.addHook('onRequest', (request, reply, done) => {
    if (isSecure(request) && !IS_LOCAL.test(request.headers.host ?? ''))
      void reply.header('strict-transport-security', `max-age=${HSTS_S}`);
    done();
  });
};
