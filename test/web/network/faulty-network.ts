import type { FastifyInstance } from 'fastify';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import type { VirtualTime } from '../../support/virtual-time.ts';
import { Network } from '../storage/outbox-under-test.ts';

/** Where the page came from. */
const ORIGIN = 'http://localhost:4260';

/** What a fault has at hand: the request, the way on to the service, and the page's own time. */
export interface Way {
  readonly request: Request;
  /** The service's own reply to it, or to what is left of it. */
  readonly on: (spoiled?: Spoiled) => Promise<Response>;
  readonly time: VirtualTime;
}

/** What a proxy leaves out of a request. */
export type Spoiled = 'no-headers' | 'half-a-body';

/** Something that answers in the service's place; absent, for this request: it lets it through. */
export type Fault = (way: Way) => Response | Promise<Response> | undefined;

/** The page's network: msw answers every `fetch`, by the real service behind it or by a fault on the way there. */
export class FaultyNetwork extends Network {
  fault: Fault | undefined;
  readonly #time: VirtualTime;
  readonly #server = setupServer(
    http.all(`${ORIGIN}/api/*`, ({ request }) => {
      const way: Way = { request, on: (spoiled) => this.#on(request, spoiled), time: this.#time };
      return this.fault?.(way) ?? way.on();
    }),
  );

  constructor(time: VirtualTime) {
    super(time.clock);
    this.#time = time;
    this.#server.listen({ onUnhandledRequest: 'error' });
  }

  close(): void {
    this.#server.close();
  }

  protected override answer(url: string, init: RequestInit): Promise<Response> {
    return fetch(`${ORIGIN}${url}`, init);
  }

  async #on(request: Request, spoiled?: Spoiled): Promise<Response> {
    const whole = Buffer.from(await request.clone().arrayBuffer());
    const payload = spoiled === 'half-a-body' ? whole.subarray(0, whole.length >> 1) : whole;
    const { 'content-length': _counted, ...headers } = Object.fromEntries(request.headers);
    const answer = await serviceOf(this).inject({
      method: request.method as 'POST',
      url: request.url.slice(ORIGIN.length),
      headers: { host: new URL(ORIGIN).host, ...(spoiled !== 'no-headers' && headers) },
      ...(payload.length > 0 && { payload }),
    });
    return new HttpResponse(answer.statusCode === 204 ? null : new Uint8Array(answer.rawPayload), {
      status: answer.statusCode,
      headers: Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]),
    });
  }
}

const serviceOf = ({ app }: Network): FastifyInstance => {
  if (!app) throw new Error('this test has no service');
  return app;
};
