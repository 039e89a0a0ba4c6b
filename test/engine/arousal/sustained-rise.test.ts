import { describe, expect, it } from 'vitest';
import { engineConfig } from '../../../engine/index.ts';
import { sustainedRise, type RiseMoment } from '../../../engine/arousal/sustained-rise.ts';

const config = engineConfig();
const rest = { heartRateBpm: 60, heartRateSpreadBpm: 2, lnRmssd: Math.log(50), seconds: 120 };

const moment = (fastBpm: number, rmssdMs: number | undefined, at = rest): RiseMoment => ({
  level: { bpm: fastBpm, fastBpm, se: 1, supportS: 60, variation: 0.05 },
  window: {
    ...{ type: 'hrv', author: 'engine', atMs: 0, windowS: 60, beats: 60, coverage: 1, corrected: 0 },
    ...(rmssdMs !== undefined && { rmssdMs }),
  },
  rest: at,
});

/** The seconds at which it says so, of moments a second apart. */
function lasted(moments: readonly (RiseMoment | undefined)[]): number[] {
  const step = sustainedRise(config);
  return moments.flatMap((one, second) => (step(one) ? [second] : []));
}
const seconds = (count: number, one: RiseMoment | undefined) => Array.from({ length: count }, () => one);

describe('sustainedRise', () => {
  it('believes two minutes of excitement, and no more', () => {
    expect(lasted(seconds(150, moment(80, 25)))[0]).toBe(119);
  });

  it('needs both: heart rate 15 above rest, and RMSSD below 60 % of that at rest', () => {
    expect(lasted(seconds(300, moment(75, 25)))).toEqual([]);
    expect(lasted(seconds(300, moment(80, 31)))).toEqual([]);
    expect(lasted(seconds(300, moment(75.1, 29.9)))).not.toEqual([]);
  });

  it('says nothing where RMSSD is not known, now or at rest', () => {
    const { lnRmssd: _, ...without } = rest;
    expect(lasted(seconds(300, moment(80, undefined)))).toEqual([]);
    expect(lasted(seconds(300, moment(80, 25, without as typeof rest)))).toEqual([]);
    expect(lasted(seconds(300, undefined))).toEqual([]);
  });

  it('stands through a few calmer seconds, and is over within a minute and a half', () => {
    const long = seconds(200, moment(80, 25));
    const last = lasted([...long, ...seconds(200, moment(62, 50))]).at(-1)!;
    expect(last).toBeGreaterThan(210);
    expect(last).toBeLessThan(290);
  });
});
