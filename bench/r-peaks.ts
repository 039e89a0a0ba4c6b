import { parseArgs } from 'node:util';
import { simulateHeart, syntheticEcg, type EcgOptions } from '../devices/index.ts';
import { rPeakDetector } from '../engine/index.ts';
import { columns, runAlone, type Report } from './report.ts';

/**
 * R peaks found in synthetic ECG against those that were put in.
 * Run: npx tsx bench/r-peaks.ts [--people 6] [--minutes 10] [--json]
 */

export interface RPeakScore {
  readonly signal: string;
  readonly rateHz: number;
  readonly beats: number;
  /** Share of the beats that were found, 0–1. */
  readonly sensitivity: number;
  /** Share of what was found that are beats, 0–1. */
  readonly precision: number;
  /** Error of the intervals between neighbours that were both found. */
  readonly rrRmsMs: number;
}

/** A peak found within this of a beat is that beat. Source: ANSI/AAMI EC57 takes 150 ms. */
const MATCH_S = 0.075;

type Disturbance = Omit<EcgOptions, 'seed' | 'rateHz'> & {
  readonly ectopicShare?: number;
  readonly restingBpm?: number;
};

export const DISTURBANCES: Readonly<Record<string, Disturbance>> = {
  clean: {},
  noise: { noise: 0.1 },
  'more noise': { noise: 0.15 },
  drift: { drift: 1.5, noise: 0.03 },
  mains: { mains: 0.3, noise: 0.03 },
  'ectopics 5 %': { ectopicShare: 0.05, noise: 0.05 },
  'inverted, 110/min': { inverted: true, noise: 0.05, restingBpm: 110 },
  '42/min': { noise: 0.05, restingBpm: 42 },
  'T as tall as R': { tWave: 1, noise: 0.05 },
  'T twice R': { tWave: 2, noise: 0.03 },
  'T inverted and tall': { tWave: -1, noise: 0.05 },
  'weak lead': { complex: 0.25, noise: 0.025 },
  'weak lead, T above R': { complex: 0.3, tWave: 0.5, noise: 0.03 },
  'weak lead, drift': { complex: 0.3, drift: 0.5, noise: 0.02 },
  'inverted, weak, tall T': { inverted: true, complex: 0.4, tWave: 0.5, noise: 0.03 },
  'baseline jumps': { jumps: 3, noise: 0.05 },
  'clipped at half R': { rail: 0.5, noise: 0.05 },
  everything: { noise: 0.1, drift: 1, mains: 0.2, ectopicShare: 0.03 },
};

export function rPeakScore(
  signal: string,
  { rateHz, people, minutes }: { readonly rateHz: number; readonly people: number; readonly minutes: number },
): RPeakScore {
  const { ectopicShare = 0, restingBpm = 64, ...ecg } = DISTURBANCES[signal]!;
  let [beats, found, matched, squares, intervals] = [0, 0, 0, 0, 0];
  for (let seed = 1; seed <= people; seed++) {
    const heart = simulateHeart({ seed, restingBpm }, minutes * 60, { ectopicShare });
    const samples = syntheticEcg(heart.observed, { ...ecg, seed, rateHz });
    const detector = rPeakDetector(rateHz);
    const peaks = [...detector.push(samples), ...detector.end()];
    const pairs = matches(
      heart.observed.map(({ atS }) => atS),
      peaks,
    );
    beats += heart.observed.length;
    found += peaks.length;
    matched += pairs.filter((peak) => peak !== undefined).length;
    pairs.forEach((peak, i) => {
      const before = pairs[i - 1];
      if (peak === undefined || before === undefined) return;
      squares += (1000 * (peak - before) - heart.observed[i]!.rrMs) ** 2;
      intervals += 1;
    });
  }
  const rrRmsMs = Math.sqrt(squares / intervals);
  return { signal, rateHz, beats, sensitivity: matched / beats, precision: matched / found, rrRmsMs };
}

/** For each beat the nearest peak, each peak once; both ascending. */
function matches(beatsS: readonly number[], peaksS: readonly number[]): readonly (number | undefined)[] {
  let next = 0;
  return beatsS.map((beat) => {
    while (next < peaksS.length && peaksS[next]! < beat - MATCH_S) next += 1;
    return next < peaksS.length && peaksS[next]! <= beat + MATCH_S ? peaksS[next++] : undefined;
  });
}

export function rPeaks(args: readonly string[]): Report {
  const { values } = parseArgs({
    args: [...args],
    options: { people: { type: 'string', default: '6' }, minutes: { type: 'string', default: '10' } },
  });
  const size = { people: Number(values.people), minutes: Number(values.minutes) };
  const rows = [130, 250, 500].flatMap((rateHz) =>
    Object.keys(DISTURBANCES).map((signal) => rPeakScore(signal, { rateHz, ...size })),
  );
  return { text: columns(rows), data: rows };
}

await runAlone(import.meta.url, rPeaks);
