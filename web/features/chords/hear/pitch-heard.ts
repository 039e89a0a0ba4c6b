import { PitchDetector } from 'pitchy';

/** Samples that one look takes: seven waves of a guitar's low E at 48 kHz. */
export const PITCH_SAMPLES = 4096;
/** How surely a stretch is a tone, 0–1. */
const CLEAR = 0.93;
const LEAST_RMS = 0.003;
/** A guitar's low string, slack, to a high voice. Hz. */
const [LOWEST_HZ, HIGHEST_HZ] = [62, 1100];

/**
 * A function that tells the pitch of `PITCH_SAMPLES` samples as a MIDI pitch with decimals; `undefined`: no one tone is
 * clear. It keeps its buffers, and serves one caller at a time.
 *
 * Source: McLeod & Wyvill, A smarter way to find pitch, ICMC 2005, as pitchy has it.
 */
export function pitchListener(): (samples: Float32Array, sampleRate: number) => number | undefined {
  const detector = PitchDetector.forFloat32Array(PITCH_SAMPLES);
  return (samples, sampleRate) => {
    if (Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / samples.length) < LEAST_RMS) return undefined;
    const [hz, clarity] = detector.findPitch(samples, sampleRate);
    if (clarity < CLEAR || hz < LOWEST_HZ || hz > HIGHEST_HZ) return undefined;
    return 69 + 12 * Math.log2(hz / 440);
  };
}
