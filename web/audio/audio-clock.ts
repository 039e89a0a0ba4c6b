import type { BaseContext } from './tone.ts';

/** Epoch milliseconds at which what stands at a time of the context is heard. */
export type HeardAt = (contextS: number) => number;

/** Further apart than this, the browser's own pair of times is not to be believed. Seconds. */
const PLAUSIBLE_S = 1;

/** Tone's context wraps the browser's, and hides what only a live one can tell. */
interface Wrapped {
  readonly _nativeContext?: Partial<Pick<AudioContext, 'getOutputTimestamp'>>;
}

/**
 * Reads the audio clock against the wall clock now: the one place where the two meet. They run apart by some ms in a
 * minute, and the audio clock stands still through an interruption, so read it anew for every few seconds of sound.
 *
 * @param clock epoch milliseconds
 * Where the browser does not say what it puts out at this moment, the delay of
 * the device is unknown and counts as none.
 */
export function heardAt(context: BaseContext, clock: () => number): HeardAt {
  const now = context.currentTime;
  const out = (context.rawContext as Wrapped)._nativeContext?.getOutputTimestamp?.();
  const { contextTime = 0, performanceTime } = out ?? {};
  const known = contextTime > 0 && Math.abs(contextTime - now) < PLAUSIBLE_S && performanceTime !== undefined;
  const [contextS, epochMs] = known
    ? [contextTime, clock() + performanceTime - performance.now()]
    : [now, clock()];
  return (time) => epochMs + 1000 * (time - contextS);
}
