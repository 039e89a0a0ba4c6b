import { interval, Subject, Subscription, timer, type Observable } from 'rxjs';
import { KALIMBA } from '../../../audio/instruments/index.ts';
import { tempoBpm } from '../../../audio/modules/index.ts';
import { behavior, type Behavior } from '../../../kit/behavior.ts';
import type { Stage } from '../sound/stage.ts';
import { PADS } from '../drums/pads.ts';
import type { RhythmStore } from '../rhythm-store.ts';
import type { Claps } from '../input/claps-view-model.ts';
import { findingOf, type Finding, type Input } from './finding.ts';
import { barsOf, BEATS, countIn, PARTS, PRACTICE_INSTRUMENTS, TEMPO } from './plan.ts';
import type { Bar, PartId, Role } from './plan.ts';

export type PracticeState =
  | { readonly stage: 'ready' }
  | { readonly stage: 'opening'; readonly part: PartId }
  | { readonly stage: 'playing'; readonly part: PartId; readonly role: Role | 'count-in' }
  | { readonly stage: 'between'; readonly part: PartId; readonly finding: Finding; readonly next?: PartId }
  | { readonly stage: 'failed'; readonly part: PartId };

/** A bar that is on the audio clock. */
export interface LaidBar extends Bar {
  readonly atS: number;
  readonly beatS: number;
  readonly counts: boolean;
}

/** What the picture is drawn from, read as often as it is drawn. Times of the audio clock, seconds. */
export interface PracticeMoment {
  /** What is heard now. */
  readonly heardS: number;
  readonly bar: LaidBar | undefined;
  /** The last taps, newest last. */
  readonly tapsS: readonly number[];
}

export interface PracticeViewModel {
  readonly state$: Behavior<PracticeState>;
  readonly tempo$: Behavior<number>;
  /** Share of the part that is over, 0–1. */
  readonly progress$: Behavior<number>;
  /** Each tap as it comes, with how hard it was, 0–1. */
  readonly taps$: Observable<number>;
  /** Whether each beat is felt, too. */
  readonly vibrates$: Behavior<boolean>;
  readonly sounds$: Behavior<boolean>;
  readonly findings$: Behavior<readonly Finding[]>;
  setTempo(bpm: number): void;
  /** Lets each beat be felt; absent: none. */
  vibrate(touch: ((ms: number) => void) | undefined): void;
  /** Call it in the handler of a gesture. */
  begin(part: PartId): void;
  /** What has been tapped so far is told; then the next part waits. */
  endPart(): void;
  /** Silence at once; what has been tapped so far is told. */
  stop(): void;
  /** Silence, and back to its door. */
  leave(): void;
  /** @param timeStampMs of the event; @param force 0–1 */
  tap(timeStampMs: number, force: number, input?: Input): void;
  moment(): PracticeMoment;
}

export interface PracticePorts {
  readonly stage: Stage;
  readonly store: Pick<RhythmStore, 'keepPractice'>;
  readonly claps: Claps;
  readonly newSeed: () => number;
  readonly newId: () => string;
  readonly now: () => number;
  /** Emits as often as the audio clock is looked at and filled; absent: 25 times a second. */
  readonly looks$?: Observable<unknown>;
}

/** Put on the clock ahead, so that a page whose timers are held up does not fall silent. And the rhythm of looking. */
const [AHEAD_S, LOOK_MS, LEAD_S] = [1.5, 40, 0.25];
/** Two notes that say to closed eyes that a part is over; and how long they are waited for, s. */
const CLOSE = [74, 81].map((midi) => ({ instrument: KALIMBA, midi, gain: 0.4 }));
const CLOSE_S = 1.4;
const OWN_HIT = PADS.find(({ id }) => id === 'open')!;

/** The practice: parts as bars on the audio clock, taps against them, and what they showed. */
export const practiceViewModel = (ports: PracticePorts): PracticeViewModel => new Practice(ports);

class Practice implements PracticeViewModel {
  readonly state$ = behavior<PracticeState>({ stage: 'ready' });
  readonly tempo$ = behavior<number>(TEMPO.usual);
  readonly progress$ = behavior(0);
  readonly findings$ = behavior<readonly Finding[]>([]);
  readonly sounds$ = behavior(false);
  readonly vibrates$ = behavior(false);
  readonly taps$ = new Subject<number>();
  readonly #ports: PracticePorts;
  #touch: ((ms: number) => void) | undefined;
  #practice: { readonly id: string; readonly atMs: number; readonly seed: number };
  #running = new Subscription();
  #bars: readonly Bar[] = [];
  #laid: LaidBar[] = [];
  #tapsS: number[] = [];
  #input: Input = 'pad';

  constructor(ports: PracticePorts) {
    this.#ports = ports;
    this.#practice = this.#another();
    ports.claps.claps$.subscribe(({ atS, force }) => this.tap(1000 * atS, force, 'clap'));
  }

  setTempo(bpm: number): void {
    this.tempo$.next(Math.min(TEMPO.most, Math.max(TEMPO.least, bpm)));
  }

  vibrate(touch: ((ms: number) => void) | undefined): void {
    this.#touch = touch;
    this.vibrates$.next(touch !== undefined);
  }

  begin(part: PartId): void {
    const { stage, claps, looks$ = interval(LOOK_MS) } = this.#ports;
    this.#running.unsubscribe();
    stage.hush();
    if (this.state$.value.stage === 'ready' || this.findings$.value.length === 0) {
      this.#practice = this.#another();
      this.findings$.next([]);
    }
    this.#bars = barsOf(part, this.#practice.seed);
    [this.#laid, this.#tapsS] = [[], []];
    this.#input = claps.on$.value ? 'clap' : 'pad';
    this.progress$.next(0);
    this.state$.next({ stage: 'opening', part });
    this.sounds$.next(true);
    const opened = (this.#running = new Subscription());
    stage.open(PRACTICE_INSTRUMENTS).then(
      () => {
        if (opened.closed) return;
        stage.setDark(claps.on$.value);
        opened.add(looks$.subscribe(() => this.#follow(part)));
      },
      () => {
        if (opened.closed) return;
        this.sounds$.next(false);
        this.state$.next({ stage: 'failed', part });
      },
    );
  }

  endPart(): void {
    const state = this.state$.value;
    this.#running.unsubscribe();
    this.#ports.stage.hush();
    this.sounds$.next(false);
    if (state.stage !== 'playing' && state.stage !== 'opening') return;
    const { part } = state;
    const next = PARTS[PARTS.indexOf(part) + 1];
    const finding = this.#found(part);
    this.findings$.next([...this.findings$.value.filter((one) => one.part !== part), finding]);
    this.#keep();
    this.state$.next({ stage: 'between', part, finding, ...(next && { next }) });
  }

  stop(): void {
    this.endPart();
  }

  leave(): void {
    this.endPart();
    this.findings$.next([]);
    this.state$.next({ stage: 'ready' });
  }

  tap(timeStampMs: number, force: number, by: Input = 'pad'): void {
    if (this.state$.value.stage !== 'playing') return;
    const { stage } = this.#ports;
    const claps = this.#input === 'clap';
    if (by !== 'clap') stage.strike({ ...OWN_HIT, gain: 0.15 + 0.6 * force });
    if (by === 'clap') this.#tapsS.push(timeStampMs / 1000);
    // With the microphone on, a pad is for fun: one delay cannot be taken off both.
    else if (!claps) {
      this.#input = by;
      this.#tapsS.push(stage.heardAtS(timeStampMs));
    }
    this.taps$.next(force);
  }

  moment(): PracticeMoment {
    const loopS = this.#input === 'clap' ? (this.#ports.claps.loopS() ?? 0) : 0;
    const heardS = this.#heardS();
    return {
      ...{ heardS, bar: this.#barAt(heardS) },
      tapsS: this.#tapsS.slice(-12).map((at) => at - loopS),
    };
  }

  #another() {
    return { id: this.#ports.newId(), atMs: this.#ports.now(), seed: this.#ports.newSeed() };
  }

  #heardS(): number {
    return this.#ports.stage.heardAtS(performance.now());
  }

  #beatS(part: PartId): number {
    return 60 / (part === 'piece' ? tempoBpm('activating', 2) : this.tempo$.value);
  }

  /** Bars that are counted before a part; with a microphone one more, in which the markers are heard. */
  #counted(): number {
    return this.#ports.claps.on$.value ? 2 : 1;
  }

  #barAt(atS: number): LaidBar | undefined {
    return this.#laid.findLast((bar) => bar.atS <= atS);
  }

  #follow(part: PartId): void {
    this.#lay(part);
    const [now, counted] = [this.#heardS(), this.#counted()];
    const bar = this.#barAt(now);
    const role = !bar || bar.counts ? 'count-in' : bar.role;
    const state = this.state$.value;
    if (state.stage !== 'playing' || state.role !== role) this.state$.next({ stage: 'playing', part, role });
    const played = bar ? this.#laid.indexOf(bar) - counted + 1 : 0;
    this.progress$.next(Math.max(0, played) / this.#bars.length);
    if (this.#laid.length < this.#bars.length + counted) return;
    const last = this.#laid.at(-1)!;
    if (now > last.atS + BEATS * last.beatS + CLOSE_S) this.endPart();
  }

  /** Puts every bar on the audio clock that begins soon. */
  #lay(part: PartId): void {
    const { stage, claps } = this.#ports;
    const [beatS, counted] = [this.#beatS(part), this.#counted()];
    while (this.#laid.length < this.#bars.length + counted) {
      const last = this.#laid.at(-1);
      const atS = last ? last.atS + BEATS * beatS : stage.now() + LEAD_S;
      if (atS > stage.now() + AHEAD_S) return;
      const counts = this.#laid.length < counted;
      const bar = counts ? countIn() : this.#bars[this.#laid.length - counted]!;
      this.#laid.push({ ...bar, atS, beatS, counts });
      for (const stroke of bar.strokes) stage.strike(stroke, atS + stroke.beat * beatS);
      const beatsS = Array.from({ length: BEATS }, (_, beat) => atS + beat * beatS);
      beatsS.forEach((at, beat) => this.#feel(at - this.#heardS(), beat === 0));
      if (counts && claps.on$.value) claps.listenForMarkers(beatsS);
      if (this.#laid.length === this.#bars.length + counted)
        CLOSE.forEach((stroke, i) => stage.strike(stroke, atS + BEATS * beatS + 0.25 * i));
    }
  }

  /** Sound is on the audio clock; a hum under the finger may be some milliseconds off. */
  #feel(inS: number, first: boolean): void {
    if (!this.#touch) return;
    const due$ = timer(Math.max(0, 1000 * inS));
    this.#running.add(due$.subscribe(() => this.#touch?.(first ? 40 : 18)));
  }

  #found(part: PartId): Finding {
    const answered = this.#laid.filter(({ counts, places }) => !counts && places.length > 0);
    const loopS = this.#input === 'clap' ? this.#ports.claps.loopS() : undefined;
    const heardS = this.#tapsS.map((at) => at - (loopS ?? 0));
    return findingOf({
      ...{ part, input: this.#input, everyS: this.#beatS(part), delayKnown: loopS !== undefined },
      placesS: answered.flatMap(({ atS, beatS, places }) => places.map((beat) => atS + beat * beatS)),
      tapsS: heardS.filter((at) => isAsked(answered, at)),
    });
  }

  #keep(): void {
    const parts = this.findings$.value;
    if (parts.every(({ taps }) => taps === 0)) return;
    const minutes = Math.round((10 * (this.#ports.now() - this.#practice.atMs)) / 60_000) / 10;
    void this.#ports.store.keepPractice({ ...this.#practice, minutes, tempoBpm: this.tempo$.value, parts });
  }
}

/** Whether a tap falls into a bar that is the person's; a little before it counts as in it. */
const isAsked = (bars: readonly LaidBar[], atS: number): boolean =>
  bars.some((bar) => atS > bar.atS - bar.beatS / 2 && atS < bar.atS + (BEATS - 0.5) * bar.beatS);
