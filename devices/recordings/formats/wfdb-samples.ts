/** Reads one sample, by its place in the file. */
type Decode = (bytes: DataView, index: number) => number;

interface Packing {
  /** Whole samples in so many bytes. */
  readonly count: (bytes: number) => number;
  readonly decode: Decode;
  /** What stands for "nothing was measured"; formats of differences have no such value. */
  readonly invalid?: number;
}

const fixed = (width: number, decode: Decode): Packing => ({
  count: (bytes) => Math.floor(bytes / width),
  decode,
  invalid: -(2 ** (8 * width - 1)),
});

const signed = (value: number, bits: number): number => (value << (32 - bits)) >> (32 - bits);

/**
 * How samples lie in a signal file, by the number of the format.
 * Source: WFDB Applications Guide, signal(5).
 */
const PACKINGS: Readonly<Record<string, Packing>> = {
  '8': { count: (bytes) => bytes, decode: (view, i) => view.getInt8(i) },
  '16': fixed(2, (view, i) => view.getInt16(2 * i, true)),
  '24': fixed(3, (view, i) => view.getUint16(3 * i, true) | (view.getInt8(3 * i + 2) << 16)),
  '32': fixed(4, (view, i) => view.getInt32(4 * i, true)),
  '61': fixed(2, (view, i) => view.getInt16(2 * i, false)),
  '80': fixed(1, (view, i) => view.getUint8(i) - 128),
  '160': fixed(2, (view, i) => view.getUint16(2 * i, true) - 32_768),
  // Two samples of 12 bits in three bytes: the middle one has the upper four bits of the first below those of the
  // second.
  '212': {
    count: (bytes) => 2 * Math.floor(bytes / 3) + (bytes % 3 === 2 ? 1 : 0),
    decode: (view, i) => {
      const at = 3 * (i >> 1);
      const middle = view.getUint8(at + 1);
      const raw =
        i % 2 === 0 ? view.getUint8(at) | ((middle & 15) << 8) : view.getUint8(at + 2) | ((middle >> 4) << 8);
      return signed(raw, 12);
    },
    invalid: -2048,
  },
  // Three samples of 10 bits in two words: the third has the upper five bits of each.
  '310': {
    count: (bytes) => 3 * Math.floor(bytes / 4),
    decode: (view, i) => {
      const at = 4 * Math.floor(i / 3);
      const [low, high] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
      if (i % 3 === 2) return signed((low >> 11) | ((high >> 11) << 5), 10);
      return signed((i % 3 === 0 ? low : high) >> 1, 10);
    },
    invalid: -512,
  },
  '311': {
    count: (bytes) => 3 * Math.floor(bytes / 4),
    decode: (view, i) => signed(view.getUint32(4 * Math.floor(i / 3), true) >>> (10 * (i % 3)), 10),
    invalid: -512,
  },
};

export const READ_FORMATS = Object.keys(PACKINGS);

/** Which samples of a signal file are one signal's. */
export interface Interleaving {
  readonly format: string;
  /** Samples of all signals of the file in a frame. */
  readonly frameSamples: number;
  /** Where in a frame this signal's begin, and how many there are. */
  readonly at: number;
  readonly samplesPerFrame: number;
  /** Before the first difference, for format 8. */
  readonly initial: number;
}

/**
 * The samples of one signal, whole frames only.
 * @param bytes  without what stands before the first sample
 * @returns NaN where nothing was measured; `undefined` for a format that is not read
 */
export function samplesOf(bytes: Uint8Array, layout: Interleaving): Float64Array | undefined {
  const packing = PACKINGS[layout.format];
  if (!packing) return undefined;
  const { frameSamples, at, samplesPerFrame, initial } = layout;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const frames = Math.floor(packing.count(bytes.length) / frameSamples);
  const samples = new Float64Array(frames * samplesPerFrame);
  let level = initial;
  for (let frame = 0, next = 0; frame < frames; frame++)
    for (let i = 0; i < samplesPerFrame; i++) {
      const value = packing.decode(view, frame * frameSamples + at + i);
      level += value;
      samples[next++] =
        packing.invalid === undefined ? level : value === packing.invalid ? Number.NaN : value;
    }
  return samples;
}
