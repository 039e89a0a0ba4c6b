import { seeded } from '../random.ts';
import { fadeEnd, frequencyOf, toUnitPeak, type Instrument } from './instrument.ts';

interface Strike {
  readonly id: string;
  /** Partial k falls off as k^-slope: felt is steep, a hard hammer flat. */
  readonly slope: number;
  /** Seconds for the hammer's push. */
  readonly attackS: number;
  /** Level of the hammer's knock against the strings. */
  readonly knock: number;
}

const LENGTH_S = 5;
/** A partial this far below the first is over: 60 dB. */
const INAUDIBLE = 1e-3;
/** Where the hammer meets the string: partials with a node there stay quiet. */
const STRIKE_POINT = 1 / 7.4;
/** Two strings a note, a hair apart: the slow bloom of a real unison. Cents. */
const UNISON_CENTS = [-0.7, 0.6];

/**
 * A piano heard through felt: stretched partials on two strings a note, each with a prompt sound and an
 * after-sound, and the knock of the hammer.
 *
 * Source: N. Fletcher & T. Rossing, The Physics of Musical Instruments, ch. 12 (stiff strings, double decay);
 * the figures are set by ear.
 */
export const struckString = (strike: Strike): Instrument => ({
  id: strike.id,
  every: 4,
  loops: false,
  attackS: 0.002,
  releaseS: 0.25,
  render(midi, sampleRate) {
    const out = new Float32Array(Math.round(LENGTH_S * sampleRate));
    const random = seeded(midi, 11);
    const f0 = frequencyOf(midi);
    const stiffness = 1.2e-4 * 2 ** ((midi - 60) / 9);
    for (let k = 1; k <= 32; k++) {
      const stretched = k * f0 * Math.sqrt(1 + stiffness * k * k);
      if (stretched > Math.min(9000, sampleRate * 0.45)) break;
      const level =
        k ** -strike.slope * Math.abs(Math.sin(Math.PI * k * STRIKE_POINT)) * Math.exp(-stretched / 3500);
      const prompt = 2.4 / (1 + stretched / 420);
      for (const cents of UNISON_CENTS) {
        const hz = stretched * 2 ** (cents / 1200);
        addPartial(out, { hz, level, phase: random() * 0.4, prompt, sampleRate });
      }
    }
    push(out, strike.attackS * sampleRate);
    toUnitPeak(out);
    knock(out, strike.knock, sampleRate);
    fadeEnd(out, Math.round(0.8 * sampleRate));
    return toUnitPeak(out);
  },
});

interface Partial {
  readonly hz: number;
  readonly level: number;
  readonly phase: number;
  readonly prompt: number;
  readonly sampleRate: number;
}

/** Adds a sine that dies away twice: at once with time constant `prompt`, and four times as slowly, 14 dB down. */
function addPartial(out: Float32Array, { hz, level, phase, prompt, sampleRate }: Partial): void {
  const w = (2 * Math.PI * hz) / sampleRate;
  const [c, s] = [Math.cos(w), Math.sin(w)];
  const fastDecay = Math.exp(-1 / (prompt * sampleRate));
  const slowDecay = Math.exp(-1 / (4 * prompt * sampleRate));
  let [x, y] = [Math.cos(phase), Math.sin(phase)];
  let [fast, slow] = [0.8 * level, 0.2 * level];
  for (let i = 0; i < out.length && fast + slow > INAUDIBLE; i++) {
    out[i]! += (fast + slow) * y;
    const turned = x * c - y * s;
    y = x * s + y * c;
    x = turned;
    fast *= fastDecay;
    slow *= slowDecay;
  }
}

function push(out: Float32Array, length: number): void {
  for (let i = 0; i < length; i++) out[i]! *= 0.5 - 0.5 * Math.cos((Math.PI * i) / length);
}

/** A short, dull thump of low-passed noise. */
function knock(out: Float32Array, level: number, sampleRate: number): void {
  const random = seeded(7);
  const smooth = 1 - Math.exp((-2 * Math.PI * 320) / sampleRate);
  let [a, b] = [0, 0];
  const length = Math.round(0.12 * sampleRate);
  for (let i = 0; i < length; i++) {
    a += smooth * (random() * 2 - 1 - a);
    b += smooth * (a - b);
    const t = i / sampleRate;
    out[i]! += level * b * 8 * Math.exp(-t / 0.025) * Math.min(1, t / 0.003);
  }
}
