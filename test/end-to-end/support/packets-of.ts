import type { SessionEvent } from '../../../engine/index.ts';
import { heartRatePayload } from './heart-rate-payload.ts';
import type { VirtualStrap } from './virtual-strap.ts';

/** Packets that are each unlike any other, and those of them that were sent while somebody listened. */
export class NumberedPackets {
  readonly sent: string[] = [];
  readonly #strap: VirtualStrap;
  #number = 0;

  constructor(strap: VirtualStrap) {
    this.#strap = strap;
  }

  /** Sends `count` of them at once. */
  send(count: number): void {
    for (let i = 0; i < count; i++) {
      const payload = heartRatePayload({ bpm: 72, rrMs: [833], energyKj: this.#number++ });
      if (this.#strap.send(payload)) this.sent.push(Buffer.from(payload).toString('hex'));
    }
  }
}

/** The packets of a log, in its order. */
export const packetsIn = (log: readonly SessionEvent[]): readonly string[] =>
  log.flatMap((event) => (event.type === 'packet' ? [event.hex] : []));

/** The events of stored lines, by session: each begins with number 0. */
export function sessionsIn(lines: readonly string[]): readonly (readonly SessionEvent[])[] {
  const sessions: SessionEvent[][] = [];
  for (const line of lines) {
    const event = JSON.parse(line) as SessionEvent;
    if (event.seq === 0) sessions.push([]);
    sessions.at(-1)!.push(event);
  }
  return sessions;
}
