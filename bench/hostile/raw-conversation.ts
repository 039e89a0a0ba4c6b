import { createConnection } from 'node:net';

/** One answer, as far as its head says. */
export interface RawReply {
  readonly status: number;
  /** Lower-case names and their values, one to a line. */
  readonly head: string;
}

export interface Conversation {
  readonly replies: readonly RawReply[];
  /** From the last byte that was written to the last answer, ms; absent: there was none. */
  readonly tookMs?: number;
  /** `done`: every request has its answer; `closed` by the other side; `silent` for too long. */
  readonly end: 'done' | 'closed' | 'silent';
  /** Everything that came, for a look at what must not be in it. */
  readonly text: string;
}

interface Told {
  readonly port: number;
  readonly bytes: Buffer;
  /** Answers after which all is said. */
  readonly expected: number;
  /** What to do after the last byte: wait, end the own half of the connection, or drop it. */
  readonly then: 'wait' | 'end' | 'drop';
  readonly silenceMs: number;
}

const HEAD = /HTTP\/1\.1 (\d{3}) [^\r]*\r\n((?:[^\r]+\r\n)*)\r\n/g;

/** Writes bytes to a port of this machine and listens. Never rejects. */
export const converse = ({ port, bytes, expected, then, silenceMs }: Told): Promise<Conversation> =>
  new Promise((resolve) => {
    let text = '';
    let writtenMs = performance.now();
    let heardMs: number | undefined;
    const socket = createConnection(port, '127.0.0.1');
    const settle = (end: Conversation['end']): void => {
      clearTimeout(silence);
      socket.removeAllListeners().on('error', () => undefined);
      socket.destroy();
      const tookMs = heardMs === undefined ? undefined : heardMs - writtenMs;
      resolve({ replies: repliesIn(text), end, text, ...(tookMs !== undefined && { tookMs }) });
    };
    const silence = setTimeout(() => settle('silent'), silenceMs);
    socket.on('connect', () => {
      socket.write(bytes, () => {
        writtenMs = performance.now();
        if (then === 'end') socket.end();
        if (then === 'drop') settle('closed');
      });
    });
    socket.on('data', (data) => {
      text += data.toString('latin1');
      heardMs = performance.now();
      silence.refresh();
      if (then === 'wait' && repliesIn(text).length >= expected) settle('done');
    });
    socket.on('error', () => undefined).on('close', () => settle('closed'));
  });

/** The answers to what was asked; "100 Continue" is none. */
const repliesIn = (text: string): RawReply[] =>
  Array.from(text.matchAll(HEAD), ([, status, head = '']) => ({ status: Number(status), head })).filter(
    ({ status }) => status >= 200,
  );
