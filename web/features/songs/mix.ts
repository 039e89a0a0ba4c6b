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
import { TAIL_S } from './render-backing.ts';
import { convolver } from '../../audio/convolver.ts';
import { SEAM_S, type Stretch } from './stretch.ts';
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
  /** The voice is silent here: it is being sung anew. */
  readonly hush?: Stretch;
}

interface Putting {
  readonly at: number;
  /** Seconds of the first part that are left out before what sounds at `at`. */
  readonly skipS?: number;
  readonly backingDb: number;
  readonly output: InputNode;
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
  { at, skipS = 0, backingDb, output }: Putting,
): number {
  const under = new Gain({ context, gain: dbToGain(backingDb) });
  connect(under, output);
  const voices = sections.some(({ take }) => take) ? voiceInto(context, output) : undefined;
  let from = at - skipS;
  for (const { backing, roundS, rounds, take, hush } of sections) {
    for (let round = 0; round < rounds; round++) {
      const begins = from + round * roundS;
      if (begins + roundS <= at) continue;
      const source = context.createBufferSource();
      source.buffer = bufferOf(context, [backing.left, backing.right], backing.sampleRate);
      connect(source, under);
      source.start(Math.max(at, begins), Math.max(0, at - begins));
    }
    if (take && voices)
      putTake(context, take, { at, from, untilS: from + rounds * roundS, to: voices, ...(hush && { hush }) });
    from += rounds * roundS;
  }
  return from;
}

interface TakePutting {
  readonly at: number;
  /** When the first beat of its part is, and when the part is over. */
  readonly from: number;
  readonly untilS: number;
  readonly to: InputNode;
  readonly hush?: Stretch;
}

function putTake(
  context: BaseContext,
  { samples, sampleRate, offsetS }: PlacedTake,
  { at, from, untilS, to, hush }: TakePutting,
): void {
  if (samples.length === 0) return;
  const source = context.createBufferSource();
  const fade = context.createGain();
  source.buffer = bufferOf(context, [samples], sampleRate);
  source.connect(fade);
  connect(fade, to);
  // What was sung before the first beat is left out.
  const begins = Math.max(at, from, from - offsetS);
  const skipped = begins - from + offsetS;
  if (skipped >= samples.length / sampleRate) return;
  fade.gain.setValueAtTime(1, begins);
  if (hush) {
    const [out, back] = [Math.max(begins, from + hush.fromS), from + hush.untilS];
    fade.gain.setValueAtTime(1, out);
    fade.gain.linearRampToValueAtTime(0, out + SEAM_S);
    fade.gain.setValueAtTime(0, back);
    fade.gain.linearRampToValueAtTime(1, back + SEAM_S);
  }
  fade.gain.setValueAtTime(1, untilS);
  fade.gain.linearRampToValueAtTime(0, untilS + LEAVE_S);
  source.start(begins, skipped);
  source.stop(untilS + LEAVE_S);
}

/** A little of the room around a voice. */
function voiceInto(context: BaseContext, output: InputNode): InputNode {
  const voice = new BiquadFilter({ context, type: 'highpass', frequency: FLOOR_HZ, Q: -3 });
  const room = convolver(context);
  connect(room, output);
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
