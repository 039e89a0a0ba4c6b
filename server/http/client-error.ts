import { STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { ErrorReply } from '../contract/index.ts';
import { BARE_HEADERS } from './security-headers.ts';

/** A connection with what was asked on it and is not answered to the end. */
interface Asked {
  readonly open: Map<ServerResponse, IncomingMessage>;
  /** What came last is not HTTP. */
  broken?: Error;
  /** What was asked last, which is what breaks where a body does. */
  last?: IncomingMessage;
}

const connections = new WeakMap<Socket, Asked>();

/** Keeps account of the replies that each connection still has to come. */
export const countReplies = (server: Server): void => {
  server.on('request', (request, reply: ServerResponse) => {
    const { socket } = request;
    const asked: Asked = connections.get(socket) ?? { open: new Map() };
    connections.set(socket, asked);
    asked.open.set(reply, request);
    asked.last = request;
    reply.once('close', () => {
      asked.open.delete(reply);
      settle(asked, socket);
    });
  });
};

/**
 * Answers on the raw socket what is not HTTP, has too many headers, or did not send them in time. Replies to what came
 * before it on the same connection come first, and whole.
 */
export const answerUnparsed = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const asked: Asked = connections.get(socket) ?? { open: new Map() };
  asked.broken ??= error;
  settle(asked, socket);
};

function settle({ open, broken, last }: Asked, socket: Socket): void {
  if (!broken || [...open].some(([reply, request]) => request.complete || reply.headersSent)) return;
  const isAnswered = last?.complete === false && open.size === 0;
  if (isAnswered) socket.destroy(broken);
  else refuse(broken, socket);
}

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
