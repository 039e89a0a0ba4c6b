import { describe, expect, it } from 'vitest';
import { sessionApi, type Reply } from '../../../web/storage/session-api.ts';
import { marks } from './outbox-under-test.ts';

const answering = (status: number, body?: unknown) =>
  sessionApi(() =>
    Promise.resolve(new Response(body === undefined ? null : JSON.stringify(body), { status })),
  );

describe('sessionApi', () => {
  const away: Reply = { kind: 'away', full: false };

  it.each<{ status: number; body?: unknown; reply: Reply }>([
    { status: 200, body: { nextSeq: 7 }, reply: { kind: 'taken', nextSeq: 7 } },
    { status: 201, body: { id: 'a', eventCount: 3 }, reply: { kind: 'taken', nextSeq: 3 } },
    { status: 204, reply: { kind: 'taken', nextSeq: 0 } },
    {
      status: 409,
      body: { code: 'gap', message: '', expectedSeq: 4 },
      reply: { kind: 'gap', expectedSeq: 4 },
    },
    { status: 409, body: { code: 'conflict', message: '' }, reply: { kind: 'refused', code: 'conflict' } },
    { status: 400, body: { code: 'invalid-request' }, reply: { kind: 'refused', code: 'invalid-request' } },
    { status: 404, body: { code: 'not-found' }, reply: { kind: 'unknown-session' } },
    { status: 403, body: { code: 'unknown-host' }, reply: away },
    { status: 429, body: { code: 'too-many-requests' }, reply: away },
    { status: 500, body: { code: 'internal' }, reply: away },
    { status: 507, body: { code: 'storage-full' }, reply: { kind: 'away', full: true } },
    { status: 404, body: 'a page of another server', reply: away },
    { status: 200, body: 'a page of another server', reply: away },
    { status: 502, reply: away },
  ])('takes $status $body for $reply.kind', async ({ status, body, reply }) => {
    expect(await answering(status, body).append('a', marks(1))).toEqual(reply);
  });

  it('is away when nothing answers', async () => {
    const api = sessionApi(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await api.remove('a')).toEqual(away);
  });
});
