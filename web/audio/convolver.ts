import { reverbImpulse } from './reverb-impulse.ts';

type Sides = readonly Float32Array<ArrayBuffer>[];
/** What a room answers to a click, left and right, at a sample rate. */
export type Answer = (sampleRate: number) => Sides;

/** A context of the browser's, or one of Tone's around it. */
type AnyContext = Pick<BaseAudioContext, 'createBuffer' | 'createConvolver' | 'sampleRate'>;

/** Answers made so far, by maker and sample rate: a mixer that wakes after a stop need not wait for its own. */
const made = new Map<Answer, Map<number, AudioBuffer>>();

/** The answer as a buffer; made once. */
export function bufferOf(context: AnyContext, answer: Answer): AudioBuffer {
  const byRate = made.get(answer) ?? new Map<number, AudioBuffer>();
  made.set(answer, byRate);
  const known = byRate.get(context.sampleRate);
  if (known) return known;
  const sides = answer(context.sampleRate);
  const buffer = context.createBuffer(sides.length, sides[0]!.length, context.sampleRate);
  sides.forEach((side, channel) => buffer.copyToChannel(side, channel));
  byRate.set(context.sampleRate, buffer);
  return buffer;
}

/**
 * A room to lead sound through. Absent `answer`: the long one. The browser's own node: Tone's would open a sound output
 * of its own beside the one in use.
 */
export function convolver(context: AnyContext, answer: Answer = reverbImpulse): ConvolverNode {
  const node = context.createConvolver();
  node.normalize = false;
  node.buffer = bufferOf(context, answer);
  return node;
}
