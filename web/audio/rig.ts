import type { CrossfadePlan } from '../../engine/index.ts';
import { heardAt, type HeardAt } from './audio-clock.ts';
import type { BreathGuide } from './breath-guide.ts';
import type { Instrument } from './instruments/index.ts';
import { LayerDeck } from './layer-deck.ts';
import type { Score } from './modules/index.ts';
import { Output } from './output.ts';
import { RecordingBank, type ReadRecordings } from './recordings.ts';
import { LEAD_S, roomOf, Stage, type Scene } from './stage.ts';
import { Swelling } from './swelling.ts';
import { setContext, type BaseContext } from './tone.ts';
import type { Track } from './track.ts';

/** Seconds in which a stop reaches zero: short of the 0.3 s promised, long enough not to click. */
const STOP_S = 0.18;
/** How far music falls that swells with a breath: clearly heard, and never near silence. Linear, −6 dB. */
const SWELL_REST = 0.5;

export interface RigSetting {
  readonly seed: number;
  readonly read: ReadRecordings;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** Number of the phrase at which each module goes on when it comes again; kept up to date. */
  readonly played: Map<string, number>;
}

/** What may sound beside the music: a layer that was chosen, and the air of the breathing guide. */
export type Place = 'layer' | 'air';

/** All that hangs on one audio context: decks on their stage, layers, swelling, the way out. Given up with it. */
export class Rig {
  readonly context: BaseContext;
  readonly bank: RecordingBank;
  readonly #setting: RigSetting;
  readonly #output: Output;
  readonly #swell: Swelling;
  readonly #beside = new Map<Place, LayerDeck>();
  #stage: Stage | undefined;

  constructor(context: BaseContext, setting: RigSetting) {
    this.context = context;
    this.#setting = setting;
    // Tone opens one of its own, with a worker that the page's policy forbids, where none is set.
    setContext(context);
    this.bank = new RecordingBank(context, setting.read);
    this.#output = new Output(context);
    this.#swell = new Swelling(context, this.#heardAt);
    this.#swell.gain.connect(this.#output.input);
    // Now, while the first screen is read, and not between the press and the sound.
    roomOf(context);
  }

  /** Whether any music is played or on its way. */
  get busy(): boolean {
    return this.#stage !== undefined;
  }

  /** Carries out a plan whose recordings are there. @returns when its fade is over, seconds of the context */
  begin(plan: CrossfadePlan, music: Score | Track | undefined): number {
    const stage = this.#open();
    const at = stage.beginOf(plan, this.context.currentTime + LEAD_S);
    stage.fadeTo(music, plan, at);
    return at + plan.durationS;
  }

  /** Silence, from here on within `STOP_S`, of all that sounds. */
  stop(): void {
    const at = this.context.currentTime + LEAD_S;
    const stage = this.#stage;
    this.#stage = undefined;
    for (const deck of this.#beside.values()) deck.leave(at, STOP_S);
    this.#beside.clear();
    stage?.hush(at, STOP_S);
    if (stage) this.context.setTimeout(() => stage.dispose(), LEAD_S + STOP_S + 0.05);
  }

  /** Puts a recording that is there beside the music, in the place of the one before; absent: takes that away. */
  put(place: Place, instrument: Instrument | undefined, guide?: BreathGuide): void {
    this.#beside.get(place)?.leave(this.context.currentTime + LEAD_S);
    this.#beside.delete(place);
    if (!instrument) return;
    const { context, bank } = this;
    const setting = { instrument, bank, to: this.#output.input, heardAt: this.#heardAt, guide };
    this.#beside.set(place, new LayerDeck(context, setting));
  }

  /** Lets what is there already swell with another breath. @returns whether anything is */
  follow(place: Place, guide: BreathGuide): boolean {
    this.#beside.get(place)?.follow(guide);
    return this.#beside.has(place);
  }

  /** Lets the music swell with a breath; absent: it is even. */
  swell(guide: BreathGuide | undefined): void {
    this.#swell.follow(guide, SWELL_REST);
  }

  /** Breaths are in step with the wall clock again, after the audio clock stood still. */
  resync(): void {
    this.#swell.resync();
    for (const deck of this.#beside.values()) deck.resync();
  }

  /** Fills the audio clock for the next seconds. */
  schedule(aheadS: number): void {
    const horizon = this.context.currentTime + aheadS;
    this.#stage?.schedule(aheadS);
    this.#swell.scheduleUntil(horizon);
    for (const deck of this.#beside.values()) deck.scheduleUntil(horizon);
  }

  /** @param gain linear */
  setVolume(gain: number): void {
    this.#output.setVolume(gain, this.context.currentTime + LEAD_S);
  }

  /** RMS of what goes out now, dBFS. */
  level(): number {
    return this.#output.level();
  }

  /** What the stage does now; absent: nothing. */
  scene(): Scene | undefined {
    return this.#stage?.scene(this.context.currentTime);
  }

  /** Goes on with the scene of another rig. */
  restore(scene: Scene): void {
    this.#open().restore(scene, this.context.currentTime + LEAD_S);
  }

  dispose(): void {
    this.#stage?.dispose();
    this.#output.dispose();
    this.#swell.gain.dispose();
  }

  #open(): Stage {
    const { seed, played } = this.#setting;
    const { bank } = this;
    this.#stage ??= new Stage(this.context, { seed, output: this.#swell.gain, bank, played });
    return this.#stage;
  }

  readonly #heardAt = (): HeardAt => heardAt(this.context, this.#setting.clock);
}
