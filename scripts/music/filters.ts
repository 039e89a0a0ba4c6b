/** Second-order sections after the Audio EQ Cookbook (R. Bristow-Johnson), as Web Audio has them. */
export interface Section {
  readonly b: readonly [number, number, number];
  readonly a: readonly [number, number];
}

export function highPass(hertz: number, q: number, sampleRate: number): Section {
  const w = (2 * Math.PI * hertz) / sampleRate;
  const [cos, alpha] = [Math.cos(w), Math.sin(w) / (2 * q)];
  const a0 = 1 + alpha;
  return {
    b: [(1 + cos) / 2 / a0, -(1 + cos) / a0, (1 + cos) / 2 / a0],
    a: [(-2 * cos) / a0, (1 - alpha) / a0],
  };
}

export function lowShelf(hertz: number, gainDb: number, sampleRate: number): Section {
  const w = (2 * Math.PI * hertz) / sampleRate;
  const big = 10 ** (gainDb / 40);
  const cos = Math.cos(w);
  const alpha = (Math.sin(w) / 2) * Math.SQRT2;
  const root = 2 * Math.sqrt(big) * alpha;
  const a0 = big + 1 + (big - 1) * cos + root;
  return {
    b: [
      (big * (big + 1 - (big - 1) * cos + root)) / a0,
      (2 * big * (big - 1 - (big + 1) * cos)) / a0,
      (big * (big + 1 - (big - 1) * cos - root)) / a0,
    ],
    a: [(-2 * (big - 1 + (big + 1) * cos)) / a0, (big + 1 + (big - 1) * cos - root) / a0],
  };
}

/** A high shelf is a low shelf the other way round, and a gain. */
export function highShelf(hertz: number, gainDb: number, sampleRate: number): Section {
  const { b, a } = lowShelf(hertz, -gainDb, sampleRate);
  const gain = 10 ** (gainDb / 20);
  return { b: [b[0] * gain, b[1] * gain, b[2] * gain], a };
}

/** What a section makes of the power at a frequency. */
export function powerGain({ b, a }: Section, hertz: number, sampleRate: number): number {
  const w = (2 * Math.PI * hertz) / sampleRate;
  const size = (c: readonly [number, number, number]): number =>
    (c[0] + c[1] * Math.cos(w) + c[2] * Math.cos(2 * w)) ** 2 +
    (c[1] * Math.sin(w) + c[2] * Math.sin(2 * w)) ** 2;
  return size(b) / size([1, a[0], a[1]]);
}

/** The samples through sections one after another. */
export function filtered(samples: Float32Array, sections: readonly Section[]): Float32Array {
  let out = samples;
  for (const { b, a } of sections) {
    let [x1, x2, y1, y2] = [0, 0, 0, 0];
    out = out.map((x) => {
      const y = b[0] * x + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2;
      [x2, x1, y2, y1] = [x1, x, y1, y];
      return y;
    });
  }
  return out;
}

/** Small speakers, the milder and the harsher way to be one: 400 Hz at 12 and at 24 dB an octave (Butterworth). */
export const phones = (sampleRate: number): readonly (readonly Section[])[] => [
  [highPass(400, Math.SQRT1_2, sampleRate)],
  [highPass(400, 0.5412, sampleRate), highPass(400, 1.3066, sampleRate)],
];
