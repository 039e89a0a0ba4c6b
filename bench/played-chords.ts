import '../test/support/audio-globals.ts';
import { OfflineAudioContext } from 'node-web-audio-api';
import { normal, type Chance } from '../engine/index.ts';
import { readRecordings } from '../test/support/audio-recordings.ts';
import { FELT_PIANO, GUITAR, SMALL_GUITAR, type Instrument } from '../web/audio/instruments/index.ts';
import { RecordingBank } from '../web/audio/recordings.ts';
import type { InstrumentKind } from '../web/features/chords/theory/fingering.ts';
import { between, noiseOf } from './simulated-room.ts';

/** Chords as somebody plays them: our recorded instruments, every string of its own loudness, moment and tuning. */

const OF_KIND: Readonly<Record<InstrumentKind, Instrument>> = {
  guitar: GUITAR,
  ukulele: SMALL_GUITAR,
  keyboard: FELT_PIANO,
};

/** How it is played. */
export interface Playing {
  /** The whole instrument against 440 Hz, and each string against it. */
  readonly tuningCents: number;
  readonly stringCents: number;
  /** By how much the room's noise is below the sound (RMS). */
  readonly noiseDb: number;
}

export type PlayedChord = (
  next: Chance,
  pitches: readonly number[],
  how: Playing & { readonly kind: InstrumentKind; readonly length: number },
) => Float32Array;

/** Decodes the recordings once. @param sampleRate of what is played */
export async function chordPlayer(sampleRate: number): Promise<PlayedChord> {
  const context = new OfflineAudioContext(1, 128, sampleRate);
  const bank = new RecordingBank(context, readRecordings);
  await bank.load(Object.values(OF_KIND));
  return (next, pitches, { kind, length, tuningCents, stringCents, noiseDb }) => {
    const sound = new Float32Array(length);
    // The look begins a little after the first string is struck.
    let atS = -between(next, 0.06, 0.35);
    const strumS = kind === 'keyboard' ? 0.004 : between(next, 0.006, 0.03);
    for (const pitch of pitches) {
      const cents = tuningCents + stringCents * normal(next);
      const found = bank.recordingOf(OF_KIND[kind], pitch)!;
      const gain = 10 ** (between(next, -8, 0) / 20);
      const samples = found.buffer.getChannelData(0);
      add(sound, samples, { fromS: atS, rate: found.rate * 2 ** (cents / 1200), gain, sampleRate });
      atS += strumS * between(next, 0.6, 1.4);
    }
    return withNoise(next, sound, { noiseDb, sampleRate });
  };
}

interface Adding {
  readonly fromS: number;
  readonly rate: number;
  readonly gain: number;
  readonly sampleRate: number;
}

function add(sound: Float32Array, samples: Float32Array, { fromS, rate, gain, sampleRate }: Adding): void {
  for (let i = Math.max(0, Math.ceil(fromS * sampleRate)); i < sound.length; i++) {
    const at = (i - fromS * sampleRate) * rate;
    const [n, share] = [Math.floor(at), at - Math.floor(at)];
    if (n + 1 >= samples.length) return;
    sound[i]! += gain * (samples[n]! * (1 - share) + samples[n + 1]! * share);
  }
}

/** With the noise of a room, at a level of its own. */
function withNoise(
  next: Chance,
  sound: Float32Array,
  { noiseDb, sampleRate }: { readonly noiseDb: number; readonly sampleRate: number },
): Float32Array {
  const rms = Math.sqrt(sound.reduce((sum, x) => sum + x * x, 0) / sound.length);
  const noise = noiseOf(next, sound.length, sampleRate);
  const level = 10 ** (between(next, -24, -6) / 20) / (rms || 1);
  const quiet = rms * 10 ** (-noiseDb / 20);
  return sound.map((x, i) => 0.3 * level * (x + quiet * noise[i]!));
}
