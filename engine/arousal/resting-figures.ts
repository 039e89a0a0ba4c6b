import { median } from '../maths/statistics.ts';
import { round } from '../maths/round.ts';
import type { HrvMeasured } from '../hrv/events.ts';
import type { BaselineFigures } from './events.ts';

/**
 * Robust figures of rest from windowed measurements.
 *
 * @param windows  measurements at rest
 * @returns medians and 1.4826·MAD; `undefined` if fewer than `atLeast` windows have a
 *   heart rate, without RMSSD if fewer have one
 */
export function restingFigures(
  windows: readonly HrvMeasured[],
  atLeast: number,
): BaselineFigures | undefined {
  const heartRate = windows.flatMap(({ meanHrBpm }) => (meanHrBpm === undefined ? [] : [meanHrBpm]));
  if (heartRate.length < atLeast) return undefined;
  const lnRmssd = windows.flatMap(({ rmssdMs }) => (rmssdMs ? [Math.log(rmssdMs)] : []));
  return {
    heartRateBpm: round(median(heartRate), 3),
    heartRateSpreadBpm: round(spread(heartRate), 3),
    ...(lnRmssd.length >= atLeast && {
      lnRmssd: round(median(lnRmssd), 4),
      lnRmssdSpread: round(spread(lnRmssd), 4),
    }),
    seconds: heartRate.length,
  };
}

function spread(values: readonly number[]): number {
  const middle = median(values);
  return 1.4826 * median(values.map((value) => Math.abs(value - middle)));
}
