import { ReplaySubject, Subject, Subscription, asyncScheduler, interval, tap } from 'rxjs';
import { observeOn, queueScheduler, type Observable, type OperatorFunction, type SchedulerLike } from 'rxjs';
import { SensorError, type Clock, type HeartRateSensor, type SensorErrorCode } from '../../devices/index.ts';
import {
  liveBreathing,
  liveHeart,
  writeLog,
  type InputEvent,
  type LiveBreathing,
  type LiveHeart,
  type SessionEnded,
  type SessionEvent,
  type SessionStarted,
  type Signal,
  type Tick,
} from '../../engine/index.ts';
import type { ModulePlayer } from '../audio/module-player.ts';
import { behavior, type Behavior } from '../kit/behavior.ts';

/** What the person puts in; the shell stamps time and author. */
export type PersonInput = Unstamped<
  Extract<
    InputEvent,
    {
      type: 'rating' | 'mark' | 'tag' | 'prompt-answer' | 'press' | 'pacer' | 'learning-stopped' | 'activity';
    }
  >
>;
/** What a clinician asks for from elsewhere, under the number of its command. */
export type ClinicianInput = Unstamped<
  Extract<InputEvent, { type: 'mark' | 'tag' | 'press' | 'pacer' | 'learning-stopped' }>
> & { readonly command: number };
type Unstamped<E> = E extends unknown ? Omit<E, 'atMs' | 'author'> : never;

export interface SessionPorts {
  readonly clock: Clock;
  readonly player: Pick<ModulePlayer, 'carryOut' | 'stop'>;
  readonly engine: OperatorFunction<InputEvent | Tick, Signal>;
  /** Takes every event in order, before anything is shown. */
  readonly log: { append(event: SessionEvent): void; close(): void };
  readonly scheduler?: SchedulerLike;
}

export interface SensorFault {
  readonly code: SensorErrorCode;
  readonly message: string;
}

/** A session under way. */
export interface LiveSession {
  readonly id: string;
  readonly startedAtMs: number;
  /** The whole log from its start, also for late subscribers; completes when the session has ended, never errors. */
  readonly events$: Observable<SessionEvent>;
  /** What the engine makes of the heart so far; complete up to each event as it is emitted. */
  readonly heart: LiveHeart;
  /** Why no heart rate comes, where trying again needs the person. */
  readonly sensorFault$: Behavior<SensorFault | undefined>;
  /** The engine broke: sound is off and the log ends here. */
  readonly broken$: Behavior<boolean>;
  /** How the person breathes; absent: not known surely. */
  breathing(nowMs: number): LiveBreathing | undefined;
  send(input: PersonInput): void;
  /** Carries out what a clinician asks for; a stop is sound off at once. */
  order(input: ClinicianInput): void;
  /** Sound off at once, whatever the engine is doing; then the press is logged. */
  stop(): void;
  connectAgain(): void;
  /** Ends the session; later calls do nothing. */
  end(reason: SessionEnded['reason']): void;
}

export interface LiveOpening {
  readonly id: string;
  readonly start: SessionStarted;
  readonly sensor?: HeartRateSensor | undefined;
}

const TICK_MS = 1000;

/**
 * Runs one session: sensor, person and clock go into the engine in one order; its conclusions go to the log, the
 * player and the screens, and the beats between them to the screens alone.
 */
export function startSession(ports: SessionPorts, opening: LiveOpening): LiveSession {
  const session = new RunningSession(ports, opening);
  session.begin(opening.start);
  return session;
}

class RunningSession implements LiveSession {
  readonly id: string;
  readonly startedAtMs: number;
  readonly events$ = new ReplaySubject<SessionEvent>(Infinity);
  readonly sensorFault$ = behavior<SensorFault | undefined>(undefined);
  readonly broken$ = behavior(false);
  readonly #heart = liveHeart();
  readonly heart = this.#heart.heart;
  readonly #breathing = liveBreathing();
  readonly #ports: SessionPorts;
  readonly #sensor: HeartRateSensor | undefined;
  readonly #door = new Subject<InputEvent | Tick>();
  readonly #sources = new Subscription();
  #lastMs: number;
  #over = false;

  constructor(ports: SessionPorts, { id, start, sensor }: LiveOpening) {
    this.id = id;
    this.startedAtMs = start.atMs;
    this.#lastMs = start.atMs;
    this.#ports = ports;
    this.#sensor = sensor;
  }

  begin(start: SessionStarted): void {
    const { engine, clock, scheduler = asyncScheduler } = this.#ports;
    // The queue keeps order when an event's consequence is itself an input.
    this.#door
      .pipe(
        observeOn(queueScheduler),
        engine,
        tap((signal) => this.#follow(signal)),
        writeLog(),
      )
      .subscribe({
        next: (event) => this.#conclude(event),
        error: () => this.#break(),
        complete: () => this.#close(),
      });
    this.#enter(start);
    this.connectAgain();
    this.#sources.add(
      interval(TICK_MS, scheduler).subscribe(() => this.#enter({ type: 'tick', atMs: clock() })),
    );
  }

  breathing(nowMs: number): LiveBreathing | undefined {
    return this.#breathing.at(nowMs);
  }

  send(input: PersonInput): void {
    this.#enter({ ...input, atMs: this.#ports.clock(), author: 'person' });
  }

  order(input: ClinicianInput): void {
    if (input.type === 'press' && input.button === 'stop' && !this.#over) this.#ports.player.stop();
    this.#enter({ ...input, atMs: this.#ports.clock(), author: 'clinician' });
  }

  stop(): void {
    this.#ports.player.stop();
    this.send({ type: 'press', button: 'stop' });
  }

  connectAgain(): void {
    if (!this.#sensor || this.#over) return;
    this.sensorFault$.next(undefined);
    const beats = this.#sensor.events$.subscribe({
      next: (event) => this.#enter(event),
      error: (cause: unknown) => this.sensorFault$.next(faultOf(cause)),
    });
    this.#sources.add(beats);
  }

  end(reason: SessionEnded['reason']): void {
    if (this.#over) return;
    // Over before anybody hears of it: whoever answers the end by ending the session ends it no second time.
    this.#over = true;
    this.#put({ type: 'session-ended', atMs: this.#ports.clock(), author: 'person', reason });
    this.#door.complete();
  }

  #enter(input: InputEvent | Tick): void {
    if (!this.#over) this.#put(input);
  }

  #put(input: InputEvent | Tick): void {
    this.#lastMs = Math.max(this.#lastMs, input.atMs);
    this.#door.next({ ...input, atMs: this.#lastMs });
  }

  #follow(signal: Signal): void {
    this.#heart.take(signal);
    this.#breathing.take(signal);
  }

  #conclude(event: SessionEvent): void {
    this.#ports.log.append(event);
    if (event.type === 'crossfade') this.#ports.player.carryOut(event.plan);
    this.events$.next(event);
  }

  #break(): void {
    this.#over = true;
    this.broken$.next(true);
    this.#close();
  }

  #close(): void {
    this.#sources.unsubscribe();
    this.#ports.player.stop();
    this.#ports.log.close();
    this.events$.complete();
  }
}

const faultOf = (cause: unknown): SensorFault =>
  cause instanceof SensorError
    ? { code: cause.code, message: cause.message }
    : { code: 'unreachable', message: 'The sensor stopped unexpectedly.' };
