import { chance, normal, type Chance } from '../engine/index.ts';

/** A number between two, each as likely. */
export const between = (next: Chance, low: number, high: number): number => low + (high - low) * next();

/** Samples at times that need not fall on one: `wave` gives the sound, `fromS` when it begins. */
export interface Sounded {
  readonly fromS: number;
  readonly gain: number;
  readonly lengthS: number;
  /** @param s seconds since it began */
  readonly wave: (s: number) => number;
}

/** What a room does to a sound: delays and gains, the direct path first. */
export type Paths = readonly (readonly [delayS: number, gain: number])[];

/**
 * A direct path, some early reflections and a tail that dies away by 60 dB in `decayS`.
 *
 * @param echoDb level of all that is not the direct path against it
 */
export function roomOf(next: Chance, { decayS, echoDb }: { decayS: number; echoDb: number }): Paths {
  const echoes = Array.from({ length: 250 }, () => {
    const delayS = 0.003 + decayS * 0.9 * next() ** 1.6;
    return [delayS, normal(next) * 10 ** ((-3 * delayS) / decayS)] as const;
  });
  const power = echoes.reduce((sum, [, gain]) => sum + gain * gain, 0);
  const share = Math.sqrt(10 ** (echoDb / 10) / power);
  return [[0, 1], ...echoes.map(([delayS, gain]) => [delayS, gain * share] as const)];
}

/** Adds a sound to a recording as it comes along each path. */
export function addSound(
  recording: Float32Array,
  { fromS, gain, lengthS, wave }: Sounded,
  { sampleRate, paths }: { readonly sampleRate: number; readonly paths: Paths },
): void {
  for (const [delayS, share] of paths) {
    const startS = fromS + delayS;
    const first = Math.max(0, Math.ceil(startS * sampleRate));
    const last = Math.min(recording.length - 1, Math.floor((startS + lengthS) * sampleRate));
    for (let i = first; i <= last; i++) recording[i]! += gain * share * wave(i / sampleRate - startS);
  }
}

const CLAP_RATE = 96_000;

/** A hand clap of its own: noise about one or two resonances, with an attack of a millisecond or less. */
export function clapOf(next: Chance): Pick<Sounded, 'lengthS' | 'wave'> {
  const lengthS = between(next, 0.03, 0.09);
  const attackS = between(next, 0.0002, 0.0015);
  const decayS = between(next, 0.004, 0.018);
  const resonances = [between(next, 700, 1600), between(next, 1500, 3500)].map((hz) => resonance(next, hz));
  const samples = Float32Array.from({ length: Math.ceil(lengthS * CLAP_RATE) }, (_, i) => {
    const s = i / CLAP_RATE;
    const noise = resonances.reduce((sum, ring) => sum + ring(normal(next)), 0.35 * normal(next));
    return noise * Math.min(1, s / attackS) * Math.exp(-s / decayS);
  });
  const peak = samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return {
    lengthS,
    wave: (s) => (samples[Math.round(s * CLAP_RATE)] ?? 0) / peak,
  };
}

/** A band of noise about `hz`, of unit gain or so. */
function resonance(next: Chance, hz: number): (value: number) => number {
  const r = Math.exp((-Math.PI * hz) / between(next, 1.5, 4) / CLAP_RATE);
  const [a1, a2] = [2 * r * Math.cos((2 * Math.PI * hz) / CLAP_RATE), -r * r];
  let [y1, y2] = [0, 0];
  return (x) => {
    const y = (1 - r) * 4 * x + a1 * y1 + a2 * y2;
    [y2, y1] = [y1, y];
    return y;
  };
}

/** Noise of a room: even, low (traffic, a fan), a hum of the mains with some hiss, or a murmur of voices. RMS 1. */
export function noiseOf(next: Chance, length: number, sampleRate: number): Float32Array {
  const kind = Math.floor(4 * next());
  const noise = new Float32Array(length);
  let low = 0;
  for (let i = 0; i < length; i++) {
    const white = (next() + next() + next() - 1.5) * 2;
    low += 0.02 * (white - low);
    if (kind === 0) noise[i] = white;
    else if (kind === 1) noise[i] = 9 * low + 0.12 * white;
    else if (kind === 3)
      noise[i] = (3 * low + 0.3 * white) * (1.1 + Math.sin((2 * Math.PI * 4.3 * i) / sampleRate));
    else noise[i] = Math.sin((2 * Math.PI * 100 * i) / sampleRate) + 0.25 * white;
  }
  const rms = Math.sqrt(noise.reduce((sum, value) => sum + value * value, 0) / length);
  return noise.map((value) => value / rms);
}

/** A loudspeaker of a phone: nothing below a corner of some hundred hertz, and less above some thousand. In place. */
export function throughSpeaker(
  samples: Float32Array,
  its: { sampleRate: number; lowHz: number; highHz: number },
): void {
  const [high, low] = [onePole(its.lowHz, its.sampleRate), onePole(its.highHz, its.sampleRate)];
  const [again, once] = [onePole(its.lowHz, its.sampleRate), onePole(its.highHz, its.sampleRate)];
  for (let i = 0; i < samples.length; i++) {
    const first = samples[i]! - high(samples[i]!);
    samples[i] = once(low(first - again(first)));
  }
}

function onePole(hz: number, sampleRate: number): (value: number) => number {
  const share = 1 - Math.exp((-2 * Math.PI * hz) / sampleRate);
  let held = 0;
  return (value) => (held += share * (value - held));
}

/** The value that `share` of them do not exceed. */
export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))]!;
