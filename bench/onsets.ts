import { chance, type Chance } from '../engine/index.ts';
import { onsetsIn } from '../engine/rhythm/index.ts';
import { columns, runAlone, type Report } from './report.ts';
import { addSound, between, clapOf, noiseOf, quantile, roomOf } from './simulated-room.ts';

/**
 * Whether claps are found, and when they begin, in generated recordings: `npm run bench -- onsets`, or alone with a number
 * of rooms. The bar: F1 at least .95, and 95 % of those found within 5 ms.
 */

const [SECONDS, ROOMS] = [20, 240];
/** Found within this of a clap, it is that clap; the custom of onset evaluation is 50 ms. Seconds. */
const NEAR_S = 0.03;
const NOISES = [
  { noise: 'quiet', low: 30, high: 45 },
  { noise: 'some', low: 20, high: 30 },
  { noise: 'loud', low: 12, high: 20 },
] as const;

interface Score {
  readonly claps: number;
  readonly found: number;
  readonly extra: number;
  readonly errorsS: readonly number[];
}

/** @param noiseDb by how much the room's noise (RMS) is below the peak of a usual clap, less 12 dB of its crest */
export function clapsInRoom(next: Chance, noiseDb: number, sampleRate: number): Score {
  const paths = roomOf(next, { decayS: between(next, 0.15, 0.9), echoDb: between(next, -12, 0) });
  const level = 10 ** (between(next, -24, -3) / 20);
  const recording = noiseOf(next, SECONDS * sampleRate, sampleRate).map(
    (value) => value * level * 10 ** (-(noiseDb + 12) / 20),
  );
  const atS: number[] = [];
  const periodS = between(next, 0.2, 0.9);
  for (
    let s = 0.4;
    s < SECONDS - 0.5;
    s += next() < 0.15 ? periodS / 2 : periodS * between(next, 0.93, 1.07)
  ) {
    if (atS.length > 0 && s - atS.at(-1)! < 0.12) continue;
    atS.push(s);
    addSound(
      recording,
      { fromS: s, gain: level * 10 ** (between(next, -9, 3) / 20), ...clapOf(next) },
      { sampleRate, paths },
    );
  }
  const foundS = onsetsIn(recording, { sampleRate }).map(({ sample }) => sample / sampleRate);
  return scored(atS, foundS);
}

/** Each clap takes the nearest onset that is left. */
function scored(atS: readonly number[], foundS: readonly number[]): Score {
  const left = new Set(foundS);
  const errorsS = atS.flatMap((at) => {
    const nearest = [...left].reduce<number | undefined>(
      (best, one) => (best === undefined || Math.abs(one - at) < Math.abs(best - at) ? one : best),
      undefined,
    );
    if (nearest === undefined || Math.abs(nearest - at) > NEAR_S) return [];
    left.delete(nearest);
    return [nearest - at];
  });
  return { claps: atS.length, found: errorsS.length, extra: left.size, errorsS };
}

/** @param scores of any number of rooms; `undefined` errors where nothing was found */
export function figuresOf(scores: readonly Score[]) {
  const [claps, found, extra] = (['claps', 'found', 'extra'] as const).map((key) =>
    scores.reduce((sum, score) => sum + score[key], 0),
  ) as [number, number, number];
  const errorsMs = scores.flatMap(({ errorsS }) => errorsS.map((error) => 1000 * error));
  const sizes = errorsMs.map(Math.abs);
  return {
    claps,
    recall: found / claps,
    precision: found / Math.max(1, found + extra),
    f1: (2 * found) / (claps + found + extra),
    medianErrorMs: quantile(errorsMs, 0.5),
    p95ErrorMs: quantile(sizes, 0.95),
    p99ErrorMs: quantile(sizes, 0.99),
  };
}

export function onsets([rooms = String(ROOMS)]: readonly string[] = []): Report {
  const each = Math.ceil(Number(rooms) / (2 * NOISES.length));
  const cases = NOISES.flatMap(({ noise, low, high }) =>
    [44_100, 48_000].map((sampleRate) => ({
      noise,
      sampleRate,
      scores: Array.from({ length: each }, (_, seed) => {
        const next = chance(1000 * sampleRate + 100 * low + seed);
        return clapsInRoom(next, between(next, low, high), sampleRate);
      }),
    })),
  );
  const rows = cases.map(({ scores, ...row }) => ({ ...row, rooms: each, ...figuresOf(scores) }));
  const all = figuresOf(cases.flatMap(({ scores }) => scores));
  rows.push({ noise: 'all' as never, sampleRate: undefined as never, rooms: each * cases.length, ...all });
  return { text: `Claps found in generated rooms\n${columns(rows)}`, data: rows };
}

await runAlone(import.meta.url, onsets);
