import { seeded } from './random.ts';

const LENGTH_S = 0.06;
/** The first of it comes so late that a stroke is still heard where it stands. */
const FROM_S = 0.0007;
/** Seconds to fall by 60 dB. */
const RT60_S = 0.09;
/** Below this a sound stays in the middle: bass has no side, and on a single small speaker nothing to lose. */
const FLOOR_HZ = 110;
/** Single reflections a second, thick enough to have no pitch of their own. */
const DENSITY_HZ = 2400;

/**
 * What makes a sound wide: a very short, dense answer of a room that goes to the left as it is and to the right
 * reversed. Folded to mono the two cancel, and the sound is what it was.
 *
 * @returns left and right at `sampleRate`, of power 1 each above the floor
 * Source: velvet noise, sparse ±1 pulses, as in Karjalainen & Järveläinen 2007; side signal after Orban 1970.
 */
export function sideImpulse(sampleRate: number): readonly Float32Array<ArrayBuffer>[] {
  const random = seeded(1, 63);
  const out = new Float32Array(Math.round(LENGTH_S * sampleRate));
  const step = sampleRate / DENSITY_HZ;
  for (let slot = FROM_S * sampleRate; slot + step < out.length; slot += step) {
    const at = Math.floor(slot + random() * step);
    out[at] = (random() < 0.5 ? -1 : 1) * 0.001 ** (at / (RT60_S * sampleRate));
  }
  const share = 1 - Math.exp((-2 * Math.PI * FLOOR_HZ) / sampleRate);
  let low = 0;
  const cut = out.map((x) => {
    low += share * (x - low);
    return x - low;
  });
  const power = cut.reduce((sum, x) => sum + x * x, 0);
  const left = cut.map((x) => x / Math.sqrt(power));
  return [left, left.map((x) => -x)];
}
