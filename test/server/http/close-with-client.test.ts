import { once } from 'node:events';
import { createConnection, type AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildHttpApp } from '../../../server/http/http-app.ts';

let app: FastifyInstance;
let sent: Readable[];
beforeEach(async () => {
  sent = [];
  app = buildHttpApp({
    registerRoutes: (api) => {
      api.get('/endless', { config: { action: 'service.health' } }, (_request, reply) => {
        const stream = new Readable({ read: () => stream.push(Buffer.alloc(65_536)) });
        sent.push(stream);
        return reply.type('application/octet-stream').send(stream);
      });
      api.get('/short', { config: { action: 'service.health' } }, (_request, reply) =>
        reply.send(Readable.from(['short'])),
      );
    },
    check: () => Promise.resolve(),
    isErased: () => true,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => app.close());

const connect = (...paths: string[]) => {
  const socket = createConnection((app.server.address() as AddressInfo).port, '127.0.0.1');
  for (const path of paths) socket.write(`GET /api/v1/${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`);
  return socket;
};

describe('closeWithClient', () => {
  it('closes what is being sent, and what waits behind it, when the client goes', async () => {
    const socket = connect('endless', 'endless', 'endless');
    await once(socket, 'data');
    await expect.poll(() => sent.length).toBe(3);
    socket.destroy();
    await expect.poll(() => sent.map(({ destroyed }) => destroyed)).toEqual([true, true, true]);
  });

  it('leaves nothing behind on a connection that goes on', async () => {
    const sockets = once(app.server, 'connection');
    const socket = connect(...Array.from({ length: 30 }, () => 'short'));
    const [ofServer] = (await sockets) as [NodeJS.EventEmitter];
    let text = '';
    socket.on('data', (data) => (text += String(data)));
    await expect.poll(() => text.match(/HTTP\/1\.1 200/g)?.length).toBe(30);
    await expect.poll(() => ofServer.listenerCount('close')).toBeLessThan(10);
    socket.destroy();
  });
});
