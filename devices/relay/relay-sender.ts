import { asyncScheduler, Observable, Subscription, type SchedulerLike } from 'rxjs';
import type { ClockOffset } from '../../engine/index.ts';
import { epochClock, type Clock } from '../clock.ts';
import type { HeartRateSensor, SensorEvent } from '../heart-rate-sensor.ts';
import { measuredOffset } from './measured-offset.ts';
import type { RelayItem, RelaySaid, SendingLine } from './relay-line.ts';

/** How the sending goes on. */
export interface SendingStatus {
  /** `cut`: the service is not reached, and what comes is kept here. `gone`: the screen has let go, for good. */
  readonly line: 'open' | 'cut' | 'gone';
  /** How much waits to be sent. */
  readonly waiting: number;
}

export interface SendingOptions {
  /** For how much is kept at the most; absent: an hour of beats and movement. */
  readonly mostWaiting?: number;
  readonly clock?: Clock;
  readonly scheduler?: SchedulerLike;
}

const MOST_WAITING = 12_000;
const AT_ONCE = 500;
const AGAIN_MS = 1000;
/** Without anything to say, so often it is said that the phone is there, ms; and how its clock lies. */
const ALIVE_MS = 15_000;

type Kept = Omit<RelayItem, 'seq'>;

/**
 * Sends on what a sensor says, in order and each once, for as long as somebody is subscribed. What is not acknowledged
 * is kept here, over any cut; where more comes than is kept, the screen is told that the sensor was `lost` for a while.
 * Errors as the sensor does.
 */
export const relaySender = (
  sensor: HeartRateSensor,
  line: SendingLine,
  options: SendingOptions = {},
): Observable<SendingStatus> =>
  new Observable((subscriber) => {
    const sending = new Sending({ strap: sensor.name, line }, options, (status) => subscriber.next(status));
    sending.begin();
    const heard = sensor.events$.subscribe({
      next: (event) => sending.add(saidIn(event)),
      error: (cause: unknown) => subscriber.error(cause),
    });
    heard.add(sensor.battery$?.subscribe((percent) => sending.add({ type: 'battery', percent })));
    return () => {
      heard.unsubscribe();
      sending.stop();
    };
  });

const saidIn = (event: SensorEvent): RelaySaid | undefined => {
  switch (event.type) {
    case 'packet':
    case 'frame':
      return { type: event.type, hex: event.hex };
    case 'sensor': {
      const { state, code } = event;
      return { type: 'sensor', state, ...(code !== undefined && { code }) };
    }
    // A strap has no times of its own, and is on this very device.
    case 'intervals':
    case 'clock-offset':
      return undefined;
  }
};

class Sending {
  readonly #strap: string;
  readonly #line: SendingLine;
  readonly #options: SendingOptions;
  readonly #clock: Clock;
  readonly #scheduler: SchedulerLike;
  readonly #tell: (status: SendingStatus) => void;
  readonly #held = new Subscription();
  #kept: Kept[] = [];
  /** The number of the first that is kept; absent: to be asked for. */
  #first: number | undefined;
  #offset: ClockOffset | undefined;
  #isSending = false;
  #isNew = true;
  #again = Subscription.EMPTY;
  #state: SendingStatus['line'] = 'open';

  constructor(
    { strap, line }: { readonly strap: string; readonly line: SendingLine },
    options: SendingOptions,
    tell: (status: SendingStatus) => void,
  ) {
    this.#strap = strap;
    this.#line = line;
    this.#options = options;
    this.#tell = tell;
    this.#clock = options.clock ?? epochClock;
    this.#scheduler = options.scheduler ?? asyncScheduler;
  }

  begin(): void {
    const [clock, scheduler] = [this.#clock, this.#scheduler];
    this.#held.add(
      measuredOffset(this.#line, { clock, scheduler }).subscribe((offset) => {
        this.#offset = offset;
        this.#isNew = true;
        void this.#send();
      }),
    );
    void this.#send();
  }

  stop(): void {
    this.#held.unsubscribe();
    this.#again.unsubscribe();
  }

  add(said: RelaySaid | undefined): void {
    if (!said || this.#state === 'gone') return;
    const atMs = this.#clock();
    if (this.#kept.length >= (this.#options.mostWaiting ?? MOST_WAITING)) {
      this.#kept = [{ atMs, said: { type: 'sensor', state: 'lost', code: 'kept-too-long' } }];
      this.#first = undefined;
    }
    this.#kept.push({ atMs, said });
    void this.#send();
  }

  async #send(): Promise<void> {
    if (this.#isSending || this.#held.closed || this.#state === 'gone') return;
    const first = this.#first;
    const some = first === undefined ? [] : this.#kept.slice(0, AT_ONCE);
    if (some.length === 0 && !this.#isNew && first !== undefined) return;
    this.#isSending = true;
    this.#isNew = false;
    this.#again.unsubscribe();
    const items = some.map((kept, i) => ({ seq: (first ?? 0) + i, ...kept }));
    const clock = this.#offset && { clock: this.#offset };
    const answer = await this.#line.send({ strap: this.#strap, ...clock, items });
    this.#isSending = false;
    if (this.#isOver()) return;
    if (typeof answer === 'string') this.#broke(answer);
    else this.#taken(answer.nextSeq, first);
  }

  #isOver(): boolean {
    return this.#held.closed;
  }

  #broke(how: 'cut' | 'gone'): void {
    this.#say(how);
    if (how === 'cut') this.#sendIn(AGAIN_MS);
  }

  #taken(nextSeq: number, first: number | undefined): void {
    // Where all that was kept was given up meanwhile, what was just taken is no part of what is kept now.
    if (first !== undefined && first === this.#first) this.#kept.splice(0, Math.max(0, nextSeq - first));
    this.#first = first !== undefined && this.#first === undefined ? undefined : nextSeq;
    this.#say('open');
    if (this.#kept.length > 0 || this.#first === undefined) void this.#send();
    else this.#sendIn(ALIVE_MS);
  }

  #sendIn(ms: number): void {
    this.#again.unsubscribe();
    this.#again = this.#scheduler.schedule(() => {
      this.#isNew = true;
      void this.#send();
    }, ms);
  }

  #say(line: SendingStatus['line']): void {
    this.#state = line;
    this.#tell({ line, waiting: this.#kept.length });
  }
}
