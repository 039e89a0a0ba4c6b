import { BehaviorSubject } from 'rxjs';
import type { BreathPace, CrossfadePlan, Cue, Layer } from '../../engine/index.ts';
import { instrumentOf, LayerDeck } from './layer-deck.ts';
import type { ModulePlayer, PlayerState } from './module-player.ts';
import { fetchRecordings } from './fetch-recordings.ts';
import { instrumentsOf, SCORES, type Score } from './modules/index.ts';
import { Output } from './output.ts';
import { RecordingBank, type ReadRecordings } from './recordings.ts';
import { LEAD_S, roomOf, Stage } from './stage.ts';
import type { Track, TrackShelf } from './track.ts';
import { Context, setContext, type BaseContext } from './tone.ts';

/** Seconds in which a stop reaches zero: short of the 0.3 s promised, long enough not to click. */
const STOP_S = 0.18;
/** Seconds between two looks at what has to be put on the audio clock. */
const REFILL_S = 1;
/** Seconds of music that are on it while the page is seen: each note on it costs a little until it is over. */
const AHEAD_S = 4;
/** The same while the page is hidden, where timers may run once a second or pause for longer: more than a phrase. */
const HIDDEN_AHEAD_S = 20;

/** Seconds that a piece waits for the last of its instruments: the first sound comes within one. */
const PATIENCE_S = 0.3;

export interface TonePlayerOptions {
  /** Seeds the performance: the same seed and plans, the same notes. A whole number. */
  readonly seed: number;
  /** Where the sound is made; given for offline rendering. Absent: an `AudioContext` of its own. */
  readonly context?: BaseContext;
  /** Absent: the built-in ones. */
  readonly scores?: ReadonlyMap<string, Score>;
  /** The person's own tracks. Absent: none. */
  readonly tracks?: TrackShelf;
  /** Where recordings come from. Absent: from where the app came from. */
  readonly read?: ReadRecordings;
  /**
   * Whose gestures and visibility may wake the audio after an interruption (a call, a closed lid). Absent: the
   * document, where there is one.
   */
  readonly gestures?: EventTarget;
}

/** The player, and what may sound beside a module. */
export interface LayeredPlayer extends ModulePlayer {
  /**
   * Lets a layer come under whatever plays, in the place of the one before; it stays until it is taken away or all
   * is stopped. Settles when it begins; rejects where its recording cannot be had.
   *
   * @param layer absent: none
   * @param pace of a breath layer; absent: four in, six out, six times a minute
   */
  setLayer(layer: Layer | undefined, pace?: BreathPace): Promise<void>;
}

/** The player on Tone.js. Fades and notes are timed by the audio clock; timers only refill it and tidy up. */
export function createTonePlayer(options: TonePlayerOptions): LayeredPlayer {
  return new TonePlayer(options);
}

class TonePlayer implements LayeredPlayer {
  readonly #context: BaseContext;
  readonly #owned: boolean;
  readonly #scores: ReadonlyMap<string, Score>;
  readonly #tracks: TrackShelf | undefined;
  readonly #seed: number;
  readonly #gestures: EventTarget | undefined;
  readonly #output: Output;
  readonly #bank: RecordingBank;
  readonly #state: BehaviorSubject<PlayerState>;
  readonly #played = new Map<string, number>();
  readonly #refill: number;
  #stage: Stage | undefined;
  #arrival: number | undefined;
  /** The plan that waits for its recordings. */
  #pending: CrossfadePlan | undefined;
  #layer: LayerDeck | undefined;
  /** The layer that was asked for last. */
  #wanted: Layer | undefined;
  #started = false;
  readonly state$;

  constructor({
    seed,
    context,
    scores = SCORES,
    tracks,
    read = fetchRecordings,
    gestures = page(),
  }: TonePlayerOptions) {
    this.#owned = context === undefined;
    this.#context = context ?? liveContext();
    // Tone opens one of its own, with a worker that the page's policy forbids, where none is set.
    setContext(this.#context);
    this.#scores = scores;
    this.#tracks = tracks;
    this.#seed = seed;
    this.#gestures = gestures;
    this.#output = new Output(this.#context);
    this.#bank = new RecordingBank(this.#context, read);
    // Now, while the first screen is read, and not between the press and the sound.
    roomOf(this.#context);
    this.#state = new BehaviorSubject<PlayerState>({ context: this.#context.state });
    this.state$ = this.#state.asObservable();
    this.#refill = this.#context.setInterval(this.#fill, REFILL_S);
    this.#context.on('statechange', this.#onContext);
    for (const type of WAKING) this.#gestures?.addEventListener(type, this.#wake);
  }

  async start(): Promise<void> {
    this.#started = true;
    await this.#context.resume();
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
    if (this.#bank.has(needed)) {
      this.#begin(plan, score);
      return;
    }
    this.#forgetArrival();
    this.#show({ ...this.#state.value, fadingTo: plan.to });
    const begin = (): void => {
      if (this.#pending === plan) this.#begin(plan, score);
    };
    this.#pending = plan;
    this.#bank.load(needed).then(begin, () => this.#pending === plan && this.#giveUp());
    // What is there by then may begin; the rest joins in.
    this.#context.setTimeout(
      () => needed.some((instrument) => this.#bank.has([instrument])) && begin(),
      PATIENCE_S,
    );
  }

  stop(): void {
    const stage = this.#stage;
    this.#stage = undefined;
    this.#pending = undefined;
    this.#forgetArrival();
    this.#wanted = undefined;
    this.#layer?.leave(this.#context.currentTime + LEAD_S, STOP_S);
    this.#layer = undefined;
    stage?.hush(this.#context.currentTime + LEAD_S, STOP_S);
    if (stage) this.#context.setTimeout(() => stage.dispose(), LEAD_S + STOP_S + 0.05);
    this.#show({ context: this.#state.value.context });
  }

  setLayer(layer: Layer | undefined, pace?: BreathPace): Promise<void> {
    this.#wanted = layer;
    const needed = layer ? [instrumentOf(layer)] : [];
    if (!this.#bank.has(needed)) return this.#bank.load(needed).then(() => this.#putLayer(layer, pace));
    this.#putLayer(layer, pace);
    return Promise.resolve();
  }

  setVolume(volume: number): void {
    const share = Math.min(1, Math.max(0, volume));
    this.#output.setVolume(share * share, this.#context.currentTime + LEAD_S);
  }

  meter(): number {
    return this.#output.level();
  }

  dispose(): void {
    this.#pending = undefined;
    this.#forgetArrival();
    this.#context.clearInterval(this.#refill);
    this.#context.off('statechange', this.#onContext);
    for (const type of WAKING) this.#gestures?.removeEventListener(type, this.#wake);
    this.#stage?.dispose();
    this.#output.dispose();
    if (this.#owned) this.#context.dispose();
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
    tracks.load(id, this.#context).then(
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
    this.#stage ??= new Stage(this.#context, {
      seed: this.#seed,
      output: this.#output.input,
      bank: this.#bank,
      played: this.#played,
    });
    const at = this.#stage.beginOf(plan, this.#context.currentTime + LEAD_S);
    this.#stage.fadeTo(music, plan, at);
    this.#fill();
    this.#show({ ...this.#state.value, fadingTo: plan.to });
    this.#arriveAt(at + plan.durationS, music && plan.to);
  }

  #putLayer(layer: Layer | undefined, pace: BreathPace | undefined): void {
    if (this.#wanted !== layer) return;
    this.#layer?.leave(this.#context.currentTime + LEAD_S);
    const to = this.#output.input;
    this.#layer =
      layer && new LayerDeck(this.#context, { layer, bank: this.#bank, to, ...(pace && { pace }) });
    this.#fill();
  }

  /** A piece that cannot be had is not begun; what sounds goes on. */
  #giveUp(): void {
    this.#pending = undefined;
    const { fadingTo: _, ...state } = this.#state.value;
    this.#show(state);
  }

  /** Says that the fade is over when it is. */
  #arriveAt(time: number, cue: Cue | undefined): void {
    this.#forgetArrival();
    this.#arrival = this.#context.setTimeout(() => {
      const { context } = this.#state.value;
      this.#show(cue ? { sounding: cue, context } : { context });
    }, time - this.#context.currentTime);
  }

  #forgetArrival(): void {
    if (this.#arrival !== undefined) this.#context.clearTimeout(this.#arrival);
    this.#arrival = undefined;
  }

  #show(state: PlayerState): void {
    this.#state.next(state);
  }

  readonly #onContext = (): void => {
    this.#show({ ...this.#state.value, context: this.#context.state });
  };

  readonly #fill = (): void => {
    const hidden = 'document' in globalThis && globalThis.document.hidden;
    const aheadS = hidden ? HIDDEN_AHEAD_S : AHEAD_S;
    this.#stage?.schedule(aheadS);
    this.#layer?.scheduleUntil(this.#context.currentTime + aheadS);
  };

  readonly #wake = (): void => {
    this.#fill();
    if (this.#started && this.#context.state !== 'running')
      void this.#context.resume().catch(() => undefined);
  };
}

/**
 * Balanced, for the largest buffers would eat into the time that a stop has. Timers drive it, for Tone's worker comes
 * from a blob, which the page's policy forbids; what is on the audio clock ahead outlasts their throttling.
 */
function liveContext(): Context {
  const context = new Context({
    latencyHint: 'balanced',
    lookAhead: 0,
    updateInterval: 0.1,
    clockSource: 'timeout',
  });
  return context;
}

const page = (): EventTarget | undefined => ('document' in globalThis ? globalThis.document : undefined);

/** What browsers count as a gesture, and the moment a person comes back to the page. */
const WAKING = ['pointerup', 'keydown', 'visibilitychange'] as const;
