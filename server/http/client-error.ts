import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ErrorReply } from '../contract/index.ts';

/** Answers on the raw socket what is not HTTP, too slow, or has too many headers. */
export const answerUnparsed = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const body = JSON.stringify({
    service: 'attune',
    code: 'invalid-request',
    message: 'The request is malformed.',
  } satisfies ErrorReply);
  const head = [
    `HTTP/1.1 400 ${STATUS_CODES[400]!}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroy(error);
};
