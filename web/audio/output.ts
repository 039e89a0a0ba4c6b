import { Compressor, connect, Gain, gainToDb, type BaseContext } from './tone.ts';

/** Peaks above this are held down; all below passes as it is. dBFS. */
const CEILING_DB = -2;
const RATIO = 20;
/** A DynamicsCompressor makes up for 0.6 of what it takes from a full-scale signal, asked or not (Web Audio, § 1.19.4). */
const MAKE_UP_DB = -0.6 * CEILING_DB * (1 - 1 / RATIO);
/** Seconds for a turn of the volume knob. */
const TURN_S = 0.05;
const METER_SAMPLES = 2048;

/** The way out: volume → limiter → the context's destination, with a meter on it. */
export class Output {
  readonly input: Gain;
  readonly #limiter: Compressor;
  readonly #unity: Gain<"decibels">;
  readonly #meter: AnalyserNode;

  constructor(context: BaseContext) {
    this.input = new Gain({ context, gain: 1 });
    this.#limiter = new Compressor({
      context,
      threshold: CEILING_DB,
      knee: 0,
      ratio: RATIO,
      attack: 0.001,
      release: 0.1,
    });
    this.#unity = new Gain({ context, gain: -MAKE_UP_DB, units: 'decibels' });
    this.#meter = context.createAnalyser();
    this.#meter.fftSize = METER_SAMPLES;
    this.input.chain(this.#limiter, this.#unity);
    connect(this.#unity, this.#meter);
    connect(this.#unity, context.rawContext.destination);
  }

  /** @param gain linear, from `at` on */
  setVolume(gain: number, at: number): void {
    this.input.gain.cancelAndHoldAtTime(at).linearRampToValueAtTime(gain, at + TURN_S);
  }

  /** RMS of the last 2048 samples, dBFS. */
  level(): number {
    const samples = new Float32Array(METER_SAMPLES);
    this.#meter.getFloatTimeDomainData(samples);
    return gainToDb(Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / METER_SAMPLES));
  }

  dispose(): void {
    for (const node of [this.input, this.#limiter, this.#unity]) node.dispose();
    this.#meter.disconnect();
  }
}
