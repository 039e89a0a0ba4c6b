import {
  asyncScheduler,
  interval,
  Subject,
  Subscription,
  timer,
  type Observable,
  type SchedulerLike,
} from 'rxjs';
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
const OWN_HIT = PADS.find(({ id }) => id === 'open')!;

/** The practice: parts as bars on the audio clock, taps against them, and what they showed. */
export function practiceViewModel(ports: PracticePorts): PracticeViewModel {
  const { stage, store, claps, newSeed, newId, looks$ = interval(LOOK_MS) } = ports;
  const state$ = behavior<PracticeState>({ stage: 'ready' });
  const tempo$ = behavior<number>(TEMPO.usual);
  const progress$ = behavior(0);
  const findings$ = behavior<readonly Finding[]>([]);
  const sounds$ = behavior(false);
  const taps$ = new Subject<number>();
  const vibrates$ = behavior(false);
  let touch: ((ms: number) => void) | undefined;
  let practice = { id: newId(), atMs: 0, seed: newSeed() };
  let running = new Subscription();
  let laid: LaidBar[] = [];
  let all: readonly Bar[] = [];
  let tapsS: number[] = [];
  let input: Input = 'pad';

  const beatOf = (part: PartId): number =>
    part === 'piece' ? 60 / tempoBpm('activating', 2) : 60 / tempo$.value;
  const heardS = (): number => stage.heardAtS(performance.now());
  const barAt = (atS: number): LaidBar | undefined => laid.findLast((bar) => bar.atS <= atS);
  /** The count-in, and with a microphone one bar more: the marker is heard in it. */
  const counted = (): number => (claps.on$.value ? 2 : 1);

  /** Sound is on the audio clock; a hum under the finger may be some milliseconds off. */
  const feel = (inS: number, first: boolean): void => {
    if (touch) running.add(timer(Math.max(0, 1000 * inS)).subscribe(() => touch?.(first ? 40 : 18)));
  };
  const lay = (part: PartId): void => {
    const beatS = beatOf(part);
    while (laid.length < all.length + counted()) {
      const last = laid.at(-1);
      const atS = last ? last.atS + BEATS * beatS : stage.now() + LEAD_S;
      if (atS > stage.now() + AHEAD_S) return;
      const counts = laid.length < counted();
      const bar: LaidBar = { ...(counts ? countIn() : all[laid.length - counted()]!), atS, beatS, counts };
      laid.push(bar);
      for (const stroke of bar.strokes) stage.strike(stroke, atS + stroke.beat * beatS);
      for (let beat = 0; beat < BEATS; beat++) feel(atS + beat * beatS - heardS(), beat === 0);
      if (counts && claps.on$.value)
        claps.listenForMarkers(Array.from({ length: BEATS }, (_, beat) => atS + beat * beatS));
    }
  };
  const follow = (part: PartId): void => {
    lay(part);
    const now = heardS();
    const bar = barAt(now);
    const role = !bar || bar.counts ? 'count-in' : bar.role;
    const state = state$.value;
    if (state.stage !== 'playing' || state.role !== role) state$.next({ stage: 'playing', part, role });
    const endS = laid.length === all.length + counted() ? laid.at(-1)!.atS + BEATS * beatOf(part) : Infinity;
    const share = bar && laid.indexOf(bar) - counted() + 1;
    progress$.next(Math.max(0, share ?? 0) / all.length);
    if (now > endS + 0.3) model.endPart();
  };
  const found = (part: PartId): Finding => {
    const answered = laid.filter(({ counts, places }) => !counts && places.length > 0);
    const placesS = answered.flatMap(({ atS, beatS, places }) => places.map((beat) => atS + beat * beatS));
    const loopS = input === 'clap' ? claps.loopS() : undefined;
    const heard = tapsS.map((at) => at - (loopS ?? 0)).filter((at) => isAsked(answered, at));
    return findingOf({
      ...{ part, placesS, input, everyS: beatOf(part) },
      tapsS: heard,
      delayKnown: loopS !== undefined,
    });
  };
  const keep = (): void => {
    const parts = findings$.value;
    if (parts.every(({ taps }) => taps === 0)) return;
    const minutes = Math.round((10 * (ports.now() - practice.atMs)) / 60_000) / 10;
    void store.keepPractice({ ...practice, minutes, tempoBpm: tempo$.value, parts });
  };
  const model: PracticeViewModel = {
    ...{ state$, tempo$, progress$, taps$, vibrates$, sounds$, findings$ },
    setTempo: (bpm) => tempo$.next(Math.min(TEMPO.most, Math.max(TEMPO.least, bpm))),
    vibrate: (by) => {
      touch = by;
      vibrates$.next(by !== undefined);
    },
    begin: (part) => {
      running.unsubscribe();
      stage.hush();
      if (state$.value.stage === 'ready' || findings$.value.length === 0) {
        practice = { id: newId(), atMs: ports.now(), seed: newSeed() };
        findings$.next([]);
      }
      [laid, tapsS, all] = [[], [], barsOf(part, practice.seed)];
      input = claps.on$.value ? 'clap' : 'pad';
      progress$.next(0);
      state$.next({ stage: 'opening', part });
      sounds$.next(true);
      const opened = (running = new Subscription());
      stage.open(PRACTICE_INSTRUMENTS).then(
        () => {
          if (opened.closed) return;
          stage.setDark(claps.on$.value);
          opened.add(looks$.subscribe(() => follow(part)));
        },
        () => {
          if (opened.closed) return;
          sounds$.next(false);
          state$.next({ stage: 'failed', part });
        },
      );
    },
    endPart: () => {
      const state = state$.value;
      running.unsubscribe();
      stage.hush();
      sounds$.next(false);
      if (state.stage !== 'playing' && state.stage !== 'opening') return;
      const { part } = state;
      const next = PARTS[PARTS.indexOf(part) + 1];
      const finding = found(part);
      findings$.next([...findings$.value.filter((one) => one.part !== part), finding]);
      keep();
      state$.next({ stage: 'between', part, finding, ...(next && { next }) });
    },
    stop: () => model.endPart(),
    leave: () => {
      model.endPart();
      findings$.next([]);
      state$.next({ stage: 'ready' });
    },
    tap: (timeStampMs, force, by = 'pad') => {
      if (state$.value.stage !== 'playing') return;
      if (by !== 'clap') {
        stage.strike({ ...OWN_HIT, gain: 0.15 + 0.6 * force });
        if (input !== 'clap') input = by;
      }
      // With the microphone on, a pad is for fun: one delay cannot be taken off both.
      if (by === 'clap' || input !== 'clap')
        tapsS.push(by === 'clap' ? timeStampMs / 1000 : stage.heardAtS(timeStampMs));
      taps$.next(force);
    },
    moment: () => {
      const now = heardS();
      const loopS = input === 'clap' ? (claps.loopS() ?? 0) : 0;
      return { heardS: now, bar: barAt(now), tapsS: tapsS.slice(-12).map((at) => at - loopS) };
    },
  };
  claps.claps$.subscribe(({ atS, force }) => model.tap(1000 * atS, force, 'clap'));
  return model;
}

/** Whether a tap falls into a bar that is the person's; a little before it counts as in it. */
const isAsked = (bars: readonly LaidBar[], atS: number): boolean =>
  bars.some((bar) => atS > bar.atS - bar.beatS / 2 && atS < bar.atS + (BEATS - 0.5) * bar.beatS);
