import { seeded } from '../random.ts';
import { fadeEnd, frequencyOf, toUnitPeak, type Instrument } from './instrument.ts';

interface Stroke {
  readonly id: string;
  readonly lengthS: number;
  /** Modes of the skin: ratio to the pitch, level, time constant in seconds. */
  readonly modes: readonly (readonly [ratio: number, level: number, decayS: number])[];
  /** Semitones by which the pitch falls as the skin relaxes. */
  readonly bend: number;
  /** The hand itself: level, corner in Hz above which the noise lies, time constant in seconds. */
  readonly slap: readonly [level: number, aboveHz: number, decayS: number];
}

/** A skin struck by hand: a few inharmonic modes with a falling pitch, and the noise of the hand. */
export const handDrum = (stroke: Stroke): Instrument => ({
  id: stroke.id,
  every: 12,
  loops: false,
  attackS: 0.001,
  releaseS: 0.1,
  render(midi, sampleRate) {
    const out = new Float32Array(Math.round(stroke.lengthS * sampleRate));
    const random = seeded(midi, 41);
    const f0 = frequencyOf(midi);
    const [slapLevel, aboveHz, slapDecay] = stroke.slap;
    const smooth = 1 - Math.exp((-2 * Math.PI * aboveHz) / sampleRate);
    let [turns, low] = [0, 0];
    for (let i = 0; i < out.length; i++) {
      const t = i / sampleRate;
      turns += (f0 * 2 ** ((stroke.bend / 12) * Math.exp(-t / 0.03))) / sampleRate;
      let skin = 0;
      for (const [ratio, level, decayS] of stroke.modes)
        skin += level * Math.exp(-t / decayS) * Math.sin(2 * Math.PI * ratio * turns);
      const noise = random() * 2 - 1;
      low += smooth * (noise - low);
      out[i] = (skin + slapLevel * (noise - low) * Math.exp(-t / slapDecay)) * Math.min(1, t / 0.002);
    }
    fadeEnd(out, Math.round(0.05 * sampleRate));
    return toUnitPeak(out);
  },
});
