/** A WAV file of the sides, 16-bit or (for exact figures) 32-bit float. */
export function wavOf(
  sides: readonly Float32Array[],
  sampleRate: number,
  format: 'pcm16' | 'float32' = 'pcm16',
): Uint8Array<ArrayBuffer> {
  const width = format === 'pcm16' ? 2 : 4;
  const frames = sides[0]!.length;
  const size = frames * sides.length * width;
  const view = new DataView(new ArrayBuffer(44 + size));
  const text = (at: number, word: string): void =>
    Buffer.from(word, 'latin1').forEach((byte, i) => view.setUint8(at + i, byte));
  text(0, 'RIFF');
  view.setUint32(4, 36 + size, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, format === 'pcm16' ? 1 : 3, true);
  view.setUint16(22, sides.length, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * sides.length * width, true);
  view.setUint16(32, sides.length * width, true);
  view.setUint16(34, 8 * width, true);
  text(36, 'data');
  view.setUint32(40, size, true);
  for (let i = 0; i < frames; i++)
    sides.forEach((side, channel) => {
      const at = 44 + (i * sides.length + channel) * width;
      if (format === 'float32') view.setFloat32(at, side[i]!, true);
      else view.setInt16(at, Math.round(32_767 * Math.max(-1, Math.min(1, side[i]!))), true);
    });
  return new Uint8Array(view.buffer);
}
