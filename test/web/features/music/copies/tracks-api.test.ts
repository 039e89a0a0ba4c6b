import { describe, expect, it } from 'vitest';
import { tracksApi } from '../../../../../web/features/music/copies/tracks-api.ts';

const ID = 'own-0123456789abcdef';

/** A service that keeps what comes, piece by piece; `line` says what becomes of a piece. */
function serviceOf(
  size: number,
  line: (piece: Blob, nth: number) => 'through' | 'cut' | 'eaten' = () => 'through',
) {
  const service = { offset: 0, pieces: [] as number[], asked: 0 };
  const said = (status = 200): Response => {
    const complete = service.offset === size;
    const body = { service: 'attune', id: ID, offset: service.offset, ...(complete && { complete }) };
    return Response.json(body, { status });
  };
  const api = tracksApi(
    (_input, init) => {
      if (init?.method === 'GET') return Promise.resolve((service.asked++, said()));
      const { 'upload-offset': from } = init!.headers as Record<string, string>;
      if (Number(from) !== service.offset) {
        const body = { service: 'attune', code: 'wrong-offset', message: '', offset: service.offset };
        return Promise.resolve(Response.json(body, { status: 409 }));
      }
      const piece = init!.body as Blob;
      service.pieces.push(piece.size);
      switch (line(piece, service.pieces.length)) {
        case 'through':
          service.offset += piece.size;
          return Promise.resolve(said());
        case 'cut':
          service.offset += Math.floor(piece.size / 2);
          return Promise.reject(new TypeError('Failed to fetch'));
        case 'eaten':
          return Promise.resolve(new Response('<h1>Request Entity Too Large</h1>', { status: 413 }));
      }
    },
    { isOnline: () => true },
  );
  return { service, put: () => api.put(ID, new Blob([new Uint8Array(size)])) };
}

describe('tracksApi.put', () => {
  it('sends a file in pieces, larger ones where they get through', async () => {
    const { service, put } = serviceOf(3_000_000);
    expect(await put()).toMatchObject({ ok: true });
    expect(service.pieces).toEqual([262_144, 524_288, 1_048_576, 1_164_992]);
  });

  it('goes on where it broke off: what came once is not sent again', async () => {
    const { service, put } = serviceOf(1_000_000, (_piece, nth) => (nth === 2 ? 'cut' : 'through'));
    expect(await put()).toEqual({ ok: false, trouble: { why: 'away' } });
    expect(service.offset).toBe(524_288);
    expect(await put()).toMatchObject({ ok: true });
    expect(service.pieces.reduce((sum, size) => sum + size, 0)).toBe(1_000_000 + 262_144);
  });

  it('sends nothing of a file that is there', async () => {
    const { service, put } = serviceOf(1000);
    await put();
    expect(await put()).toMatchObject({ ok: true });
    expect(service.pieces).toEqual([1000]);
  });

  it('sends less at a time after a proxy’s "too large", which is not final', async () => {
    const { service, put } = serviceOf(200_000, ({ size }) => (size > 70_000 ? 'eaten' : 'through'));
    for (let visit = 0; !(await put()).ok && visit < 10; visit++);
    expect(service.offset).toBe(200_000);
    expect(service.pieces.slice(0, 3)).toEqual([200_000, 131_072, 65_536]);
  });

  it.each([
    { name: 'names another place each time', offset: (asked: number) => asked },
    { name: 'never gets on', offset: () => 0 },
    { name: 'has more than there is', offset: () => 5000 },
  ])('gives up on a service that $name, after a few requests', async ({ offset }) => {
    let asked = 0;
    const api = tracksApi(() => {
      asked += 1;
      return Promise.resolve(Response.json({ service: 'attune', id: ID, offset: offset(asked % 2) }));
    });
    expect(await api.put(ID, new Blob(['some bytes']))).toEqual({
      ok: false,
      trouble: { why: 'interposed' },
    });
    expect(asked).toBeLessThan(6);
  });
});
