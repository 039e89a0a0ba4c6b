import { simulateHeart } from '../devices/index.ts';
import { nnSeries, type NnSeries } from '../engine/hrv/nn-series.ts';
import { RESPIRATION_CONFIDENT, respirationRate } from '../engine/hrv/respiration-rate.ts';
import { columns, runAlone, type Report } from './report.ts';

/**
 * How far the breathing that is read from the heart is off the pacer, for synthetic hearts at 4 to 30 breaths a minute.
 * Run: npx tsx bench/respiration.ts [--json]
 */

const SEEDS = Array.from({ length: 10 }, (_, i) => i + 1);
const SECONDS = [64, 120, 300];
const RESTING_BPM = [56, 64, 80];

function paced(perMinute: number, its: { seed: number; seconds: number; restingBpm: number }): NnSeries {
  const { seed, seconds, restingBpm } = its;
  const { truth } = simulateHeart({ seed, restingBpm, pacer: () => perMinute }, seconds + 60);
  return nnSeries(truth.filter(({ atS }) => atS > 60).map(({ rrMs }) => rrMs));
}

function atRate(perMinute: number) {
  const all = SEEDS.flatMap((seed) =>
    SECONDS.flatMap((seconds) =>
      RESTING_BPM.map((restingBpm) => paced(perMinute, { seed, seconds, restingBpm })),
    ),
  );
  const confident = all.flatMap((series) => {
    const found = respirationRate(series);
    return found && found.confidence >= RESPIRATION_CONFIDENT ? [{ series, ...found }] : [];
  });
  const errors = confident.map(({ breathsPerMinute }) => Math.abs(breathsPerMinute - perMinute));
  return {
    'breaths a minute': perMinute,
    hearts: all.length,
    confident: confident.length,
    'within 0.5': errors.filter((error) => error <= 0.5).length,
    'worst error': errors.length === 0 ? undefined : Math.max(...errors),
  };
}

export function respiration(): Report {
  const rows = Array.from({ length: 27 }, (_, i) => atRate(4 + i));
  return {
    text: `Breathing from the heart, where confidence is at least ${RESPIRATION_CONFIDENT}\n${columns(rows)}`,
    data: rows,
  };
}

await runAlone(import.meta.url, respiration);
