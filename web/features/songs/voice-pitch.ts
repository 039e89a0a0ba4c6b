import { PitchDetector } from 'pitchy';

const FRAME = 2048;
/** How surely a frame is a tone, 0–1; and the tones that voices have when they hum at ease, Hz. */
const [CLEAR, LOWEST_HZ, HIGHEST_HZ] = [0.92, 70, 700];
/** Seconds of tone that are needed. */
const LEAST_S = 1.2;
/** What is hummed at ease is taken for the third of the key: there is as much room below as above. */
const THIRD = 4;
const D = 2;

/**
 * The middle of what was hummed, as a MIDI pitch with decimals; `undefined`: too little of it was a clear tone.
 *
 * Source: McLeod & Wyvill, A smarter way to find pitch, ICMC 2005, as pitchy has it.
 */
export function voicePitch(samples: Float32Array, sampleRate: number): number | undefined {
  const detector = PitchDetector.forFloat32Array(FRAME);
  const pitches: number[] = [];
  for (let at = 0; at + FRAME <= samples.length; at += FRAME) {
    const [hz, clarity] = detector.findPitch(samples.subarray(at, at + FRAME), sampleRate);
    if (clarity >= CLEAR && hz >= LOWEST_HZ && hz <= HIGHEST_HZ) pitches.push(69 + 12 * Math.log2(hz / 440));
  }
  if ((pitches.length * FRAME) / sampleRate < LEAST_S) return undefined;
  return pitches.sort((a, b) => a - b)[pitches.length >> 1];
}

/** Semitones from D, −5…6, of the key that suits a voice which hums this at ease. */
export function transposeFor(midi: number): number {
  const steps = (((Math.round(midi) - THIRD - D) % 12) + 12) % 12;
  return steps > 6 ? steps - 12 : steps;
}
