import { LATENCY_S } from './open-audio.ts';
import { Context } from './tone.ts';

/** The standard takes seconds, and Tone hands them on; only its types know no more than the categories. */
const LATENCY = LATENCY_S as unknown as AudioContextLatencyCategory;

/**
 * Timers drive it, for Tone's worker comes from a blob, which the page's policy forbids; what is on the audio clock
 * ahead outlasts their throttling.
 *
 * @param opened the browser's own context, as `openAudio` opens it; absent: another is opened
 */
export const liveContext = (opened?: AudioContext): Context =>
  new Context({
    ...(opened && { context: opened }),
    latencyHint: LATENCY,
    lookAhead: 0,
    updateInterval: 0.1,
    clockSource: 'timeout',
  });

/** What the player needs to know of the page: its gestures and visibility may wake the audio after an interruption. */
export type Page = EventTarget & { readonly hidden: boolean };

/** The document, where there is one. */
export const pageHere = (): Page | undefined => ('document' in globalThis ? globalThis.document : undefined);

/** Sample rate of a context that is opened now, hertz. */
export function rateNow(): number {
  const context = liveContext();
  const { sampleRate } = context;
  context.dispose();
  return sampleRate;
}

/** Epoch milliseconds. */
export const timeNow = (): number => performance.timeOrigin + performance.now();
