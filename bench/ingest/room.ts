import { connect, type Socket } from 'node:net';

/** Answers to what was sent on one connection, in order. Only what our service sends: a status and a known length. */
export interface Connection {
  /** Sends a request and gives the answer's status. Rejects once the connection is lost. */
  ask(request: Buffer): Promise<number>;
  end(): void;
}

/** A raw connection: a whole HTTP client would take more of the machine than the service that is measured. */
export async function connection(port: number): Promise<Connection> {
  const socket = await connected(port);
  const waiting: { readonly give: (status: number) => void; readonly lose: (error: Error) => void }[] = [];
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1');
    for (let reply = wholeReply(text); reply; reply = wholeReply(text)) {
      text = text.slice(reply.length);
      waiting.shift()?.give(reply.status);
    }
  });
  socket.on('error', () => undefined);
  let isLost = false;
  socket.on('close', () => {
    isLost = true;
    for (const { lose } of waiting.splice(0)) lose(new Error('the connection was lost'));
  });
  return {
    ask: (request) =>
      new Promise((give, lose) => {
        if (isLost) {
          lose(new Error('the connection was lost'));
          return;
        }
        waiting.push({ give, lose });
        socket.write(request);
      }),
    end: () => socket.destroy(),
  };
}

const connected = (port: number): Promise<Socket> =>
  new Promise((give, lose) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => give(socket));
    socket.once('error', lose);
  });

function wholeReply(text: string): { readonly status: number; readonly length: number } | undefined {
  const headEnd = text.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const bodyLength = Number(/\r\ncontent-length: (\d+)\r\n/i.exec(text.slice(0, headEnd + 2))?.[1] ?? 0);
  const length = headEnd + 4 + bodyLength;
  return text.length < length ? undefined : { status: Number(text.slice(9, 12)), length };
}

/** A POST of JSON, as bytes. */
export function post(path: string, body: string): Buffer {
  const head = `POST /api/v1${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n`;
  return Buffer.from(`${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

export const roomId = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
