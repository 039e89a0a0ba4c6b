import { latenessS, slotS } from './instruments/strip.ts';
import { nearestPitch, type Instrument } from './instruments/index.ts';

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

/** Recordings by pitch. */
type Notes = ReadonlyMap<number, AudioBuffer>;

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

  /** The recording nearest to a pitch; absent: not loaded yet. */
  recordingOf(instrument: Instrument, midi: number): Recording | undefined {
    const pitch = nearestPitch(instrument, midi);
    const buffer = decoded.get(this.#key(instrument))?.get(pitch);
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
  const samples = file.getChannelData(0);
  const rate = file.sampleRate;
  const late = latenessS(samples, rate);
  const length = Math.round(instrument.lengthS * rate);
  return new Map(
    instrument.pitches.map((pitch, n) => {
      const from = Math.round((slotS(instrument, n) + late) * rate);
      const note = context.createBuffer(1, length, rate);
      note.copyToChannel(samples.subarray(from, from + length), 0);
      return [pitch, note];
    }),
  );
}
