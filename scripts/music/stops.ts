import { cueOf, HALF_RATE, planTo } from './performances.ts';
import { decibels, powerOf } from './power.ts';
import { render } from '../../test/support/audio-offline.ts';
import { ready } from '../../test/support/audio-performance.ts';
import { readRecordings } from '../../test/support/audio-recordings.ts';
import { LEVELS, type CrossfadePlan } from '../../engine/index.ts';
import { createTonePlayer } from '../../web/audio/index.ts';
import { seeded, type Random, pick } from '../../web/audio/random.ts';

/** Stops in one rendering: each leaves a room behind that an offline context works on to its end. */
const A_RUN = 4;
/** From the command to silence. */
const SILENT_S = 0.3;
const PAUSE_S = 0.2;
const SEED = 9;

export interface Stops {
  readonly count: number;
  /** The loudest that was left 0.3 s after a stop, dBFS. */
  readonly loudestLeftDb: number;
  /** Sharpest bend of the wave in a stop against the sharpest of the music around it; 1: the same. */
  readonly sharpest: number;
}

interface Stop {
  readonly at: number;
  readonly until: number;
}

type Ask = readonly [atS: number, plan: CrossfadePlan | 'stop'];

/**
 * Stops at random moments: while a piece wakes, plays, gives way to another, or waits for the end of a phrase.
 * Where the wave bends more sharply in a stop than in the music so far, a stroke may have fallen there: the same is
 * rendered once more without that stop, and the stop must not be sharper than what would have sounded.
 */
export async function stops(modules: readonly string[], count: number): Promise<Stops> {
  await ready(modules, HALF_RATE);
  let result: Stops = { count: 0, loudestLeftDb: -Infinity, sharpest: 0 };
  for (let run = 0; result.count < count; run++) {
    const asks = script(seeded(SEED, run), modules);
    const sides = await perform(asks);
    for (const { at, until, loudestLeftDb, sharpness } of judged(sides, stopsIn(asks))) {
      const window = [index(at), index(until)] as const;
      const before = asks.filter(([time]) => time < at);
      const twin = sharpness > 1 ? await perform(before, until + PAUSE_S) : undefined;
      const sharp = twin ? ratio(bend(sides, ...window), bend(twin, ...window)) : sharpness;
      result = {
        count: result.count + 1,
        loudestLeftDb: Math.max(result.loudestLeftDb, loudestLeftDb),
        sharpest: Math.max(result.sharpest, sharp),
      };
    }
  }
  return result;
}

/** Nothing is no sharper than anything. */
const ratio = (a: number, b: number): number => (a === 0 ? 0 : a / b);

const index = (seconds: number): number => Math.round(seconds * HALF_RATE);

/** What is asked of the player: pieces, changes on the way, and a stop, a few times over. */
function script(random: Random, modules: readonly string[]): Ask[] {
  const asks: Ask[] = [];
  const any = () => cueOf(pick(random, modules), pick(random, LEVELS));
  for (let at = 0; stopsIn(asks).length < A_RUN; at = asks.at(-1)![0] + SILENT_S + PAUSE_S) {
    asks.push([at, planTo(any(), 0.2 + 3 * random(), { kind: 'wake' })]);
    const stopAt = at + 0.1 + 2.4 * random();
    for (let next = at + 0.1 + random(); next < stopAt; next += 0.1 + random())
      asks.push([next, planTo(any(), 0.5 + 2 * random(), { begin: pick(random, ['now', 'phrase']) })]);
    asks.push([stopAt, 'stop']);
  }
  return asks;
}

const stopsIn = (asks: readonly Ask[]): Stop[] =>
  asks.filter(([, plan]) => plan === 'stop').map(([at]) => ({ at, until: at + SILENT_S + PAUSE_S }));

const perform = (asks: readonly Ask[], seconds = asks.at(-1)![0] + 1): Promise<readonly Float32Array[]> =>
  render({ seconds, sampleRate: HALF_RATE }, (context) => {
    const player = createTonePlayer({ seed: SEED, context, read: readRecordings });
    return asks.map(([time, plan]) => [
      time,
      () => {
        if (plan === 'stop') player.stop();
        else player.carryOut(plan);
      },
    ]);
  });

/** Each stop, with what is left after it and how sharply the wave bends in it against the music so far. */
function judged(sides: readonly Float32Array[], moments: readonly Stop[]) {
  let [from, own] = [0, 0];
  return moments.map(({ at, until }) => {
    own = Math.max(own, bend(sides, index(from), index(at)));
    from = until;
    return {
      at,
      until,
      loudestLeftDb: decibels(powerOf(sides, index(at + SILENT_S), index(until))),
      sharpness: ratio(bend(sides, index(at), index(until)), own),
    };
  });
}

function bend(sides: readonly Float32Array[], from: number, to: number): number {
  let most = 0;
  for (const side of sides)
    for (let i = from + 2; i < to; i++)
      most = Math.max(most, Math.abs(side[i]! - 2 * side[i - 1]! + side[i - 2]!));
  return most;
}
