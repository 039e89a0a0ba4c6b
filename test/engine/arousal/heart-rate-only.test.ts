import { from, lastValueFrom, toArray } from 'rxjs';
import { describe, expect, it } from 'vitest';
import {
  attune,
  encodeHeartRateMeasurement,
  hexFromBytes,
  type InputEvent,
  type SessionEvent,
} from '../../../engine/index.ts';
import { only, REST, started } from '../../support/session-inputs.ts';

const packet = (atS: number, heartRateBpm: number, rrRaw: readonly number[] = []): InputEvent => ({
  type: 'packet',
  atMs: atS * 1000,
  author: 'device',
  sensor: 'band',
  hex: hexFromBytes(encodeHeartRateMeasurement({ heartRateBpm, contact: true, rrRaw })),
});
const band = (bpmAt: (s: number) => number, seconds: number) =>
  Array.from({ length: seconds }, (_, s) => packet(s + 1, bpmAt(s)));
const run = (inputs: readonly InputEvent[]): Promise<SessionEvent[]> =>
  lastValueFrom(from(inputs).pipe(attune(), toArray()));
const lastArousal = (log: readonly SessionEvent[]) => only(log, 'arousal').at(-1)!;

describe('a band that sends its heart rate only', () => {
  it('gives an estimate that says so, less sure than one from beats', async () => {
    const bands = lastArousal(await run([started({ baseline: REST }), ...band(() => 70, 150)]));
    const beats = Array.from({ length: 150 }, (_, s) => packet(s + 1, 70, s % 7 === 0 ? [878, 878] : [878]));
    const straps = lastArousal(await run([started({ baseline: REST }), ...beats]));
    if ('withheld' in bands || 'withheld' in straps) throw new Error('withheld');
    expect(bands.reasons).toContain('heart-rate-only');
    expect(straps.reasons).not.toContain('heart-rate-only');
    expect(Math.abs(bands.value - straps.value)).toBeLessThan(0.1);
    expect(bands.sd).toBeGreaterThan(straps.sd);
    expect(bands.quality).toBeLessThanOrEqual(0.5);
  });

  it('finds rest in its own quiet start and has no variability', async () => {
    const log = await run([started(), ...band((s) => 62 + (s % 3), 200)]);
    expect(only(log, 'baseline')[0]!.figures).toMatchObject({
      heartRateBpm: expect.closeTo(63, 0) as number,
    });
    expect(only(log, 'baseline')[0]!.figures).not.toHaveProperty('lnRmssd');
    expect(only(log, 'hrv').at(-1)).toMatchObject({ heartRateOnly: true, beats: 0 });
    expect(only(log, 'hrv').at(-1)).not.toHaveProperty('rmssdMs');
    expect(lastArousal(log)).toHaveProperty('value');
  });

  it('stops the music where the heart rate stays above the ceiling', async () => {
    const log = await run([started({ baseline: REST }), ...band((s) => (s < 60 ? 70 : 175), 240)]);
    expect(only(log, 'halt').map(({ cause }) => cause)).toContain('heart-rate-ceiling');
  });

  it('is not told from a strap by its first packets, nor by a strap whose intervals stop', async () => {
    const early = await run([started({ baseline: REST }), ...band(() => 70, 9)]);
    expect(only(early, 'hrv')).toEqual([]);
    const beats = Array.from({ length: 60 }, (_, s) => packet(s + 1, 70, [878]));
    const rates = band(() => 70, 40).map((one) => ({ ...one, atMs: one.atMs + 60_000 }));
    const log = await run([started({ baseline: REST }), ...beats, ...rates]);
    expect(only(log, 'hrv').some(({ heartRateOnly }) => heartRateOnly === true)).toBe(false);
    expect(lastArousal(log)).toMatchObject({ withheld: 'no-beats' });
  });
});
