import { median } from '../intervals/local-median-rule.ts';
import { round } from '../round.ts';
import type { HrvMeasured } from '../session/derived-events.ts';
import type { BaselineFigures } from '../session/input-events.ts';

/**
 * Robust figures of rest from windowed measurements.
 *
 * @param windows  measurements at rest; those without a heart rate and an RMSSD are left out
 * @returns medians and 1.4826·MAD; `undefined` if fewer than `atLeast` windows are usable
 */
export function restingFigures(
  windows: readonly HrvMeasured[],
  atLeast: number,
): BaselineFigures | undefined {
  const usable = windows.filter((one) => one.meanHrBpm !== undefined && (one.rmssdMs ?? 0) > 0);
  if (usable.length < atLeast) return undefined;
  const heartRate = usable.map((one) => one.meanHrBpm!);
  const lnRmssd = usable.map((one) => Math.log(one.rmssdMs!));
  return {
    heartRateBpm: round(median(heartRate), 3),
    heartRateSpreadBpm: round(spread(heartRate), 3),
    lnRmssd: round(median(lnRmssd), 4),
    lnRmssdSpread: round(spread(lnRmssd), 4),
    seconds: usable.length,
  };
}

function spread(values: readonly number[]): number {
  const middle = median(values);
  return 1.4826 * median(values.map((value) => Math.abs(value - middle)));
}
