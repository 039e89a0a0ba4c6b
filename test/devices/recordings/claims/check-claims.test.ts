import { describe, expect, it } from 'vitest';
import { encodeHeartRateMeasurement, hexFromBytes } from '../../../../engine/index.ts';
import { rrIntervals } from '../../../../cli/rr-intervals.ts';
import { simulateHeart } from '../../../../devices/index.ts';
import type { ReadOptions } from '../../../../devices/recordings/parser.ts';
import { readRecording } from '../../../../devices/recordings/reader/read-recording.ts';

/** Numbers from 0 to 1, the same in every run. */
function noise(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
const next = noise(7);
const gauss = () => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());

const heart = (spread: number, meanMs = 850, beats = 300): number[] =>
  Array.from({ length: beats }, () => Math.round(meanMs + spread * gauss()));
/** Breathing as a sine wave of `swing` ms to either side, `perMinute`, and `spread` ms of the heart's own. */
function breathing(meanMs: number, perMinute: number, [swing, spread]: readonly [number, number]): number[] {
  let atMs = 0;
  return Array.from({ length: 300 }, () => {
    const rr = meanMs + swing * Math.sin((2 * Math.PI * perMinute * atMs) / 60_000) + spread * gauss();
    atMs += rr;
    return Math.round(rr);
  });
}

const ends = (rrMs: readonly number[]) =>
  rrMs.map((_, i) => rrMs.slice(0, i + 1).reduce((all, rr) => all + rr, 0));
const table = (rrMs: readonly number[], timesMs: readonly number[] = ends(rrMs), header = 'time,rr') =>
  [header, ...rrMs.map((rr, i) => `${timesMs[i]!},${rr}`)].join('\n') + '\n';
/** Packets as a strap sends them, an interval each, in `hz` steps a second and with the rate that the strap shows. */
const packets = (rrMs: readonly number[], { hz = 1024, bpm = 0, repeatMs = 0 } = {}) =>
  ends(rrMs)
    .flatMap((atMs, i) => {
      const rate = bpm || Math.round(60_000 / rrMs[i]!);
      const rrRaw = [Math.round((rrMs[i]! * hz) / 1000)];
      const hex = hexFromBytes(encodeHeartRateMeasurement({ heartRateBpm: rate, contact: true, rrRaw }));
      return [atMs, ...(repeatMs > 0 ? [atMs + repeatMs] : [])].map((t_ms) => JSON.stringify({ t_ms, hex }));
    })
    .join('\n') + '\n';

const read = (content: string, options: ReadOptions = {}) => readRecording('file.txt', content, options);
const lines = (values: readonly number[]) => `${values.join('\n')}\n`;
function warnings(content: string, options: ReadOptions = {}): readonly string[] {
  const result = read(content, options);
  if (!result.ok) throw new Error(result.fault.message);
  return result.value.found.warnings;
}
const refusal = (content: string): string => {
  const result = read(content);
  return result.ok ? `read: ${result.value.found.warnings.join()}` : result.fault.message;
};

const pulse = (hz: number) =>
  Array.from({ length: 30 * hz }, (_, i) => {
    const phase = ((i / hz) * 1.18) % 1;
    return Math.round(
      520 + 90 * Math.exp(-(((phase - 0.2) / 0.09) ** 2)) + 35 * Math.sin(6.28 * phase) + gauss(),
    );
  });
/** A tachogram at even steps of `stepMs`, on straight lines between the beats. */
function resampled(rrMs: readonly number[], stepMs: number): number[] {
  const at = ends(rrMs);
  const values: number[] = [];
  let i = 0;
  for (let t = at[0]!; t < at.at(-1)!; t += stepMs) {
    while (at[i + 1]! <= t) i += 1;
    const share = (t - at[i]!) / (at[i + 1]! - at[i]!);
    values.push(Number((rrMs[i]! + share * (rrMs[i + 1]! - rrMs[i]!)).toFixed(1)));
  }
  return values;
}

describe('checkClaims', () => {
  const rrMs = heart(30);

  it.each([50, 100, 250, 500])(
    'refuses a pulse wave of %i samples a second where intervals are wanted',
    (hz) => {
      expect(refusal(lines(pulse(hz)))).toContain('wave');
      expect(refusal(`rr\n${lines(pulse(hz))}`)).toContain('wave');
    },
  );

  it.each([100, 250, 500])('refuses rows of a tachogram at even steps of %i ms', (stepMs) => {
    const values = resampled(rrMs, stepMs);
    expect(
      refusal(
        table(
          values,
          values.map((_, i) => i * stepMs),
        ),
      ),
    ).toMatch(/evenly spaced|even steps/);
  });

  it('warns where one row a second has the latest interval', () => {
    const values = resampled(rrMs, 1000).map(Math.round);
    expect(
      warnings(
        table(
          values,
          values.map((_, i) => i * 1000),
        ),
      )[0],
    ).toContain('evenly spaced');
  });

  it('warns where times only count the rows, and not where they are whole seconds', () => {
    const heart = rrMs.map((rr) => Math.round(rr * (960 / 850)));
    expect(
      warnings(
        table(
          heart,
          heart.map((_, i) => 1000 * (i + 1)),
        ),
      )[0],
    ).toContain('evenly spaced');
    let endMs = 0;
    const whole = heart.map((rr) => Math.floor((endMs += rr) / 1000) * 1000);
    expect(warnings(table(heart, whole))).toEqual([]);
  });

  it('refuses the values of one that has no times', () => {
    expect(refusal(lines(resampled(rrMs, 250)))).toContain('straight lines');
  });

  it('refuses more intervals than the clock has room for', () => {
    const twice = rrMs.flatMap((rr) => [rr, rr - 9]);
    const message = refusal(
      table(
        twice,
        ends(rrMs).flatMap((ms) => [ms, ms]),
      ),
    );
    expect(message).toMatch(/make \d+ s.* times \d+ s, twice/);
  });

  it('refuses intervals that all come twice, and doubts those that nearly do', () => {
    expect(refusal(lines(rrMs.flatMap((rr) => [rr, rr])))).toContain('twice');
    expect(warnings(lines(rrMs.flatMap((rr) => [rr, rr + 2])))[0]).toContain('pairs');
    expect(warnings(lines([...rrMs, ...rrMs]))[0]).toContain('repeats the first');
  });

  it('names the unit that is 2.4 per cent off its clock, and reads rightly what it advises', () => {
    const wrong = packets(rrMs, { hz: 1000 });
    expect(warnings(wrong)).toEqual([expect.stringMatching(/2\.\d % shorter .*--rate 1000/)]);
    const told = read(wrong, { rateHz: 1000 });
    if (!told.ok) throw new Error(told.fault.message);
    expect(told.value.found.warnings).toEqual([]);
    const intervals = rrIntervals(told.value);
    intervals.forEach((beat, i) => expect(Math.abs(beat.rrMs - rrMs[i]!)).toBeLessThan(1));

    const samples = rrMs.map((rr) => Math.round(rr * 1.024));
    expect(warnings(table(samples, ends(rrMs)))[0]).toMatch(/2\.\d % longer .*--rate 1024/);
  });

  it('sets intervals against the rate that the strap shows', () => {
    expect(warnings(packets(rrMs, { bpm: 80 }))[0]).toMatch(/shows 80\.0 .* make 70/);
  });

  it('asks about whole numbers that make a fast heart vary like one at rest', () => {
    expect(warnings(lines(rrMs.map((rr) => Math.round(rr / 2))))[0]).toContain('--rate');
  });

  it('counts what a strap sends for beats that it missed, and leaves a hole', () => {
    const withMarks = rrMs.map((rr, i) => (i === 100 ? 0 : rr));
    const content = packets(withMarks.map((rr) => (rr === 0 ? 850 : rr))).split('\n');
    content[100] = JSON.stringify({
      ...(JSON.parse(content[100]!) as object),
      hex: hexFromBytes(encodeHeartRateMeasurement({ heartRateBpm: 70, contact: true, rrRaw: [0] })),
    });
    const result = read(content.join('\n'));
    if (!result.ok) throw new Error(result.fault.message);
    expect(result.value.found.warnings).toEqual([expect.stringMatching(/^1 interval is a mark/)]);
    const intervals = rrIntervals(result.value);
    expect(intervals).toHaveLength(299);
    expect(intervals[99]!.segment).not.toBe(intervals[100]!.segment);
  });

  it('counts packets that come twice once', () => {
    expect(warnings(packets(rrMs, { repeatMs: 300 }))).toEqual([]);
  });

  it('gives way to the person who insists', () => {
    expect(warnings(lines(pulse(100)), { asIs: true })[0]).toContain('wave');
  });

  const regular: readonly (readonly [string, readonly number[]])[] = [
    ['a pacemaker at 60', Array.from({ length: 300 }, () => 1000)],
    ['a pacemaker, rounded', heart(0.4, 1000.5)],
    ['a transplanted heart', heart(2.1, 640)],
    ['an athlete asleep', breathing(1500, 10, [120, 40])],
    ['deep breathing at 6 a minute', breathing(900, 6, [90, 8])],
    ['very deep breathing at 6 a minute with a fast heart', breathing(680, 6, [80, 6])],
    ['breathing at 4.5 a minute', breathing(950, 4.5, [100, 9])],
    ['a child', breathing(520, 20, [30, 12])],
    ['somebody running', heart(4, 350)],
    ['atrial fibrillation', heart(140, 700)],
    ['a new-born', heart(6, 420)],
  ];
  it.each(regular)('has no doubt about %s', (_, beats) => {
    const timed = ends(beats);
    expect(warnings(lines(beats))).toEqual([]);
    expect(warnings(table(beats))).toEqual([]);
    expect(
      warnings(
        table(
          beats,
          timed.map((ms) => Math.floor(ms / 1000)),
          'time_s,rr',
        ),
      ),
    ).toEqual([]);
    expect(warnings(packets(beats))).toEqual([]);
  });

  it('has no doubt about holes, nor about simulated hearts', () => {
    const holes = ends(rrMs).map((ms, i) => ms + (i > 99 ? 120_000 : 0) + (i > 200 ? 45_000 : 0));
    expect(warnings(table(rrMs, holes))).toEqual([]);
    for (let seed = 1; seed <= 10; seed++) {
      const beats = simulateHeart({ seed }, 240).observed.map((beat) => Math.round(beat.rrMs));
      expect(warnings(lines(beats)), `seed ${seed}`).toEqual([]);
    }
  });
});
