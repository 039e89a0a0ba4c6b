import { latenessS, slotS } from './instruments/strip.ts';
import { companionsOf, layerOf, pitchesNear, type Instrument } from './instruments/index.ts';

/** A recording and the speed at which it has the pitch that was asked for. */
export interface Recording {
  readonly buffer: AudioBuffer;
  readonly rate: number;
}

/** Of an audio context, what it takes to decode recordings: a browser's own, offline ones and Tone's. */
export interface Decoding {
  readonly sampleRate: number;
  decodeAudioData(file: ArrayBuffer): Promise<AudioBuffer>;
  createBuffer(channels: number, length: number, sampleRate: number): AudioBuffer;
}

/** The encoded file of an instrument's recordings; rejects where it cannot be loaded. */
export type ReadRecordings = (instrument: Instrument) => Promise<ArrayBuffer>;

/** Recordings by pitch, the takes of each. */
type Notes = ReadonlyMap<number, readonly AudioBuffer[]>;

/** Which recording of a pitch is meant. */
export interface Choice {
  /** From 0: of what has no pitch one of its takes, else which of the recordings near the pitch. Absent: the first. */
  readonly take?: number;
  /** How hard, 0–1, which tells the layer. Absent: the instrument as it is. */
  readonly force?: number;
}

/** Decoded so far, by instrument and sample rate: they never change, and serve every context of that rate. */
const decoded = new Map<string, Notes>();

/** The recordings a player plays from: fetched and decoded when a piece first needs them, then kept. */
export class RecordingBank {
  readonly #context: Decoding;
  readonly #read: ReadRecordings;
  readonly #loading = new Map<string, Promise<void>>();

  constructor(context: Decoding, read: ReadRecordings) {
    this.#context = context;
    this.#read = read;
  }

  /** Whether all of them can be played at once. */
  has(instruments: readonly Instrument[]): boolean {
    return instruments.every((instrument) => decoded.has(this.#key(instrument)));
  }

  /** Settles when all of them can be played; rejects with what went wrong, and tries again when asked again. */
  async load(instruments: readonly Instrument[]): Promise<void> {
    await Promise.all(instruments.map((instrument) => this.#one(instrument)));
  }

  /** Fetches what belongs to the instruments, too, once they are there. Without it they play as well as they can. */
  async loadCompanions(instruments: readonly Instrument[]): Promise<void> {
    await this.load(instruments);
    await this.load(instruments.flatMap(companionsOf));
  }

  /** The recording nearest to a pitch; absent: not loaded yet. A layer that is not there is stood in for. */
  recordingOf(instrument: Instrument, midi: number, choice: Choice = {}): Recording | undefined {
    const layer = layerOf(instrument, choice.force);
    const notes = decoded.get(this.#key(layer)) ?? decoded.get(this.#key(instrument));
    const near = pitchesNear(instrument, midi);
    const { take = 0 } = choice;
    const pitch = near[take % near.length]!;
    const takes = notes?.get(pitch);
    const buffer = takes?.[take % takes.length];
    return buffer && { buffer, rate: 2 ** ((midi - pitch) / 12) };
  }

  #one(instrument: Instrument): Promise<void> {
    const key = this.#key(instrument);
    if (decoded.has(key)) return Promise.resolve();
    const loading =
      this.#loading.get(key) ?? this.#decode(instrument).finally(() => this.#loading.delete(key));
    this.#loading.set(key, loading);
    return loading;
  }

  async #decode(instrument: Instrument): Promise<void> {
    const file = await this.#context.decodeAudioData(await this.#read(instrument));
    decoded.set(this.#key(instrument), notesOf(this.#context, instrument, file));
  }

  #key({ id }: Instrument): string {
    return `${id} ${this.#context.sampleRate}`;
  }
}

/** Cuts a decoded file into its notes. */
function notesOf(context: Decoding, instrument: Instrument, file: AudioBuffer): Notes {
  const { takes = 1, sides = 1, lengthS } = instrument;
  const rate = file.sampleRate;
  const channels = Array.from({ length: sides }, (_, side) => file.getChannelData(side));
  const late = latenessS(channels[0]!, rate);
  const length = Math.round(lengthS * rate);
  const cut = (n: number): AudioBuffer => {
    const from = Math.round((slotS(instrument, n) + late) * rate);
    const note = context.createBuffer(sides, length, rate);
    channels.forEach((samples, side) => note.copyToChannel(samples.subarray(from, from + length), side));
    return note;
  };
  return new Map(
    instrument.pitches.map((pitch, n) => [
      pitch,
      Array.from({ length: takes }, (_, take) => cut(n * takes + take)),
    ]),
  );
}
