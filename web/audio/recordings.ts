import type { BaseContext } from './tone.ts';
import type { Instrument } from './instruments/index.ts';

/** A recording and the speed at which it has the pitch that was asked for. */
export interface Recording {
  readonly buffer: AudioBuffer;
  readonly rate: number;
}

/** Recordings made so far. They are the same for every context of a sample rate, and never change. */
const made = new Map<string, AudioBuffer>();

/** The recording nearest to a pitch; synthesised when first asked for (5–30 ms), then kept. */
export function recordingOf(context: BaseContext, instrument: Instrument, midi: number): Recording {
  const recorded = Math.round(midi / instrument.every) * instrument.every;
  const key = `${instrument.id} ${recorded} ${context.sampleRate}`;
  let buffer = made.get(key);
  if (buffer === undefined) {
    const samples = instrument.render(recorded, context.sampleRate);
    buffer = context.createBuffer(1, samples.length, context.sampleRate);
    buffer.copyToChannel(samples, 0);
    made.set(key, buffer);
  }
  return { buffer, rate: 2 ** ((midi - recorded) / 12) };
}
