import { createHash, randomUUID } from 'node:crypto';

/** A client that means well, and remembers what the service acknowledged. */
export interface HonestClient {
  readonly sessions: readonly string[];
  readonly track: string;
  /** Appends to its sessions in turn. @throws where that is not acknowledged */
  goOn(): Promise<void>;
  /** Where the service is from now on. */
  moveTo(url: string): void;
  /** Events and tracks that the service has acknowledged. */
  acknowledged(): number;
  /** How many of them the service gives back as they were sent. */
  countKept(): Promise<number>;
  slowestMs(): number;
}

const SESSIONS = 3;
const BATCH = 20;

const eventOf = (seq: number, word: string): object => ({
  seq,
  atMs: 1000 + seq * 812.5,
  type: 'packet',
  author: 'device',
  hex: (seq * 2654435761).toString(16),
  word,
});

/**
 * Makes its sessions and keeps a track. @throws where that is not acknowledged
 *
 * @param said  headers that it sends with each request, and a word that stands in each of its events
 */
export async function honestClient(
  at: string,
  said: { readonly headers?: Readonly<Record<string, string>>; readonly word?: string } = {},
): Promise<HonestClient> {
  const { headers = {}, word = 'heart' } = said;
  let url = at;
  let slowestMs = 0;
  const sessions = Array.from({ length: SESSIONS }, () => randomUUID());
  const counts = new Map(sessions.map((id) => [id, 0]));
  const bytes = Buffer.from('the bytes of a song '.repeat(5000));
  const track = `own-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`;
  const ask = async (method: string, path: string, body?: object | Buffer): Promise<Response> => {
    const beganMs = performance.now();
    const isFile = Buffer.isBuffer(body);
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        ...headers,
        ...(body && { 'content-type': isFile ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body && { body: isFile ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    slowestMs = Math.max(slowestMs, performance.now() - beganMs);
    if (!answer.ok)
      throw new Error(`${method} ${path} was answered ${answer.status}: ${await answer.text()}`);
    return answer;
  };
  for (const [i, id] of sessions.entries())
    await ask('POST', '/sessions', { id, startedAtMs: 1_700_000_000_000 + i, protocol: 'rescue' });
  await ask('PUT', `/tracks/${track}`, bytes);
  let turn = 0;
  return {
    sessions,
    track,
    goOn: async () => {
      const id = sessions[turn++ % SESSIONS]!;
      const from = counts.get(id)!;
      counts.set(id, from + BATCH);
      const events = Array.from({ length: BATCH }, (_, i) => eventOf(from + i, word));
      const { nextSeq } = (await (await ask('POST', `/sessions/${id}/events`, { events })).json()) as {
        nextSeq: number;
      };
      if (nextSeq !== from + BATCH) throw new Error(`${from + BATCH} events were sent, ${nextSeq} are there`);
    },
    moveTo: (to) => (url = to),
    acknowledged: () => [...counts.values()].reduce((sum, count) => sum + count, 1),
    countKept: async () => {
      const file = await (await ask('GET', `/tracks/${track}`)).arrayBuffer();
      let kept = Buffer.from(file).equals(bytes) ? 1 : 0;
      for (const [id, count] of counts) {
        const lines = (await (await ask('GET', `/sessions/${id}/export`)).text()).split('\n');
        for (let seq = 0; seq < count; seq++)
          if (lines[seq] === JSON.stringify(eventOf(seq, word))) kept += 1;
      }
      return kept;
    },
    slowestMs: () => slowestMs,
  };
}
