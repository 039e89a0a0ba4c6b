import type { CrossfadePlan } from '../../engine/index.ts';
import { heardAt, type HeardAt } from './audio-clock.ts';
import type { BreathGuide } from './breath-guide.ts';
import type { Instrument } from './instruments/index.ts';
import { LayerDeck } from './layer-deck.ts';
import type { Score } from './modules/index.ts';
import { MasterBus } from './master-bus.ts';
import { RecordingBank, type ReadRecordings } from './recordings.ts';
import { LEAD_S, Mixer, type MixerSnapshot } from './mixer.ts';
import { prepareRooms } from './rooms.ts';
import { BreathSwell } from './breath-swell.ts';
import { Gain, setContext, type BaseContext } from './tone.ts';
import type { Track } from './track.ts';

/** Seconds in which a stop reaches zero: short of the 0.3 s promised, long enough not to click. */
const STOP_S = 0.18;
/** How far music falls that swells with a breath: clearly heard, and never near silence. Linear, −6 dB. */
const SWELL_REST = 0.5;

/** How far it steps back under a voice, linear: −9 dB, so that words are understood and music is still there. */
const DUCKED = 0.35;
/** Seconds in which it does, and in which it comes back. */
const [DUCK_S, BACK_S] = [0.4, 1.2];

export interface GraphOptions {
  readonly seed: number;
  readonly read: ReadRecordings;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** Number of the phrase at which each module goes on when it comes again; kept up to date. */
  readonly played: Map<string, number>;
}

/** What may sound under the music: a chosen layer, and the air of the breathing guide. */
export type LayerSlot = 'layer' | 'air';

/** Every node of one audio context: mixer, layers, breath swell, master bus. Disposed with it. */
export class AudioGraph {
  readonly context: BaseContext;
  readonly bank: RecordingBank;
  readonly #options: GraphOptions;
  readonly #master: MasterBus;
  readonly #swell: BreathSwell;
  readonly #duck: Gain;
  readonly #layers = new Map<LayerSlot, LayerDeck>();
  #mixer: Mixer | undefined;

  constructor(context: BaseContext, options: GraphOptions) {
    this.context = context;
    this.#options = options;
    // Tone opens one of its own, with a worker that the page's policy forbids, where none is set.
    setContext(context);
    this.bank = new RecordingBank(context, options.read);
    this.#master = new MasterBus(context);
    this.#swell = new BreathSwell(context, this.#heardAt);
    this.#duck = new Gain({ context, gain: 1 }).connect(this.#master.input);
    this.#swell.gain.connect(this.#duck);
    // Now, while the first screen is read, and not between the press and the sound.
    prepareRooms(context);
  }

  /** Whether any music is played or on its way. */
  get busy(): boolean {
    return this.#mixer !== undefined;
  }

  /** Carries out a plan whose recordings are there. @returns when its fade is over, seconds of the context */
  begin(plan: CrossfadePlan, music: Score | Track | undefined): number {
    const mixer = this.#open();
    const at = mixer.beginOf(plan, this.context.currentTime + LEAD_S);
    mixer.fadeTo(music, plan, at);
    return at + plan.durationS;
  }

  /** Silence, from here on within `STOP_S`, of all that sounds. */
  stop(): void {
    const at = this.context.currentTime + LEAD_S;
    const mixer = this.#mixer;
    this.#mixer = undefined;
    for (const deck of this.#layers.values()) deck.leave(at, STOP_S);
    this.#layers.clear();
    mixer?.hush(at, STOP_S);
    if (mixer) this.context.setTimeout(() => mixer.dispose(), LEAD_S + STOP_S + 0.05);
  }

  /** Plays a loaded recording under the music in place of the slot's last one; absent: fades that out. */
  put(slot: LayerSlot, instrument: Instrument | undefined, guide?: BreathGuide): void {
    this.#layers.get(slot)?.leave(this.context.currentTime + LEAD_S);
    this.#layers.delete(slot);
    if (!instrument) return;
    const { context, bank } = this;
    const setting = { instrument, bank, to: this.#master.input, heardAt: this.#heardAt, guide };
    this.#layers.set(slot, new LayerDeck(context, setting));
  }

  /** Lets what is there already swell with another breath. @returns whether anything is */
  follow(slot: LayerSlot, guide: BreathGuide): boolean {
    this.#layers.get(slot)?.follow(guide);
    return this.#layers.has(slot);
  }

  /** Lets the music swell with a breath; absent: it is even. */
  swell(guide: BreathGuide | undefined): void {
    this.#swell.follow(guide, SWELL_REST);
  }

  /** Lets the music, not what sounds under it, step back for a voice, or come back. */
  duck(ducked: boolean): void {
    const at = this.context.currentTime + LEAD_S;
    const gain = this.#duck.gain.cancelAndHoldAtTime(at);
    gain.linearRampToValueAtTime(ducked ? DUCKED : 1, at + (ducked ? DUCK_S : BACK_S));
  }

  /** Breaths are in step with the wall clock again, after the audio clock stood still. */
  resync(): void {
    this.#swell.resync();
    for (const deck of this.#layers.values()) deck.resync();
  }

  /** Fills the audio clock for the next seconds. */
  schedule(aheadS: number): void {
    const horizon = this.context.currentTime + aheadS;
    this.#mixer?.schedule(aheadS);
    this.#swell.scheduleUntil(horizon);
    for (const deck of this.#layers.values()) deck.scheduleUntil(horizon);
  }

  /** @param gain linear */
  setVolume(gain: number): void {
    this.#master.setVolume(gain, this.context.currentTime + LEAD_S);
  }

  /** RMS of what goes out now, dBFS. */
  level(): number {
    return this.#master.level();
  }

  /** What the mixer does now; absent: nothing. */
  snapshot(): MixerSnapshot | undefined {
    return this.#mixer?.snapshot(this.context.currentTime);
  }

  /** Goes on with the snapshot of another graph. */
  restore(snapshot: MixerSnapshot): void {
    this.#open().restore(snapshot, this.context.currentTime + LEAD_S);
  }

  dispose(): void {
    this.#mixer?.dispose();
    this.#master.dispose();
    this.#swell.gain.dispose();
    this.#duck.dispose();
  }

  #open(): Mixer {
    const { seed, played } = this.#options;
    const { bank } = this;
    this.#mixer ??= new Mixer(this.context, { seed, output: this.#swell.gain, bank, played });
    return this.#mixer;
  }

  readonly #heardAt = (): HeardAt => heardAt(this.context, this.#options.clock);
}
