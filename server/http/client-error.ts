import { STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { ErrorReply } from '../contract/index.ts';
import { BARE_HEADERS } from './security-headers.ts';

/** A connection with what was asked on it and is not answered to the end. */
interface Asked {
  readonly open: Map<ServerResponse, IncomingMessage>;
  /** What came last is not HTTP. */
  broken?: Error;
  /** All is said, and the connection ends. */
  isLeft?: boolean;
  /** What was asked last, which is what breaks where a body does. */
  last?: IncomingMessage;
}

/** How long a connection that was answered and is to end may go on sending. */
const LINGER_MS = 2000;

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
  // What else comes on it is thrown away.
  if (asked.broken) return;
  connections.set(socket, asked);
  asked.broken = error;
  settle(asked, socket);
};

/** Refuses once all before it is answered. A request whose body is what broke may have its own answer already. */
function settle(asked: Asked, socket: Socket): void {
  const { open, broken, last } = asked;
  if (!broken || asked.isLeft || [...open].some(([reply, request]) => request.complete || reply.headersSent))
    return;
  asked.isLeft = true;
  const isAnswered = last?.complete === false && open.size === 0;
  leave(socket, isAnswered ? '' : refusalOf(broken));
}

/**
 * Says the last words and closes once the other side has, or after a while: who is still sending would lose what it has
 * not read yet with a connection that is closed at once.
 */
function leave(socket: Socket, words: string): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  socket.end(words);
  const overdue = setTimeout(() => socket.destroy(), LINGER_MS).unref();
  socket.once('close', () => clearTimeout(overdue)).once('end', () => socket.destroy());
}

function refusalOf(error: NodeJS.ErrnoException): string {
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
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}
