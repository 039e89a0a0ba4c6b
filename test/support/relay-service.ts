import type { Broken, ReceivingLine, RelayBatch, RelayNews, SendingLine } from '../../devices/index.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What lies between a phone and a screen, in virtual time: it keeps what was sent until it is read. */
export class RelayService {
  /** Who reaches it. */
  readonly reached = { phone: true, screen: true };
  /** Whether answers get lost on their way back, after what was asked is done. */
  losesAnswers = false;
  hasEnded = false;
  /** How long each way takes, ms. */
  delayMs = (): number => 5;
  /** The service's own clock against virtual time, ms. */
  aheadMs = 1000;
  /** Readers that wait. */
  reading = 0;
  readonly #time: VirtualTime;
  #latest: Pick<RelayNews, 'clock' | 'sensor' | 'battery'> = {};
  #items: RelayNews['items'] = [];
  #nextSeq = 0;

  constructor(time: VirtualTime) {
    this.#time = time;
  }

  readonly phone: SendingLine = {
    time: () => this.#asked('phone'),
    send: (batch) => this.#carried('phone', () => this.#take(batch)),
  };

  readonly screen: ReceivingLine = {
    time: () => this.#asked('screen'),
    read: async (from) => {
      this.reading += 1;
      const news = await this.#carried('screen', async () => {
        const first = from ?? this.#nextSeq;
        for (let i = 0; i < 50 && this.#nextSeq <= first; i++) await this.#pass(100);
        const items = this.#items.filter(({ seq }) => seq >= first);
        return { ...this.#latest, items, nextSeq: this.#nextSeq };
      });
      this.reading -= 1;
      return news;
    },
  };

  #take({ clock, items }: RelayBatch): Promise<{ readonly nextSeq: number }> {
    const fresh = items.filter(({ seq }) => seq >= this.#nextSeq);
    this.#items = [...this.#items, ...fresh];
    this.#nextSeq += fresh.length;
    for (const { said } of fresh)
      if (said.type === 'sensor') this.#latest = { ...this.#latest, sensor: said };
    if (clock) this.#latest = { ...this.#latest, clock };
    return Promise.resolve({ nextSeq: this.#nextSeq });
  }

  async #carried<T>(who: 'phone' | 'screen', work: () => Promise<T>): Promise<T | Broken> {
    await this.#pass(this.delayMs());
    if (this.hasEnded) return 'gone';
    if (!this.reached[who]) return 'cut';
    const done = await work();
    await this.#pass(this.delayMs());
    return this.losesAnswers || !this.#reaches(who) ? 'cut' : done;
  }

  #reaches(who: 'phone' | 'screen'): boolean {
    return this.reached[who];
  }

  async #asked(who: 'phone' | 'screen'): Promise<number | undefined> {
    const answer = await this.#carried(who, () => Promise.resolve(this.#time.clock() + this.aheadMs));
    return typeof answer === 'number' ? answer : undefined;
  }

  #pass(ms: number): Promise<void> {
    return new Promise((done) => this.#time.scheduler.schedule(() => done(), ms));
  }
}
