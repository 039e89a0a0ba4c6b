/**
 * Sound as a WAV file: 16-bit PCM, little endian.
 *
 * @param channels as many as there are, of one length, full scale 1; what is beyond is cut
 * Source: Microsoft & IBM, Multimedia Programming Interface and Data Specifications 1.0 (1991), RIFF WAVE.
 */
export function wavFile(channels: readonly Float32Array[], sampleRate: number): Uint8Array<ArrayBuffer> {
  const frames = channels[0]?.length ?? 0;
  const frameBytes = 2 * channels.length;
  const view = new DataView(new ArrayBuffer(44 + frames * frameBytes));
  const put = (at: number, word: string): void =>
    new TextEncoder().encode(word).forEach((byte, i) => view.setUint8(at + i, byte));
  put(0, 'RIFF');
  view.setUint32(4, 36 + frames * frameBytes, true);
  put(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, channels.length, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * frameBytes, true);
  view.setUint16(32, frameBytes, true);
  view.setUint16(34, 16, true);
  put(36, 'data');
  view.setUint32(40, frames * frameBytes, true);
  for (let i = 0; i < frames; i++)
    channels.forEach((channel, side) => {
      const value = Math.max(-1, Math.min(1, channel[i]!));
      view.setInt16(44 + i * frameBytes + 2 * side, Math.round(32_767 * value), true);
    });
  return new Uint8Array(view.buffer);
}
