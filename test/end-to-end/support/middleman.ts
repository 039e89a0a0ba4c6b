import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What somebody between the page and the service does with a request; `false`: lets it through. */
export type Meddling = (asked: IncomingMessage, answer: ServerResponse) => boolean;

/** A real server between the page and Attune: it passes everything on, but for what it is told to meddle with. */
export class Middleman {
  /** Method and address of each request to the service's API, with the time. */
  readonly asked: { readonly what: string; readonly atMs: number }[] = [];
  meddle: Meddling = () => false;
  /** Put at the end of the service worker: another build, to the browser. */
  build = '';
  readonly #server: Server;
  readonly #behind: string;

  private constructor(behind: string) {
    this.#behind = behind;
    this.#server = createServer((asked, answer) => this.#pass(asked, answer));
  }

  /** @param behind  Attune's own address */
  static async before(behind: string): Promise<Middleman> {
    const between = new Middleman(behind);
    between.#server.listen(0, '127.0.0.1');
    await once(between.#server, 'listening');
    return between;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #pass(asked: IncomingMessage, answer: ServerResponse): void {
    const { method = 'GET', url = '/' } = asked;
    // The service worker whole and as text, so that something can be put at its end.
    const {
      'accept-encoding': _packed,
      'if-none-match': _known,
      'if-modified-since': _since,
      ...headers
    } = asked.headers;
    if (url.startsWith('/api/')) this.asked.push({ what: `${method} ${url}`, atMs: Date.now() });
    if (this.meddle(asked, answer)) {
      asked.resume();
      return;
    }
    const on = request(`${this.#behind}${url}`, { method, headers }, (reply) => {
      if (url === '/sw.js' && this.build) void this.#rebuilt(reply, answer);
      else reply.pipe(answer.writeHead(reply.statusCode ?? 502, reply.headers));
    });
    on.on('error', () => answer.destroy());
    asked.pipe(on);
  }

  async #rebuilt(reply: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { 'content-length': _length, etag: _etag, ...headers } = reply.headers;
    answer.writeHead(reply.statusCode ?? 502, headers);
    answer.end(`${await text(reply)}\n// ${this.build}\n`);
  }
}
