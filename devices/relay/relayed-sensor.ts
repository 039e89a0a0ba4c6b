import { asyncScheduler, Observable, ReplaySubject, Subscription, type SchedulerLike } from 'rxjs';
import { slewedClock, type ClockOffset, type SensorState } from '../../engine/index.ts';
import { epochClock, type Clock } from '../clock.ts';
import { SensorError, type HeartRateSensor, type SensorEvent } from '../heart-rate-sensor.ts';
import { measuredOffset } from './measured-offset.ts';
import type { ReceivingLine, RelayItem, RelayNews, RelaySaid } from './relay-line.ts';

export interface RelayedOptions {
  /** Stable for the life of the page. */
  readonly id: string;
  /** What the strap is called on the phone. */
  readonly name: string;
  readonly clock?: Clock;
  readonly scheduler?: SchedulerLike;
}

/** Nothing from the phone for so long, ms: there is a cut somewhere, and the signal is unknown. */
const STALE_MS = 5000;
/** Until the next try where the service was not reached, ms. */
const AGAIN_MS = 1000;
/** States of a strap that is followed, as the phone may say them. */
const STATES: readonly SensorState[] = [
  ...(['connecting', 'discovering', 'subscribing', 'streaming', 'stale', 'lost', 'backoff'] as const),
];

const isState = (state: string): state is SensorState => (STATES as readonly string[]).includes(state);

/**
 * A strap on a phone, as a sensor of the screen that has the session. What the phone heard comes in its order, each
 * once, with the phone's times as times of `clock`; how well that is known is a `clock-offset` event each quarter of a
 * minute. A cut makes the signal `stale`, not `lost`: the phone keeps what the strap sends meanwhile, and it comes
 * after.
 * Errors with `phone-gone` once the pairing has ended.
 */
export function relayedSensor(line: ReceivingLine, options: RelayedOptions): HeartRateSensor {
  const { id, name } = options;
  const battery$ = new ReplaySubject<number>(1);
  return {
    ...{ id, name, kind: 'strap' },
    battery$,
    events$: new Observable((subscriber) => {
      const listening = new Listening(line, options, {
        tell: (event) => subscriber.next(event),
        battery: (percent) => battery$.next(percent),
        gone: () => subscriber.error(new SensorError('phone-gone', 'The phone has left.')),
      });
      listening.begin();
      return () => listening.stop();
    }),
  };
}

interface Told {
  readonly tell: (event: SensorEvent) => void;
  readonly battery: (percent: number) => void;
  readonly gone: () => void;
}

class Listening {
  readonly #line: ReceivingLine;
  readonly #from: { readonly author: 'device'; readonly sensor: string };
  readonly #clock: Clock;
  readonly #scheduler: SchedulerLike;
  readonly #told: Told;
  readonly #held = new Subscription();
  readonly #phoneClock = slewedClock();
  #silence = Subscription.EMPTY;
  #ofPhone: ClockOffset | undefined;
  #ofScreen: ClockOffset | undefined;
  #next: number | undefined;
  #lastMs = -Infinity;
  /** As the phone said it last. */
  #state: SensorState = 'connecting';
  #shown: SensorState | undefined;
  #hasStreamed = false;

  constructor(line: ReceivingLine, options: RelayedOptions, told: Told) {
    this.#line = line;
    this.#from = { author: 'device', sensor: options.id };
    this.#clock = options.clock ?? epochClock;
    this.#scheduler = options.scheduler ?? asyncScheduler;
    this.#told = told;
  }

  begin(): void {
    this.#show('connecting');
    const [clock, scheduler] = [this.#clock, this.#scheduler];
    this.#held.add(
      measuredOffset(this.#line, { clock, scheduler }).subscribe((offset) => {
        this.#ofScreen = offset;
        this.#tellOffset();
      }),
    );
    this.#listenForSilence();
    this.#readOn(0);
  }

  stop(): void {
    this.#held.unsubscribe();
    this.#silence.unsubscribe();
  }

  #readOn(waitMs: number): void {
    const turn = this.#scheduler.schedule(() => {
      this.#held.remove(turn);
      void this.#line.read(this.#next).then((news) => this.#hear(news));
    }, waitMs);
    this.#held.add(turn);
  }

  #hear(news: Awaited<ReturnType<ReceivingLine['read']>>): void {
    if (this.#held.closed) return;
    if (news === 'gone') this.#told.gone();
    else if (news === 'cut') this.#readOn(AGAIN_MS);
    else {
      this.#ofPhone = news.clock ?? this.#ofPhone;
      this.#measure();
      if (this.#next === undefined) this.#begins(news);
      for (const item of news.items) this.#take(item);
      this.#next = news.nextSeq;
      if (news.items.length > 0) this.#listenForSilence();
      this.#readOn(0);
    }
  }

  /** What was said before is how it stands now. */
  #begins({ sensor, battery }: RelayNews): void {
    if (battery !== undefined) this.#told.battery(battery);
    if (sensor?.type === 'sensor') this.#say(sensor, this.#clock());
  }

  #take({ seq, atMs, said }: RelayItem): void {
    // It was read before, and the answer came twice.
    if (this.#next !== undefined && seq < this.#next) return;
    const ownMs = this.#phoneClock.ownMs(atMs, this.#clock());
    switch (said.type) {
      case 'battery':
        this.#told.battery(said.percent);
        break;
      case 'sensor':
        this.#say(said, ownMs);
        break;
      case 'packet':
      case 'frame':
        this.#show(this.#hasStreamed ? this.#state : 'streaming', ownMs);
        this.#told.tell({ type: said.type, ...this.#from, atMs: this.#stamp(ownMs), hex: said.hex });
        break;
    }
  }

  #say({ state, code }: Extract<RelaySaid, { type: 'sensor' }>, atMs: number): void {
    // A newer phone may say more than this page knows.
    if (!isState(state)) return;
    this.#state = state;
    this.#show(this.#state, atMs, code);
  }

  #show(state: SensorState, atMs = this.#clock(), code?: string): void {
    if (state === this.#shown) return;
    this.#shown = state;
    if (state === 'streaming') this.#hasStreamed = true;
    const said = code === undefined ? {} : { code };
    this.#told.tell({ type: 'sensor', ...this.#from, atMs: this.#stamp(atMs), state, ...said });
  }

  #listenForSilence(): void {
    this.#silence.unsubscribe();
    this.#silence = this.#scheduler.schedule(() => {
      if (this.#shown === 'streaming') this.#show('stale');
    }, STALE_MS);
  }

  #measure(): void {
    const [phone, screen] = [this.#ofPhone, this.#ofScreen];
    if (phone && screen) this.#phoneClock.measured(screen.offsetMs - phone.offsetMs);
  }

  #tellOffset(): void {
    this.#measure();
    const [phone, screen] = [this.#ofPhone, this.#ofScreen];
    if (!phone || !screen) return;
    this.#told.tell({
      ...{ type: 'clock-offset', ...this.#from, atMs: this.#stamp(this.#clock()) },
      offsetMs: Math.round(screen.offsetMs - phone.offsetMs),
      uncertaintyMs: Math.ceil(screen.uncertaintyMs + phone.uncertaintyMs),
    });
  }

  /** Whole ms; never earlier than what was told before. */
  #stamp(atMs: number): number {
    this.#lastMs = Math.max(this.#lastMs, Math.round(atMs));
    return this.#lastMs;
  }
}
