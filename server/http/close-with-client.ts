import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';

/**
 * Closes what a reply is read from when its client goes. A reply that waits for the ones before it on the same
 * connection is not told of that by Node, and its file would stay open.
 */
export const closeWithClient = (app: FastifyInstance): void => {
  app.addHook('onSend', ({ socket }, _reply, payload) => {
    if (payload instanceof Readable) {
      const close = (): void => void payload.destroy();
      socket.once('close', close);
      payload.once('close', () => socket.off('close', close));
      if (socket.destroyed) close();
    }
    return Promise.resolve(payload);
  });
};
