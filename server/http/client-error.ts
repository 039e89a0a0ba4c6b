import { STATUS_CODES, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { ErrorReply } from '../contract/index.ts';
import { BARE_HEADERS } from './security-headers.ts';

/** Connections with what they are still to be told, and what comes after that. */
const owed = new WeakMap<Socket, { replies: number; after?: () => void }>();

/** Keeps count of the replies that each connection still has to come. */
export const countReplies = (server: Server): void => {
  server.on('request', ({ socket }, reply: ServerResponse) => {
    const due = owed.get(socket) ?? { replies: 0 };
    owed.set(socket, due);
    due.replies += 1;
    reply.once('close', () => {
      due.replies -= 1;
      if (due.replies === 0) due.after?.();
    });
  });
};

/**
 * Answers on the raw socket what is not HTTP, has too many headers, or did not send them in time. Replies to what came
 * before it on the same connection come first, and whole.
 */
export const answerUnparsed = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const due = owed.get(socket);
  if (due && due.replies > 0) due.after ??= () => refuse(error, socket);
  else refuse(error, socket);
};

function refuse(error: NodeJS.ErrnoException, socket: Socket): void {
  if (socket.destroyed) return;
  const isLate = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const reply: ErrorReply = isLate
    ? { service: 'attune', code: 'timeout', message: 'The request did not arrive in time: send it again.' }
    : { service: 'attune', code: 'invalid-request', message: 'The request is malformed.' };
  const body = JSON.stringify(reply);
  const status = isLate ? 408 : 400;
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]!}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    ...Object.entries(BARE_HEADERS).map(([name, value]) => `${name}: ${value}`),
    'connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroy(error);
}
