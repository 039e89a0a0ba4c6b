import type { Slot } from './song.ts';

/**
 * How a take was put in its place. `marker`: measured in the take itself. `stored-loop`: as it was measured before on
 * this device. `reported`: only what the browser says of its delays. `by-hand`: moved by the person.
 */
export const TAKE_HOWS = ['marker', 'stored-loop', 'reported', 'by-hand'] as const;
export type TakeHow = (typeof TAKE_HOWS)[number];

/** A recording of one part, as it is kept. Its sound is in pieces of their own, so that each opens quickly. */
export interface Take {
  readonly id: string;
  readonly song: string;
  readonly slot: Slot;
  readonly atMs: number;
  readonly sampleRate: number;
  readonly frames: number;
  /** Seconds of the recording before the first beat of the part. */
  readonly offsetS: number;
  readonly how: TakeHow;
  /** Of several takes of a part, the one that is heard. */
  readonly chosen: boolean;
  /** The take that this one was before a stretch of it was sung anew. */
  readonly before?: string;
}

/** Some seconds of a take: 16-bit samples, one channel, little endian, in base64. */
export interface TakePiece {
  readonly id: string;
  readonly take: string;
  readonly index: number;
  readonly pcm: string;
}

/** Frames of a piece: about five seconds. */
const PIECE_FRAMES = 240_000;

/** So many pieces a take has. */
export const pieceCount = ({ frames }: Pick<Take, 'frames'>): number => Math.ceil(frames / PIECE_FRAMES);

/** The samples as pieces to keep. Full scale 1; louder is cut. */
export function piecesOf(take: string, samples: Float32Array, newId: () => string): TakePiece[] {
  const pieces = [];
  for (let from = 0, index = 0; from < samples.length; from += PIECE_FRAMES, index++) {
    const bytes = pcmOf(samples.subarray(from, from + PIECE_FRAMES));
    pieces.push({ id: newId(), take, index, pcm: base64Of(bytes) });
  }
  return pieces;
}

/** The samples of a take again. Pieces of others are left out; a missing one is silence. */
export function samplesOf(
  { id, frames }: Pick<Take, 'id' | 'frames'>,
  pieces: readonly TakePiece[],
): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(frames);
  for (const { take, index, pcm } of pieces) {
    if (take !== id) continue;
    const bytes = bytesOf(pcm);
    const view = new DataView(bytes.buffer);
    const from = index * PIECE_FRAMES;
    for (let i = 0; i < bytes.length >> 1 && from + i < frames; i++)
      samples[from + i] = view.getInt16(2 * i, true) / 32_767;
  }
  return samples;
}

/** 16-bit samples, little endian. */
export function pcmOf(samples: Float32Array): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(2 * samples.length));
  samples.forEach((x, i) => view.setInt16(2 * i, Math.round(32_767 * Math.max(-1, Math.min(1, x))), true));
  return new Uint8Array(view.buffer);
}

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** The loudest of each of so many stretches, 0–1: the picture of a take. */
export function outlineOf(samples: Float32Array, count: number): number[] {
  const width = samples.length / count;
  return Array.from({ length: count }, (_, i) => {
    let most = 0;
    for (let at = Math.floor(i * width); at < Math.floor((i + 1) * width); at++)
      most = Math.max(most, Math.abs(samples[at]!));
    return Math.min(1, most);
  });
}
