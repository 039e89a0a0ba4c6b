import { BiquadFilter, connect, dbToGain, Gain, LFO, type BaseContext, type InputNode } from './tone.ts';
import type { Level } from '../../engine/index.ts';
import type { Part, Score } from './modules/score.ts';
import type { Rooms } from './rooms.ts';

/** Seconds that the tone takes to open and close a little, so that a held pad breathes. */
const DRIFT_S = 23;
const DRIFT_CENTS = 180;
/**
 * Highest corner as a share of the sample rate: drift must not take it to
 * half of that (a headset may run at 16 kHz).
 */
const HIGHEST = 0.4;
/** The tone: shelves that take so much treble from the level's brightness on, and from multiples of it. */
const SHELVES = [
  { times: 1, gainDb: -6 },
  { times: 2.5, gainDb: -9 },
  { times: 6, gainDb: -15 },
] as const;
/** How much of that each level from 1 to 5 has: fuller music is brighter, too, however its notes lie. */
const SHELVED = [1.15, 1.08, 1, 0.8, 0.55] as const;
/** Corner of the shelf that keeps bass in measure, Hz. */
export const LOW_HZ = 350;

/** Channels of a strip: what is dry, left and right, and what goes to each of the rooms. */
const [LEFT, RIGHT, NEAR, FAR, SIDE, CHANNELS] = [0, 1, 2, 3, 4, 5];
/** How much of a part goes to the side at width 1, dB. */
const SIDE_DB = -7;
/** The two rooms against a score's `reverbDb`, where a part does not say. */
const [NEAR_DB, FAR_DB] = [-4, -2];
/** How far an instrument of many strings is spread at width 1: its lowest to the left, its highest to the right. */
const SPREAD = 0.5;
const SPREAD_SEMITONES = 24;
const MIDDLE_MIDI = 64;
/** Places that a spread instrument has. */
const SEATS = 5;

/** Where the strips of all decks lead to. */
export interface Outputs {
  readonly dry: InputNode;
  readonly rooms: Rooms;
}

/**
 * What the notes of a deck go through: place and level of each part, the tone of the level, the trim to the common
 * loudness, and the fader, for the dry sound and the sends at once.
 */
export class DeckStrip {
  /** The deck's way out; its gain is the fader, 0 to begin with. */
  readonly fade: Gain;
  readonly #context: BaseContext;
  readonly #score: Score;
  readonly #seats = new Map<string, StereoPannerNode>();
  readonly #parts = new Map<string, Gain>();
  readonly #nodes: { dispose(): unknown }[] = [];
  readonly #native: AudioNode[] = [];

  /** @param of  how it is played, and from when on, in seconds of the context */
  constructor(
    context: BaseContext,
    { score, level, at }: { readonly score: Score; readonly level: Level; readonly at: number },
    { dry, rooms }: Outputs,
  ) {
    this.#context = context;
    this.#score = score;
    const merge = context.createChannelMerger(CHANNELS);
    const stage = this.#kept(new Gain({ context, gain: 1 }));
    const split = context.createChannelSplitter(2);
    connect(stage, split);
    connect(split, merge, 0, LEFT);
    connect(split, merge, 1, RIGHT);
    for (const [name, part] of Object.entries(score.parts)) this.#seatPart({ name, part, stage, merge });

    this.fade = this.#kept(new Gain({ context, gain: 0 }));
    const trim = this.#kept(new Gain({ context, gain: dbToGain(score.trimsDb[level - 1]!) }));
    const tone = this.#tone(level, at);
    connect(merge, tone[0]!);
    tone.reduce((from, to) => from.connect(to));
    tone.at(-1)!.chain(trim, this.fade);

    const out = context.createChannelSplitter(CHANNELS);
    const pair = context.createChannelMerger(2);
    connect(this.fade, out);
    connect(out, pair, LEFT, 0);
    connect(out, pair, RIGHT, 1);
    connect(pair, dry);
    connect(out, rooms.near, NEAR);
    connect(out, rooms.far, FAR);
    connect(out, rooms.side, SIDE);
    this.#native.push(merge, split, out, pair);
  }

  /** Where a note of a part goes in. */
  seat(name: string, midi: number): StereoPannerNode {
    const { pan, instrument, width = 1, register } = this.#score.parts[name]!;
    // What is held, struck or low stands where it stands, and a recording of two sides is spread already.
    const spread =
      instrument.loops || !instrument.pitched || instrument.sides === 2 || register === 'bass'
        ? 0
        : SPREAD * width;
    const share = Math.max(-1, Math.min(1, (midi - MIDDLE_MIDI) / SPREAD_SEMITONES));
    const seat = Math.round((share * (SEATS - 1)) / 2);
    const key = spread === 0 ? name : `${name} ${seat}`;
    const known = this.#seats.get(key);
    if (known) return known;
    const where = Math.max(-1, Math.min(1, pan + (spread * 2 * seat) / (SEATS - 1)));
    const panner = this.#context.createStereoPanner();
    panner.pan.value = where;
    connect(panner, this.#parts.get(name)!);
    this.#native.push(panner);
    this.#seats.set(key, panner);
    return panner;
  }

  dispose(): void {
    for (const node of this.#nodes) node.dispose();
    for (const node of this.#native) node.disconnect();
  }

  #seatPart(of: { name: string; part: Part; stage: Gain; merge: ChannelMergerNode }): void {
    const { name, part, stage, merge } = of;
    const context = this.#context;
    // What comes from two sides is as loud on each; one in the middle of two is heard twice.
    const gain = Math.SQRT1_2 * dbToGain(part.gainDb);
    const level = this.#kept(new Gain({ context, gain })).connect(stage);
    this.#parts.set(name, level);
    const { near, far } = part.sendDb ?? {
      near: this.#score.reverbDb + NEAR_DB,
      far: this.#score.reverbDb + FAR_DB,
    };
    const width = part.width ?? (part.register === 'bass' ? 0 : 1);
    const sends = [
      [NEAR, dbToGain(near)],
      [FAR, dbToGain(far)],
      [SIDE, width * dbToGain(SIDE_DB)],
    ] as const;
    for (const [channel, share] of sends) {
      const send = this.#kept(new Gain({ context, gain: share }));
      level.connect(send);
      connect(send, merge, 0, channel);
    }
  }

  #tone(level: Level, at: number): BiquadFilter[] {
    const context = this.#context;
    const corner = this.#score.brightnessHz[level - 1]!;
    const drift = this.#kept(
      new LFO({ context, frequency: 1 / DRIFT_S, units: 'cents', min: -DRIFT_CENTS, max: DRIFT_CENTS }),
    );
    drift.start(Math.max(at, context.currentTime));
    const high = SHELVES.map(({ times, gainDb }) => {
      const gain = gainDb * SHELVED[level - 1]!;
      const frequency = Math.min(times * corner, HIGHEST * context.sampleRate);
      const shelf = this.#kept(new BiquadFilter({ context, type: 'highshelf', frequency, gain }));
      drift.connect(shelf.detune);
      return shelf;
    });
    const lowDb = this.#score.lowDb?.[level - 1] ?? 0;
    const low = new BiquadFilter({ context, type: 'lowshelf', frequency: LOW_HZ, gain: lowDb });
    return [this.#kept(low), ...high];
  }

  #kept<T extends { dispose(): unknown }>(node: T): T {
    this.#nodes.push(node);
    return node;
  }
}
