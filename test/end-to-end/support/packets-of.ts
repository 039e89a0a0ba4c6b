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
export const packetsIn = (log: string): readonly string[] =>
  log
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly type: string; readonly hex?: string })
    .flatMap(({ type, hex }) => (type === 'packet' && hex !== undefined ? [hex] : []));

/** The value that `share` of the values do not exceed. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(share * values.length) - 1)] ??
  Number.NaN;
