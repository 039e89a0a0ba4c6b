import {
  BREATH_PACE,
  type BreathPace,
  type CrossfadePlan,
  type Cue,
  type Layer,
} from '../../engine/index.ts';
import { watchAudio } from './audio-watch.ts';
import { Ambience } from './ambience.ts';
import { fetchRecordings } from './fetch-recordings.ts';
import { liveContext, pageHere, rateNow, timeNow, type Page } from './live-context.ts';
import type { BreathSound, ModulePlayer, PlayerState } from './module-player.ts';
import { instrumentsOf, SCORES, type Score } from './modules/index.ts';
import type { ReadRecordings } from './recordings.ts';
import { AudioGraph, type GraphOptions } from './audio-graph.ts';
import type { MixerSnapshot } from './mixer.ts';
import type { BaseContext } from './tone.ts';
import type { Track, TrackShelf } from './track.ts';
import { mediaDevices } from '../kit/secure-only.ts';
import { behavior, type SettableBehavior } from '../kit/behavior.ts';

/** Seconds between two looks at what has to be put on the audio clock. */
const REFILL_S = 1;
/** Seconds of music that are on it while the page is seen: each note on it costs a little until it is over. */
const AHEAD_S = 4;
/** The same while the page is hidden, where browsers run timers once a minute. */
const HIDDEN_AHEAD_S = 70;

/** Seconds that a piece waits for the last of its instruments: the first sound comes within one. */
const PATIENCE_S = 0.3;

export interface TonePlayerOptions {
  /** Seeds the performance: the same seed and plans, the same notes. A whole number. */
  readonly seed: number;
  /** Where the sound is made; given for offline rendering. Absent: an `AudioContext` of its own. */
  readonly context?: BaseContext;
  /** An audio that a gesture has opened before the player was there; it is the player's from now on. */
  readonly opened?: AudioContext | undefined;
  /** Makes a context in the place of one that is lost. Absent: another `AudioContext`, unless `context` was given. */
  readonly renew?: () => BaseContext;
  /** Absent: the built-in ones. */
  readonly scores?: ReadonlyMap<string, Score>;
  /** The person's own tracks. Absent: none. */
  readonly tracks?: TrackShelf;
  /** Where recordings come from. Absent: from where the app came from. */
  readonly read?: ReadRecordings;
  /** Absent: the document, where there is one. */
  readonly page?: Page;
  /** Epoch milliseconds, for breath. Absent: the computer's clock; offline, where time runs fast, the context's. */
  readonly clock?: () => number;
}

/** The player, and what may sound under a module. */
export interface LayeredPlayer extends ModulePlayer {
  /**
   * Lets a layer come under whatever plays, in the place of the one before; it stays until it is taken away or all
   * is stopped. Settles when it begins; rejects where its recording cannot be loaded.
   *
   * @param layer absent: none
   * @param pace of a breath layer; absent: four in, six out, six times a minute
   */
  setLayer(layer: Layer | undefined, pace?: BreathPace): Promise<void>;
}

/**
 * The player on Tone.js. Fades and notes are timed by the audio clock; timers only refill it and tidy up.
 * ```
 * Deck, a module at a level (at most three decks at once), each through a DeckStrip
 *   note → Voice → seat → part gain ─┬→ dry, left and right ─┐  five channels:
 *                                    ├→ send: near room ─────┤
 *                                    ├→ send: far room ──────┼→ shelves (drift) → loudness trim → fader ─┐
 *                                    └→ send: side ──────────┘                                           │
 * TrackDeck, a track of the person's own                                                                 │
 *   file → loudness trim → fader ────────────────────────────────────────────────────────────────────────┤
 * Mixer: all decks, with Rooms (near, far, side), which each return to the sum              master gain ←┘
 *                                                                                                 │
 * Ambience → LayerDeck: recorded loop → breath swell → fade ──────────┐                      breath swell
 * MasterBus                                                           ▼                           │
 *   destination, meter ← soft clip (−1.2 dBFS) ← limiter (−2 dBFS) ← volume ←─────────────────────┘
 * ```
 */
export function createTonePlayer(options: TonePlayerOptions): LayeredPlayer {
  return new TonePlayer(options);
}

class TonePlayer implements LayeredPlayer {
  readonly #renew: (() => BaseContext) | undefined;
  readonly #owned: boolean;
  readonly #scores: ReadonlyMap<string, Score>;
  readonly #options: GraphOptions;
  readonly #page: Page | undefined;
  readonly #tracks: TrackShelf | undefined;
  readonly #state: SettableBehavior<PlayerState>;
  readonly #ambience = new Ambience(() => this.#graph);
  #graph: AudioGraph;
  #refill = 0;
  #watch: { unsubscribe(): void } | undefined;
  /** When the fade under way is over, seconds of the context, and what sounds then. */
  #arrival: { readonly id: number; readonly at: number; readonly cue: Cue | undefined } | undefined;
  /** The plan that waits for its recordings. */
  #pending: CrossfadePlan | undefined;
  /** What sounded in a lost context, while its recordings load in the next. */
  #lost: MixerSnapshot | undefined;
  #gain = 1;
  #started = false;
  #waking = false;
  readonly state$;

  constructor({
    seed,
    context,
    opened,
    renew = context ? undefined : () => liveContext(),
    scores = SCORES,
    tracks,
    read = fetchRecordings,
    page = pageHere(),
    clock = () => (this.#graph.context.isOffline ? 1000 * this.#graph.context.currentTime : timeNow()),
  }: TonePlayerOptions) {
    this.#owned = context === undefined;
    this.#renew = renew;
    this.#scores = scores;
    this.#options = { seed, read, clock, played: new Map() };
    this.#page = page;
    this.#graph = new AudioGraph(context ?? liveContext(opened), this.#options);
    this.#state = behavior<PlayerState>({ context: this.#graph.context.state });
    this.#tracks = tracks;
    this.state$ = this.#state;
    this.#attend();
    for (const type of WAKING) this.#page?.addEventListener(type, this.#wake);
  }

  async start(): Promise<void> {
    this.#started = true;
    await this.#graph.context.resume();
    this.#onContext();
  }

  carryOut(plan: CrossfadePlan): void {
    if (plan.kind === 'stop') {
      this.stop();
      return;
    }
    if (!(plan.durationS > 0)) throw new RangeError(`durationS: above 0 expected, got ${plan.durationS}`);
    if (this.#tracks?.has(plan.to.module)) {
      this.#carryOutTrack(plan, this.#tracks);
      return;
    }
    const score = this.#scoreOf(plan.to);
    const needed = score ? instrumentsOf(score) : [];
    const { bank, context } = this.#graph;
    if (bank.has(needed)) {
      this.#begin(plan, score);
      return;
    }
    this.#forgetArrival();
    this.#show({ ...this.#state.value, fadingTo: plan.to });
    const begin = (): void => {
      if (this.#pending === plan) this.#begin(plan, score);
    };
    this.#pending = plan;
    bank.load(needed).then(begin, () => this.#pending === plan && this.#giveUp());
    // What is there by then may begin; the rest joins in.
    context.setTimeout(() => needed.some((instrument) => bank.has([instrument])) && begin(), PATIENCE_S);
  }

  stop(): void {
    this.#pending = undefined;
    this.#lost = undefined;
    this.#ambience.forget();
    this.#forgetArrival();
    this.#graph.stop();
    this.#graph.swell(undefined);
    this.#show({ context: this.#state.value.context });
  }

  async setLayer(layer: Layer | undefined, pace: BreathPace = BREATH_PACE): Promise<void> {
    await this.#ambience.layer(layer, pace, this.#options.clock());
    this.#fill();
  }

  readonly duck = (ducked: boolean): void => this.#graph.duck(ducked);
  setBreath(breath: BreathSound): void {
    this.#ambience.breath(breath);
    this.#fill();
  }

  setVolume(volume: number): void {
    const share = Math.min(1, Math.max(0, volume));
    this.#gain = share * share;
    this.#graph.setVolume(this.#gain);
  }

  meter(): number {
    return this.#graph.level();
  }

  dispose(): void {
    this.#pending = undefined;
    this.#lost = undefined;
    for (const type of WAKING) this.#page?.removeEventListener(type, this.#wake);
    this.#leave();
    this.#state.complete();
  }

  /** Once it is decoded, which may take a second; till then what sounds goes on. */
  #carryOutTrack(plan: CrossfadePlan, tracks: TrackShelf): void {
    const id = plan.to.module;
    const track = tracks.get(id);
    if (track) {
      this.#begin(plan, track);
      return;
    }
    this.#forgetArrival();
    this.#show({ ...this.#state.value, fadingTo: plan.to });
    this.#pending = plan;
    tracks.load(id, this.#graph.context).then(
      () => this.#pending === plan && this.#begin(plan, tracks.get(id)),
      () => this.#pending === plan && this.#giveUp(),
    );
  }

  #scoreOf({ module, family }: Cue): Score | undefined {
    if (family === 'silence') return undefined;
    const score = this.#scores.get(module);
    if (score === undefined) throw new RangeError(`module: no score named "${module}"`);
    return score;
  }

  #begin(plan: CrossfadePlan, music: Score | Track | undefined): void {
    this.#pending = undefined;
    this.#lost = undefined;
    const over = this.#graph.begin(plan, music);
    this.#fill();
    this.#show({ ...this.#state.value, fadingTo: plan.to });
    this.#arriveAt(over, music && plan.to);
  }

  /** A piece that cannot be loaded is not begun; what sounds goes on. */
  #giveUp(): void {
    this.#pending = undefined;
    const { fadingTo: _, ...state } = this.#state.value;
    this.#show(state);
  }

  /** Says that the fade is over when it is. */
  #arriveAt(at: number, cue: Cue | undefined): void {
    this.#forgetArrival();
    const arrive = (): void => {
      this.#arrival = undefined;
      const { context } = this.#state.value;
      this.#show(cue ? { sounding: cue, context } : { context });
    };
    const { context } = this.#graph;
    this.#arrival = { id: context.setTimeout(arrive, at - context.currentTime), at, cue };
  }

  #forgetArrival(): void {
    if (this.#arrival) this.#graph.context.clearTimeout(this.#arrival.id);
    this.#arrival = undefined;
  }

  #show(state: PlayerState): void {
    this.#state.next(state);
  }

  /** Watches the new graph. */
  #attend(): void {
    const { context } = this.#graph;
    this.#refill = context.setInterval(this.#fill, REFILL_S);
    context.on('statechange', this.#onContext);
    if (!this.#renew) return;
    const surroundings = {
      devices: mediaDevices(),
      hidden: () => this.#page?.hidden ?? false,
      rateNow: () => (this.#owned ? rateNow() : context.sampleRate),
    };
    const raw = context.rawContext;
    this.#watch = watchAudio(raw, surroundings, { onAsleep: this.#rouse, onLost: this.#rebuild });
  }

  #leave(): void {
    const { context } = this.#graph;
    this.#watch?.unsubscribe();
    this.#forgetArrival();
    context.clearInterval(this.#refill);
    context.off('statechange', this.#onContext);
    this.#graph.dispose();
    // With its timers. One that was given is its giver's.
    if (this.#owned) context.dispose();
  }

  /** Goes on in a new context where the old one is lost: the same pieces, the same place in the fade. */
  readonly #rebuild = (): void => {
    const old = this.#graph;
    const snapshot = old.snapshot() ?? this.#lost;
    const arrival = this.#arrival && { ...this.#arrival, inS: this.#arrival.at - old.context.currentTime };
    this.#leave();
    const graph = new AudioGraph(this.#renew!(), this.#options);
    this.#graph = graph;
    graph.setVolume(this.#gain);
    this.#attend();
    this.#onContext();
    if (this.#started) this.#rouse();
    if (this.#pending) this.carryOut(this.#pending);
    if (arrival) this.#arriveAt(graph.context.currentTime + arrival.inS, arrival.cue);
    this.#ambience.again();
    this.#lost = snapshot;
    if (snapshot) void this.#restore(snapshot, graph).catch(() => undefined);
  };

  /** Carries on from a snapshot once its recordings are loaded in the new context, whose sample rate may differ. */
  async #restore(snapshot: MixerSnapshot, graph: AudioGraph): Promise<void> {
    const music = [...snapshot.decks.map((deck) => deck.music), snapshot.fade?.music];
    const needed = music.flatMap((one) => (one && 'parts' in one ? instrumentsOf(one) : []));
    if (!graph.bank.has(needed)) await graph.bank.load(needed);
    if (this.#lost !== snapshot || graph !== this.#graph) return;
    this.#lost = undefined;
    graph.restore(snapshot);
    this.#fill();
  }

  readonly #onContext = (): void => {
    const { state } = this.#graph.context;
    if (state === 'running' && this.#state.value.context !== 'running') this.#graph.resync();
    this.#show({ ...this.#state.value, context: state });
    this.#fill();
  };

  readonly #fill = (): void => {
    this.#graph.schedule(this.#page?.hidden ? HIDDEN_AHEAD_S : AHEAD_S);
  };

  readonly #wake = (): void => {
    this.#fill();
    if (this.#started && this.#graph.context.state !== 'running')
      void this.#graph.context.resume().catch(() => undefined);
  };

  /** Asks once for the audio without a gesture: after a call, or where the browser allows it. */
  readonly #rouse = (): void => {
    if (!this.#started || this.#waking) return;
    this.#waking = true;
    const done = (): void => void (this.#waking = false);
    this.#graph.context.resume().then(done, done);
  };
}

/** What browsers count as a gesture, and the moment a person comes back to the page. */
const WAKING = ['pointerup', 'keydown', 'visibilitychange'] as const;
