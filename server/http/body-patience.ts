import { Transform, type Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { Failure } from './failures.ts';

/** How long a request's body may take. */
export interface Patience {
  /** All of it, ms; … */
  readonly wholeMs: number;
  /** … and a millisecond more for each of so many bytes that have come, so that a large upload has its time. */
  readonly bytesPerMs: number;
  /** Without a byte, ms. */
  readonly silenceMs: number;
}

/**
 * Waits for each body as long as it comes at some pace, however large it is, and fails with 408 where it does not.
 * Node's own limit would be one for all, and cut the connection of a large upload.
 */
export const limitBodies = (app: FastifyInstance, patience: Patience): void => {
  app.addHook('preParsing', (request, _reply, payload) => {
    const { 'content-length': length = '0', 'transfer-encoding': encoding } = request.headers;
    const hasBody = length !== '0' || encoding !== undefined;
    return Promise.resolve(hasBody ? patient(payload as Readable, patience) : payload);
  });
  // Who was answered before all was sent may go on sending, to read the answer afterwards, but not for ever.
  app.addHook('onResponse', ({ raw }, _reply, done) => {
    done();
    // `complete` is absent where there is no connection.
    if ((raw.complete as boolean | undefined) !== false) return;
    const overdue = setTimeout(() => raw.destroy(), patience.silenceMs).unref();
    raw.once('close', () => clearTimeout(overdue)).once('end', () => clearTimeout(overdue));
    // Away from whoever would have read it: what nobody takes would keep the next request waiting.
    raw.unpipe().resume();
  });
};

/** The same bytes. Not `pipeline`, which would close the connection before it can be answered. */
const patient = (payload: Readable, { wholeMs, bytesPerMs, silenceMs }: Patience): Transform => {
  let untilMs = performance.now() + wholeMs;
  let heardMs = performance.now();
  let bell: NodeJS.Timeout | undefined;
  let isLastLook = false;
  const body = Object.assign(
    new Transform({
      transform: (chunk: Buffer, _encoding, passed) => {
        // Read by Fastify, which compares it with the length that was announced.
        body.receivedEncodedLength += chunk.length;
        untilMs += chunk.length / bytesPerMs;
        heardMs = performance.now();
        passed(null, chunk);
      },
    }),
    { receivedEncodedLength: 0 },
  );
  const look = (): void => {
    const leftMs = Math.min(untilMs, heardMs + silenceMs) - performance.now();
    if (leftMs > 0) {
      isLastLook = false;
      bell = setTimeout(look, leftMs + 1).unref();
    } else if (!isLastLook) {
      // What has arrived while the process was held up counts.
      isLastLook = true;
      setImmediate(look);
    } else body.destroy(new Failure(408, 'The request did not arrive in time: send it again.'));
  };
  // A request that was refused unread has no reader who hears of it, and that must not end the process.
  body.on('error', () => undefined);
  look();
  const broken = (): void => {
    if (!payload.readableEnded) body.destroy(new Failure(408, 'The request broke off.'));
  };
  payload.on('error', broken).on('close', broken).pipe(body);
  body.on('close', () => {
    clearTimeout(bell);
    payload.off('close', broken);
    payload.unpipe(body);
  });
  return body;
};
