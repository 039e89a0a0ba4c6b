/** Two channels of equal length. */
export interface Stereo {
  readonly left: Float32Array<ArrayBuffer>;
  readonly right: Float32Array<ArrayBuffer>;
  readonly sampleRate: number;
}

/** Out of a rendered buffer, Tone's or the browser's. */
export const stereoOf = (buffer: {
  readonly sampleRate: number;
  getChannelData(channel: number): Float32Array;
}): Stereo => ({
  left: new Float32Array(buffer.getChannelData(0)),
  right: new Float32Array(buffer.getChannelData(1)),
  sampleRate: buffer.sampleRate,
});

/** The same, its highest sample at −1 dBFS; silence stays silence. */
export function peaked({ left, right, sampleRate }: Stereo): Stereo {
  const most = [left, right].reduce(
    (top, side) => side.reduce((max, x) => Math.max(max, Math.abs(x)), top),
    0,
  );
  const gain = most === 0 ? 1 : 10 ** (-1 / 20) / most;
  return { left: left.map((x) => gain * x), right: right.map((x) => gain * x), sampleRate };
}
