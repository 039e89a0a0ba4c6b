import { readFileSync } from 'node:fs';
import { OfflineAudioContext } from 'node-web-audio-api';
import { SAMPLE_RATE } from './sample-rate.ts';
import type { Sides } from './sides.ts';

/** The channels of a sound file. */
export async function decoded(path: string): Promise<Sides> {
  const file = readFileSync(path);
  const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
  const audio = await new OfflineAudioContext(2, 1, SAMPLE_RATE).decodeAudioData(bytes);
  return Array.from({ length: audio.numberOfChannels }, (_, side) =>
    Float32Array.from(audio.getChannelData(side)),
  );
}
