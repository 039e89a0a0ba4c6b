import { seeded } from './random.ts';

const LENGTH_S = 3.2;
const BEFORE_S = 0.018;
/** Seconds for the low and the high end of the room to fall by 60 dB. */
const LOW_RT60_S = 3;
const HIGH_RT60_S = 1.1;
const SPLIT_HZ = 1800;
/** Nothing below this goes into the room, so that it stays clear. */
const FLOOR_HZ = 180;
/** Mean square of uniform noise in ±1. */
const NOISE_POWER = 1 / 3;

/**
 * The answer of a warm, wooden room to a click: seeded noise, its treble dying sooner than its warmth.
 *
 * @returns left and right at `sampleRate`, unlike each other; music between the two
 *   corners leaves with the power it came in
 */
export function reverbImpulse(sampleRate: number): readonly Float32Array<ArrayBuffer>[] {
  return [1, 2].map((side) => {
    const random = seeded(side, 61);
    const out = new Float32Array(Math.round(LENGTH_S * sampleRate));
    const split = 1 - Math.exp((-2 * Math.PI * SPLIT_HZ) / sampleRate);
    const floor = 1 - Math.exp((-2 * Math.PI * FLOOR_HZ) / sampleRate);
    // What each sample is quieter than the one before: a power for every sample would hold up the page.
    const [lowDecay, highDecay] = [LOW_RT60_S, HIGH_RT60_S].map((rt60) => 0.001 ** (1 / (rt60 * sampleRate)));
    let [warm, bright] = [1, 0.35];
    let [low, bottom, bottom2, power] = [0, 0, 0, 0];
    for (let i = Math.round(BEFORE_S * sampleRate); i < out.length; i++) {
      const t = i / sampleRate - BEFORE_S;
      const noise = random() * 2 - 1;
      low += split * (noise - low);
      const x = low * warm + bright * (noise - low);
      bottom += floor * (x - bottom);
      bottom2 += floor * (x - bottom - bottom2);
      const swell = Math.min(1, t / 0.03) * Math.min(1, (LENGTH_S - BEFORE_S - t) / 0.3);
      out[i] = (x - bottom - bottom2) * swell;
      power += (warm * swell) ** 2 * NOISE_POWER;
      warm *= lowDecay!;
      bright *= highDecay!;
    }
    return out.map((v) => v / Math.sqrt(power));
  });
}
