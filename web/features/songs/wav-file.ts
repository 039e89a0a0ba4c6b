import { pcmOf } from './take.ts';

/** Sound as it is read from a file. */
export interface WavSound {
  readonly sampleRate: number;
  readonly channels: readonly Float32Array<ArrayBuffer>[];
}

/** A WAV file of 16-bit samples: RIFF, one format chunk, one data chunk. Channels are of equal length. */
export function wavFile(channels: readonly Float32Array[], sampleRate: number): Uint8Array<ArrayBuffer> {
  const count = channels.length;
  const frames = channels[0]?.length ?? 0;
  const woven = new Float32Array(frames * count);
  channels.forEach((samples, channel) => samples.forEach((x, i) => (woven[i * count + channel] = x)));
  const pcm = pcmOf(woven);
  const header = new DataView(new ArrayBuffer(44));
  const text = (at: number, word: string): void =>
    Array.from(word).forEach((letter, i) => header.setUint8(at + i, letter.charCodeAt(0)));
  text(0, 'RIFF');
  header.setUint32(4, 36 + pcm.length, true);
  text(8, 'WAVEfmt ');
  header.setUint32(16, 16, true);
  header.setUint16(20, 1, true);
  header.setUint16(22, count, true);
  header.setUint32(24, sampleRate, true);
  header.setUint32(28, 2 * sampleRate * count, true);
  header.setUint16(32, 2 * count, true);
  header.setUint16(34, 16, true);
  text(36, 'data');
  header.setUint32(40, pcm.length, true);
  const file = new Uint8Array(44 + pcm.length);
  file.set(new Uint8Array(header.buffer));
  file.set(pcm, 44);
  return file;
}

/** What `wavFile` wrote. @throws RangeError  it is another kind of file, or cut short */
export function readWav(file: Uint8Array): WavSound {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const mark = (at: number): string => String.fromCharCode(...file.subarray(at, at + 4));
  if (file.length < 44 || mark(0) !== 'RIFF' || mark(36) !== 'data' || view.getUint16(34, true) !== 16)
    throw new RangeError('not a WAV file of 16-bit samples as Attune writes them');
  const [count, size] = [view.getUint16(22, true), view.getUint32(40, true)];
  if (count < 1 || 44 + size > file.length) throw new RangeError('a WAV file that is cut short');
  const frames = Math.floor(size / (2 * count));
  return {
    sampleRate: view.getUint32(24, true),
    channels: Array.from({ length: count }, (_, channel) =>
      Float32Array.from(
        { length: frames },
        (_, i) => view.getInt16(44 + 2 * (i * count + channel), true) / 32_767,
      ),
    ),
  };
}
