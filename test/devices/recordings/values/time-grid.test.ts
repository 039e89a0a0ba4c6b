import { describe, expect, it } from 'vitest';
import { rrIntervals } from '../../../../cli/rr-intervals.ts';
import { betweenMs, onGridMs } from '../../../../devices/recordings/values/time-grid.ts';
import { readRecording } from '../../../../devices/recordings/reader/read-recording.ts';
import { correctedSeries, hrvFigures } from '../../../../engine/hrv/index.ts';

/** Differences of exactly 50 ms, whose pNN50 is 0 %. */
const RR_MS = Array.from({ length: 240 }, (_, i) => [1009, 1059, 1009, 959][i % 4]!);
const ENDS_MS = RR_MS.map((_, i) => RR_MS.slice(0, i + 1).reduce((sum, rr) => sum + rr, 0));

const s = (ms: number) => (ms / 1000).toFixed(3);
const LAYOUTS: readonly (readonly [string, readonly string[]])[] = [
  ['rr-ms.txt', RR_MS.map(String)],
  ['rr-s.txt', RR_MS.map(s)],
  ['times-s.txt', ENDS_MS.map(s)],
  ['times-unix-s.txt', ENDS_MS.map((ms) => s(1_709_622_000_000 + ms))],
  ['times-unix-ms.txt', ENDS_MS.map((ms) => String(1_709_622_000_000 + ms))],
  ['table-ms.csv', ['t_s,rr_ms', ...RR_MS.map((rr, i) => `${s(ENDS_MS[i]!)},${rr}`)]],
  ['table-s.csv', ['Time (s),RR (s)', ...RR_MS.map((rr, i) => `${s(ENDS_MS[i]!)},${s(rr)}`)]],
  ['IBI.csv', ['1709622000.000000, IBI', ...RR_MS.map((rr, i) => `${s(ENDS_MS[i]!)},${s(rr)}`)]],
];

describe('onGridMs', () => {
  it.each(LAYOUTS)('lets the same beats have the same pNN50 in %s', (name, lines) => {
    const read = readRecording(name, lines.join('\n') + '\n');
    if (!read.ok) throw new Error(read.fault.message);
    const intervals = rrIntervals(read.value);
    expect(intervals.length).toBeGreaterThan(230);
    for (const { rrMs } of intervals) expect(rrMs).toBe(Math.round(rrMs));
    const { series } = correctedSeries(intervals, 'attune');
    expect(hrvFigures(series).pnn50Percent).toBe(0);
  });

  it('keeps the steps of sampling clocks', () => {
    for (const ms of [7.8125, 3.90625, 1.953125]) expect(onGridMs(ms)).toBe(ms);
    expect(onGridMs(0.859 * 1000)).toBe(859);
  });

  it('takes the time between two dates as finely as a double holds dates', () => {
    expect(betweenMs(1_709_622_000.1 * 1000, 1_709_622_000.959 * 1000)).toBe(859);
  });
});
