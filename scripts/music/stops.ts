import { cueOf, decibels, HALF_RATE, planTo, powerOf } from './performances.ts';
import { render } from '../../test/support/audio-offline.ts';
import { ready } from '../../test/support/audio-performance.ts';
import { readRecordings } from '../../test/support/audio-recordings.ts';
import { LEVELS } from '../../engine/index.ts';
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

/** Stops at random moments: while a piece wakes, plays, gives way to another, or waits for the end of a phrase. */
export async function stops(modules: readonly string[], count: number): Promise<Stops> {
  await ready(modules, HALF_RATE);
  let result: Stops = { count: 0, loudestLeftDb: -Infinity, sharpest: 0 };
  for (let run = 0; result.count < count; run++) {
    const random = seeded(SEED, run);
    const { sides, moments } = await oneRun(random, modules);
    const worst = judged(sides, moments);
    result = {
      count: result.count + moments.length,
      loudestLeftDb: Math.max(result.loudestLeftDb, worst.loudestLeftDb),
      sharpest: Math.max(result.sharpest, worst.sharpest),
    };
  }
  return result;
}

async function oneRun(random: Random, modules: readonly string[]) {
  const moments: Stop[] = [];
  const asks: (readonly [number, ReturnType<typeof planTo> | 'stop'])[] = [];
  let at = 0;
  const any = () => cueOf(pick(random, modules), pick(random, LEVELS));
  for (let n = 0; n < A_RUN; n++) {
    asks.push([at, planTo(any(), 0.2 + 3 * random(), { kind: 'wake' })]);
    const stopAt = at + 0.1 + 2.4 * random();
    for (let next = at + 0.1 + random(); next < stopAt; next += 0.1 + random())
      asks.push([next, planTo(any(), 0.5 + 2 * random(), { begin: pick(random, ['now', 'phrase']) })]);
    asks.push([stopAt, 'stop']);
    at = stopAt + SILENT_S + PAUSE_S;
    moments.push({ at: stopAt, until: at });
  }
  const sides = await render({ seconds: at + 0.1, sampleRate: HALF_RATE }, (context) => {
    const player = createTonePlayer({ seed: SEED, context, read: readRecordings });
    return asks.map(
      ([time, plan]) => [time, () => (plan === 'stop' ? player.stop() : player.carryOut(plan))] as const,
    );
  });
  return { sides, moments };
}

function judged(sides: readonly Float32Array[], moments: readonly Stop[]): Omit<Stops, 'count'> {
  const index = (seconds: number): number => Math.round(seconds * HALF_RATE);
  let [loudestLeftDb, sharpest, own] = [-Infinity, 0, 0];
  let from = 0;
  for (const { at, until } of moments) {
    loudestLeftDb = Math.max(loudestLeftDb, decibels(powerOf(sides, index(at + SILENT_S), index(until))));
    own = Math.max(own, bend(sides, index(from), index(at)));
    sharpest = Math.max(sharpest, bend(sides, index(at), index(until)));
    from = until;
  }
  return { loudestLeftDb, sharpest: sharpest / own };
}

function bend(sides: readonly Float32Array[], from: number, to: number): number {
  let most = 0;
  for (const side of sides)
    for (let i = from + 2; i < to; i++)
      most = Math.max(most, Math.abs(side[i]! - 2 * side[i - 1]! + side[i - 2]!));
  return most;
}
