import type { LoggedEvent } from '../../server/index.ts';

/** A log cut into what a browser sends every so many seconds. */
export const batchesOf = (events: readonly LoggedEvent[], seconds: number): LoggedEvent[][] => {
  const batches: LoggedEvent[][] = [];
  let untilMs = -Infinity;
  for (const event of events) {
    if (event.atMs >= untilMs) {
      untilMs = event.atMs + seconds * 1000;
      batches.push([]);
    }
    batches.at(-1)!.push(event);
  }
  return batches;
};

export interface Sent {
  /** How many answers had each status. */
  readonly statuses: Record<string, number>;
  /** How long each batch took, ms. */
  readonly tookMs: number[];
}

/** Sends a log as so many sessions, a batch after the other in each and all of them at once. */
export const sendRooms = async (
  url: string,
  batches: readonly (readonly LoggedEvent[])[],
  { rooms, from = 0 }: { readonly rooms: number; readonly from?: number },
): Promise<Sent> => {
  const sent: Sent = { statuses: {}, tookMs: [] };
  const post = async (path: string, body: object): Promise<void> => {
    const beganMs = performance.now();
    const answer = await fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
    await answer.arrayBuffer();
    sent.tookMs.push(performance.now() - beganMs);
    sent.statuses[answer.status] = (sent.statuses[answer.status] ?? 0) + 1;
  };
  const room = async (n: number): Promise<void> => {
    const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
    await post('/sessions', { id, startedAtMs: n, protocol: 'craving-session' });
    for (const events of batches) await post(`/sessions/${id}/events`, { events });
  };
  await Promise.all(Array.from({ length: rooms }, (_, i) => room(from + i)));
  return sent;
};
