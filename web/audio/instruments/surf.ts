import { seeded } from '../random.ts';
import { toUnitPeak, type Instrument } from './instrument.ts';

/** Seconds until it comes round; the joint is cross-faded. */
const LOOP_S = 5;
const JOINT_S = 1;

/** Water far off: noise that falls by about 9 dB an octave, without a rumble. Pitch has no meaning. */
export const SURF: Instrument = {
  id: 'surf',
  every: 12,
  loops: true,
  attackS: 2,
  releaseS: 1.5,
  render(_midi, sampleRate) {
    const length = Math.round(LOOP_S * sampleRate);
    const joint = Math.round(JOINT_S * sampleRate);
    const random = seeded(53);
    const smooth = 1 - Math.exp((-2 * Math.PI * 500) / sampleRate);
    const rumble = 1 - Math.exp((-2 * Math.PI * 120) / sampleRate);
    let [a, b, low] = [0, 0, 0];
    const long = Float32Array.from({ length: length + joint }, () => {
      a += smooth * (random() * 2 - 1 - a);
      b += smooth * (a - b) * 1.5;
      low += rumble * (b - low);
      return b - low;
    });
    const out = long.slice(0, length);
    for (let i = 0; i < joint; i++) {
      const x = (Math.PI * i) / (2 * joint);
      out[i] = long[i]! * Math.sin(x) + long[length + i]! * Math.cos(x);
    }
    return toUnitPeak(out);
  },
};
