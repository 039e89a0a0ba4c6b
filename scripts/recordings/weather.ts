import { seeded, type Random } from '../../web/audio/random.ts';
import { periodic } from './periodic.ts';
import { SAMPLE_RATE } from './sample-rate.ts';

/** Noise that comes round, with a power that falls as the ear expects of the thing; `amplitude` at Hz. */
const noise = (
  lengthS: number,
  seed: number,
  amplitude: (hz: number) => number,
): Float32Array<ArrayBuffer> => {
  const random = seeded(seed, 53);
  return periodic({ lengthS, amplitude, phase: () => random() * 2 * Math.PI });
};

/** A band: rises by `up` dB an octave to `hz` and falls by `down` from there. */
const band =
  (hz: number, up: number, down: number) =>
  (at: number): number =>
    10 ** (-(at < hz ? up * Math.log2(hz / at) : down * Math.log2(at / hz)) / 20);

/** A slow swell that comes round with the loop: `turns` of it, from 1 − depth to 1. */
const swelling = (
  samples: Float32Array<ArrayBuffer>,
  turns: readonly number[],
  depth: number,
): Float32Array<ArrayBuffer> =>
  samples.map((x, i) => {
    const at = i / samples.length;
    const wave =
      turns.reduce((sum, n, k) => sum + Math.sin(2 * Math.PI * (n * at + 0.37 * k)), 0) / turns.length;
    return x * (1 - depth * (0.5 - 0.5 * wave));
  });

/** Adds a short event at a random place, going on at the start where it reaches over the end. */
function scatter(
  out: Float32Array,
  count: number,
  event: (add: (at: number, x: number) => void) => void,
): void {
  for (let n = 0; n < count; n++)
    event((at, x) => {
      out[at % out.length]! += x;
    });
}

/** A drop on leaves: a burst of a few milliseconds, dull or bright. */
const drop =
  (random: Random, length: number) =>
  (add: (at: number, x: number) => void): void => {
    const from = Math.floor(random() * length);
    const [level, decay, smooth] = [0.12 * random() ** 3, 0.001 + 0.004 * random(), 0.15 + 0.4 * random()];
    let low = 0;
    for (let i = 0; i < 8 * decay * SAMPLE_RATE; i++) {
      low += smooth * (random() * 2 - 1 - low);
      const t = i / SAMPLE_RATE;
      add(from + i, level * low * Math.min(1, t / 0.0006) * Math.exp(-t / decay));
    }
  };

/** A bubble: a sine whose pitch rises as it shrinks. */
const bubble =
  (random: Random, length: number) =>
  (add: (at: number, x: number) => void): void => {
    const from = Math.floor(random() * length);
    const [hz, decay, level] = [350 + 900 * random() ** 2, 0.012 + 0.03 * random(), 0.05 * random() ** 2];
    let turns = random();
    for (let i = 0; i < 6 * decay * SAMPLE_RATE; i++) {
      const t = i / SAMPLE_RATE;
      turns += (hz * (1 + 4 * t)) / SAMPLE_RATE;
      add(from + i, level * Math.sin(2 * Math.PI * turns) * Math.min(1, t / 0.004) * Math.exp(-t / decay));
    }
  };

const scaled = (samples: Float32Array<ArrayBuffer>, rms: number): Float32Array<ArrayBuffer> => {
  const own = Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / samples.length);
  return samples.map((x) => (x * rms) / own);
};

/**
 * Water, weather and air, each a loop of `lengthS` without a seam. Figures are set by what they resemble. `place` is
 * where one listens: at another it is the same weather with other drops.
 */
export const WEATHER = {
  surf: (lengthS: number, place: number) =>
    swelling(noise(lengthS, place + 1, band(260, 6, 7)), [1, 2], 0.35),
  rain(lengthS: number, place: number) {
    const out = scaled(noise(lengthS, place + 2, band(1400, 3, 4)), 0.012);
    const random = seeded(place + 3, 53);
    scatter(out, 160 * lengthS, drop(random, out.length));
    return out;
  },
  wind: (lengthS: number, place: number) => swelling(noise(lengthS, place + 4, band(320, 9, 9)), [1, 3], 0.7),
  stream(lengthS: number, place: number) {
    const out = scaled(noise(lengthS, place + 5, band(700, 5, 6)), 0.006);
    const random = seeded(place + 6, 53);
    scatter(out, 70 * lengthS, bubble(random, out.length));
    return out;
  },
  breath: (lengthS: number, place: number) => noise(lengthS, place + 7, band(500, 8, 8)),
} as const;
