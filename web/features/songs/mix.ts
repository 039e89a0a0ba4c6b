import {
  BiquadFilter,
  connect,
  dbToGain,
  Gain,
  OfflineContext,
  setContext,
  type BaseContext,
  type InputNode,
} from '../../audio/tone.ts';
import { roomInto } from './room-into.ts';
import { TAIL_S } from './render-backing.ts';
import { stereoOf, type Stereo } from './stereo.ts';

/** A voice in its place. */
export interface PlacedTake {
  readonly samples: Float32Array<ArrayBuffer>;
  readonly sampleRate: number;
  /** Seconds of the recording before the first beat. */
  readonly offsetS: number;
}

/** A part as it is heard: rounds of its backing, and a voice over them. */
export interface Section {
  readonly backing: Stereo;
  /** Seconds of one round, its tail left out. */
  readonly roundS: number;
  readonly rounds: number;
  readonly take?: PlacedTake;
}

const ROOM_DB = -15;
/** Rumble and breath on the microphone. Hz. */
const FLOOR_HZ = 85;
/** A take that goes on for longer than its part is faded out over so long, s. */
const LEAVE_S = 1.5;

export const lengthS = (sections: readonly Section[]): number =>
  sections.reduce((sum, { roundS, rounds }) => sum + roundS * rounds, 0);

/** Puts parts one after another on the clock from `at` on. @returns when the last one ends, its tail left out */
export function putSections(
  context: BaseContext,
  sections: readonly Section[],
  { at, backingDb, output }: { readonly at: number; readonly backingDb: number; readonly output: InputNode },
): number {
  const under = new Gain({ context, gain: dbToGain(backingDb) });
  connect(under, output);
  const voices = sections.some(({ take }) => take) ? voiceInto(context, output) : undefined;
  let from = at;
  for (const { backing, roundS, rounds, take } of sections) {
    for (let round = 0; round < rounds; round++) {
      const source = context.createBufferSource();
      source.buffer = bufferOf(context, [backing.left, backing.right], backing.sampleRate);
      connect(source, under);
      source.start(from + round * roundS);
    }
    if (take && voices) putTake(context, take, { from, untilS: from + rounds * roundS, to: voices });
    from += rounds * roundS;
  }
  return from;
}

function putTake(
  context: BaseContext,
  { samples, sampleRate, offsetS }: PlacedTake,
  { from, untilS, to }: { readonly from: number; readonly untilS: number; readonly to: InputNode },
): void {
  if (samples.length === 0) return;
  const source = context.createBufferSource();
  const fade = context.createGain();
  source.buffer = bufferOf(context, [samples], sampleRate);
  source.connect(fade);
  connect(fade, to);
  fade.gain.setValueAtTime(1, from);
  fade.gain.setValueAtTime(1, untilS);
  fade.gain.linearRampToValueAtTime(0, untilS + LEAVE_S);
  source.start(Math.max(from, from - offsetS), Math.max(0, offsetS));
  source.stop(untilS + LEAVE_S);
}

/** A little of the room around a voice. */
function voiceInto(context: BaseContext, output: InputNode): InputNode {
  const voice = new BiquadFilter({ context, type: 'highpass', frequency: FLOOR_HZ, Q: -3 });
  const room = roomInto(context, output);
  const send = new Gain({ context, gain: dbToGain(ROOM_DB) });
  connect(voice, output);
  voice.connect(send);
  connect(send, room);
  return voice;
}

function bufferOf(
  context: BaseContext,
  channels: readonly Float32Array<ArrayBuffer>[],
  sampleRate: number,
): AudioBuffer {
  const buffer = context.createBuffer(channels.length, Math.max(1, channels[0]!.length), sampleRate);
  channels.forEach((samples, channel) => buffer.copyToChannel(samples, channel));
  return buffer;
}

/** The parts as one piece of sound, tail and all. */
export async function mixed(
  sections: readonly Section[],
  backingDb: number,
  sampleRate: number,
): Promise<Stereo> {
  const context = new OfflineContext(2, lengthS(sections) + TAIL_S, sampleRate);
  setContext(context);
  const out = new Gain({ context });
  connect(out, context.rawContext.destination);
  putSections(context, sections, { at: 0, backingDb, output: out });
  return stereoOf(await context.render(false));
}
