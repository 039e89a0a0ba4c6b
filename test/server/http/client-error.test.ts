import { once } from 'node:events';
import { createConnection, type AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildHttpApp } from '../../../server/http/http-app.ts';

let app: FastifyInstance;
let long: Readable | undefined;
beforeEach(async () => {
  app = buildHttpApp({
    registerRoutes: (api) => {
      api.get('/long', { config: { action: 'service.health' } }, (_request, reply) => {
        long = new Readable({ read: () => undefined });
        return reply.type('application/octet-stream').send(long);
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

/** What comes back for these bytes until the connection is closed. */
async function told(bytes: string, meanwhile?: () => Promise<void>): Promise<string> {
  const socket = createConnection((app.server.address() as AddressInfo).port, '127.0.0.1');
  let text = '';
  socket.on('data', (data) => (text += data.toString('latin1')));
  socket.write(Buffer.from(bytes, 'latin1'));
  const closed = once(socket, 'close');
  await meanwhile?.();
  await closed;
  return text;
}

const get = (path: string): string => `GET /api/v1/${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`;
const BROKEN = 'GET /api/v1/short HTTP/1.1\r\nhost: localhost\r\nx-caf\xe9: 1\r\n\r\n';
const statuses = (text: string): string[] =>
  Array.from(text.matchAll(/HTTP\/1\.1 (\d+)/g), ([, status]) => status!);

describe('answerUnparsed', () => {
  it('answers a body that is broken, whose request nobody else answers', async () => {
    const broken = get('short')
      .replace(/^GET/, 'POST')
      .replace(/\r\n$/, 'transfer-encoding: chunked\r\n\r\nzz\r\n');
    expect(statuses(await told(broken))).toHaveLength(1);
    expect(statuses(await told(get('short') + broken))).toHaveLength(2);
  });

  it('answers what is not HTTP with 400 and its headers', async () => {
    const text = await told(BROKEN);
    expect(statuses(text)).toEqual(['400']);
    expect(text).toMatch(/x-content-type-options: nosniff/);
  });

  it('answers what came before it on the same connection first, and whole', async () => {
    const text = await told(get('long') + get('short') + BROKEN, async () => {
      await expect.poll(() => long).toBeDefined();
      long!.push('the first half, ');
      await new Promise((resolve) => setImmediate(resolve));
      long!.push('and the second');
      long!.push(null);
    });
    expect(statuses(text)).toEqual(['200', '200', '400']);
    expect(text).toMatch(/the first half, [^]*and the second\r\n0\r\n\r\n/);
    expect(text).toMatch(/short\r\n0\r\n\r\n/);
  });
});
