import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createEncoder } from 'wasm-media-encoders';
import type { Instrument } from '../../web/audio/instruments/index.ts';
import { MARK_S, OVERLAP_S, slotS, stripS } from '../../web/audio/instruments/strip.ts';
import { SAMPLE_RATE } from './sample-rate.ts';

/** Width of the mark, seconds, and its height. */
const MARK_WIDTH_S = 0.0008;
const MARK_PEAK = 0.5;
/** LAME's scale from 0 (best) to 9. */
const VBR_QUALITY = 3;

/** All recordings of an instrument one after another in one channel, as `strip.ts` of the app expects them. */
export function stripOf(
  instrument: Instrument,
  notes: readonly Float32Array[],
  sampleRate: number,
): Float32Array<ArrayBuffer> {
  const out = new Float32Array(Math.round((stripS(instrument) + 0.1) * sampleRate));
  for (let i = 0; i < 2 * MARK_S * sampleRate; i++)
    out[i] = MARK_PEAK * Math.exp(-(((i / sampleRate - MARK_S) / MARK_WIDTH_S) ** 2));
  const overlap = Math.round(OVERLAP_S * sampleRate);
  notes.forEach((note, n) => {
    const from = Math.round(slotS(instrument, n) * sampleRate);
    out.set(note, from);
    if (!instrument.loops) return;
    out.set(note.subarray(note.length - overlap), from - overlap);
    out.set(note.subarray(0, overlap), from + note.length);
  });
  return out;
}

/** As an MP3, which every browser decodes. */
export async function encoded(sides: readonly Float32Array[]): Promise<Uint8Array> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('wasm-media-encoders/wasm/mp3'));
  const encoder = await createEncoder('audio/mpeg', await WebAssembly.compile(wasm));
  encoder.configure({
    sampleRate: SAMPLE_RATE,
    channels: sides.length === 1 ? 1 : 2,
    vbrQuality: VBR_QUALITY,
  });
  // What it hands out is its own memory, used again by the next call.
  return Buffer.concat([Uint8Array.from(encoder.encode(sides)), Uint8Array.from(encoder.finalize())]);
}
