import { cueOf, planTo } from './performances.ts';
import { decibels, largestStep, powerOf } from './power.ts';
import { performOffline } from '../../test/support/audio-performance.ts';

/** Hz: music this low is power enough, and renders in two thirds of the time. */
const RATE = 16_000;
const LEVEL = 3;
const AT_S = 4;
const FADE_S = 8;
/** Share of the fade that is its middle: there neither has more than three quarters of the power. */
const MIDDLE = 0.4;
/** The player begins a change so much after it is asked for. */
const LEAD_S = 0.02;
/** How long the room answers after the end of a fade. */
const ROOM_S = 3.3;
const END_S = AT_S + FADE_S + ROOM_S + 1;

export interface Transition {
  readonly from: string;
  readonly to: string;
  /**
   * Power in the middle of the fade against the mean of what either has there
   * alone, each weighed as the fade stands. dB.
   */
  readonly midDb: number;
  /** Largest step between samples in the fade, against what the two together can have by themselves; 1: the same. */
  readonly step: number;
  /** Quietest tenth of a second in the fade against the quieter of the two alone. dB. */
  readonly gapDb: number;
  /** What is left of the old one when fade and room are over. dBFS. */
  readonly leftDb: number;
}

type Sides = readonly Float32Array[];

/**
 * Every module into every other. Each is rendered alone as well, at the same moments: what the music itself does there
 * is known, and only the fade is judged.
 *
 * @param seed  of all performances
 * @param each  told of every pair
 */
export async function transitions(
  modules: readonly string[],
  seed: number,
  each: (result: Transition) => void,
): Promise<void> {
  const render = (plans: Parameters<typeof performOffline>[1]): Promise<Sides> =>
    performOffline({ seed, seconds: END_S, sampleRate: RATE }, plans);
  const leaving = new Map<string, Sides>();
  const coming = new Map<string, Sides>();
  for (const module of modules) {
    leaving.set(module, await render([[0, planTo(cueOf(module, LEVEL), 0.1)]]));
    // As in the transition, but its fader is up when it begins.
    coming.set(module, await render([[AT_S, planTo(cueOf(module, LEVEL), 0.005)]]));
  }
  for (const from of modules)
    for (const to of modules) {
      if (from === to) continue;
      const faded = await render([
        [0, planTo(cueOf(from, LEVEL), 0.1)],
        [AT_S, planTo(cueOf(to, LEVEL), FADE_S)],
      ]);
      each({ from, to, ...judged(faded, leaving.get(from)!, coming.get(to)!) });
    }
}

function judged(faded: Sides, old: Sides, fresh: Sides): Omit<Transition, 'from' | 'to'> {
  const index = (seconds: number): number => Math.round((seconds + LEAD_S) * RATE);
  const [begin, end] = [index(AT_S), index(AT_S + FADE_S)];
  const steps = [old, fresh].map((sides) => largestStep(sides, begin, end));
  const tenth = Math.round(0.1 * RATE);
  let [gapDb, heard, lawful] = [Infinity, 0, 0];
  for (let at = begin; at + tenth < end; at += tenth) {
    const [sum, leaving, coming] = [faded, old, fresh].map((sides) => powerOf(sides, at, at + tenth));
    gapDb = Math.min(gapDb, decibels(sum!) - decibels(Math.min(leaving!, coming!)));
    const share = (at + tenth / 2 - begin) / (end - begin);
    if (Math.abs(share - 0.5) > MIDDLE / 2) continue;
    heard += sum!;
    lawful +=
      leaving! * Math.cos((Math.PI / 2) * share) ** 2 + coming! * Math.sin((Math.PI / 2) * share) ** 2;
  }
  const after = index(END_S - 0.9);
  const left = faded.map((side, i) => side.subarray(after).map((x, k) => x - fresh[i]![after + k]!));
  return {
    midDb: decibels(heard) - decibels(lawful),
    step: largestStep(faded, begin, end) / Math.hypot(steps[0]!, steps[1]!),
    gapDb,
    leftDb: decibels(powerOf(left, 0, left[0]!.length)),
  };
}
