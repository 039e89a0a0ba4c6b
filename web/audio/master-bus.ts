import { Compressor, connect, dbToGain, Gain, gainToDb, WaveShaper, type BaseContext } from './tone.ts';

/** Peaks above this are held down; all below passes as it is, which is nearly all of calm music. dBFS. */
export const CEILING_DB = -2.6;
/** What no sample exceeds, whatever the limiter lets through. dBFS. */
const TOP_DB = -1.8;
const RATIO = 20;
/**
 * Seconds in which it takes hold, a sixth of what it looks ahead: every browser's DynamicsCompressor delays the sound
 * by 6 ms against what it measures, so that it is down when the stroke comes. Seconds in which it lets go.
 */
const [ATTACK_S, RELEASE_S] = [0.001, 0.15];
/**
 * A DynamicsCompressor makes up for 0.6 of what it takes from a full-scale
 * signal, asked or not (Web Audio, § 1.19.4).
 */
const MAKE_UP_DB = -0.6 * CEILING_DB * (1 - 1 / RATIO);
/** Seconds over which a change of volume is spread, so that it does not click. */
const VOLUME_RAMP_S = 0.05;
const METER_SAMPLES = 2048;

/** volume → look-ahead limiter → soft clipper for what it lets through → meter and the context's destination. */
export class MasterBus {
  readonly input: Gain;
  readonly #limiter: Compressor;
  readonly #unity: Gain<'decibels'>;
  readonly #clipper: WaveShaper;
  readonly #meter: AnalyserNode;

  constructor(context: BaseContext) {
    this.input = new Gain({ context, gain: 1 });
    this.#limiter = new Compressor({
      context,
      threshold: CEILING_DB,
      knee: 0,
      ratio: RATIO,
      attack: ATTACK_S,
      release: RELEASE_S,
    });
    this.#unity = new Gain({ context, gain: -MAKE_UP_DB, units: 'decibels' });
    this.#clipper = new WaveShaper({ context, mapping: softClipped, length: 4097 });
    this.#meter = context.createAnalyser();
    this.#meter.fftSize = METER_SAMPLES;
    this.input.chain(this.#limiter, this.#unity, this.#clipper);
    connect(this.#clipper, this.#meter);
    connect(this.#clipper, context.rawContext.destination);
  }

  /** @param gain linear, from `at` on */
  setVolume(gain: number, at: number): void {
    this.input.gain.cancelAndHoldAtTime(at).linearRampToValueAtTime(gain, at + VOLUME_RAMP_S);
  }

  /** RMS of the last 2048 samples, dBFS. */
  level(): number {
    const samples = new Float32Array(METER_SAMPLES);
    this.#meter.getFloatTimeDomainData(samples);
    return gainToDb(Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / METER_SAMPLES));
  }

  dispose(): void {
    for (const node of [this.input, this.#limiter, this.#unity, this.#clipper]) node.dispose();
    this.#meter.disconnect();
  }
}

/** Linear up to the ceiling, then tanh towards the top. */
function softClipped(x: number): number {
  const [straight, top] = [dbToGain(CEILING_DB), dbToGain(TOP_DB)];
  const over = Math.abs(x) - straight;
  return over <= 0 ? x : Math.sign(x) * (straight + (top - straight) * Math.tanh(over / (top - straight)));
}
