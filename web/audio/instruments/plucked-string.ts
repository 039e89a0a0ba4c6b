import { seeded } from '../random.ts';
import { fadeEnd, frequencyOf, toUnitPeak, type Instrument } from './instrument.ts';

interface Pluck {
  readonly id: string;
  /** 0 a fingertip, 1 a nail: how much treble the pluck puts in. */
  readonly brightness: number;
  /** Seconds for a note at middle C to fall by 60 dB. */
  readonly ringS: number;
  /** Where along the string it is plucked, 0–0.5: 0.5 hollow, small values thin. */
  readonly point: number;
  readonly lengthS: number;
}

/**
 * A plucked string (harp, kalimba-like, bass): a filtered, seeded burst travels round a delay line that dulls and
 * damps it on each turn.
 *
 * Source: D. Jaffe & J. Smith, Extensions of the Karplus-Strong plucked-string algorithm, 1983,
 * doi:10.2307/3680063 (pick position, decay stretching, tuning by an all-pass).
 */
export const pluckedString = (pluck: Pluck): Instrument => ({
  id: pluck.id,
  every: 3,
  loops: false,
  attackS: 0.001,
  releaseS: 0.25,
  render(midi, sampleRate) {
    const out = new Float32Array(Math.round(pluck.lengthS * sampleRate));
    const f0 = frequencyOf(midi);
    const period = sampleRate / f0;
    // The two-point average delays by half a sample; the all-pass makes up what the whole samples leave over.
    const stretch = 0.5 - 0.28 * pluck.brightness;
    let whole = Math.floor(period - stretch);
    let rest = period - stretch - whole;
    if (rest < 0.2) [whole, rest] = [whole - 1, rest + 1];
    const allPass = (1 - rest) / (1 + rest);
    const ring = pluck.ringS * (261.6 / f0) ** 0.35;
    const damping = 0.001 ** (1 / (f0 * ring));

    const line = burst(whole, pluck, midi);
    let [previous, lastIn, lastOut] = [0, 0, 0];
    for (let i = 0; i < out.length; i++) {
      const at = i % whole;
      const now = line[at]!;
      out[i] = now;
      const dulled = damping * ((1 - stretch) * now + stretch * previous);
      previous = now;
      lastOut = allPass * (dulled - lastOut) + lastIn;
      lastIn = dulled;
      line[at] = lastOut;
    }
    withoutDc(out, sampleRate);
    soften(out, Math.round(0.0025 * sampleRate));
    fadeEnd(out, Math.round(0.5 * sampleRate));
    return toUnitPeak(out);
  },
});

/** One period of noise, dulled by the finger and hollowed by where it plucks. */
function burst(length: number, { brightness, point }: Pluck, midi: number): Float32Array {
  const random = seeded(midi, 23);
  const raw = Float32Array.from({ length }, () => random() * 2 - 1);
  const smooth = 0.08 + 0.72 * brightness;
  let [a, b] = [0, 0];
  // Round twice, so that the filter has no start and the period closes on itself.
  for (let i = 0; i < 2 * length; i++) {
    a += smooth * (raw[i % length]! - a);
    b += smooth * (a - b);
    if (i >= length) raw[i - length] = b;
  }
  const back = Math.max(1, Math.round(point * length));
  const hollow = raw.map((x, i) => x - raw[(i - back + length) % length]!);
  const mean = hollow.reduce((sum, x) => sum + x, 0) / length;
  return hollow.map((x) => x - mean);
}

function withoutDc(out: Float32Array, sampleRate: number): void {
  const r = 1 - (2 * Math.PI * 20) / sampleRate;
  let [lastIn, lastOut] = [0, 0];
  for (let i = 0; i < out.length; i++) {
    lastOut = out[i]! - lastIn + r * lastOut;
    lastIn = out[i]!;
    out[i] = lastOut;
  }
}

function soften(out: Float32Array, length: number): void {
  for (let i = 0; i < length; i++) out[i]! *= i / length;
}
