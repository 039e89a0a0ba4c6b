import { describe, expect, it } from 'vitest';
import { liveHeart } from '../../../engine/index.ts';
import type { SessionPicture } from '../../../web/session/session-picture.ts';
import { arousalColumns, heartColumns } from '../../../web/session/chart-columns.ts';
import { faultyHeart, packetAt } from '../../support/faulty-heart.ts';
import { bandAt, heartFrom, intervalsOf } from './heart-signals.ts';

const picture = (about: Partial<SessionPicture>): SessionPicture => ({
  ...{ heart: liveHeart().heart, arousal: [], modules: [], marksMs: [], startMs: 0, endMs: 10_000 },
  ...about,
});
const whole = { fromMs: 0, toMs: 10_000 };

const columnsOf = (inputs: Parameters<typeof heartFrom>[0], fromMs = 0) =>
  heartColumns(picture({ heart: heartFrom(inputs) }), { ...whole, fromMs }) as [
    number[],
    (number | null)[],
    (number | null)[],
  ];
const steady = (count: number) => Array.from({ length: count }, () => 1000);

describe('heartColumns', () => {
  it('is in seconds, from the first beat in the span on', () => {
    expect(columnsOf(intervalsOf(1000, 1000, 1000), 2000)).toEqual([
      [2, 3],
      [60, 60],
      [null, null],
    ]);
  });

  it('breaks the line where the engine found beats missing', () => {
    const [before, after] = [intervalsOf(...steady(3)), intervalsOf(...steady(12)).slice(9)];
    const [at, bpm] = columnsOf([...before, ...after]);
    expect(at).toEqual([1, 2, 3, 3.001, 10, 11, 12]);
    expect(bpm).toEqual([60, 60, 60, null, 60, 60, 60]);
  });

  it('marks what is no sound beat, and draws no line over it', () => {
    const [at, bpm, marks] = columnsOf(intervalsOf(...steady(20), 2000, ...steady(20)));
    expect(at.filter((_, i) => bpm[i] === null)).toEqual([22]);
    expect(at.filter((_, i) => marks[i] !== null)).toEqual([22]);
    expect(new Set(bpm)).toEqual(new Set([60, null]));
  });

  it('has every beat of the engine once, in order of time, whatever a strap does', () => {
    const heart = heartFrom(faultyHeart());
    const [at, bpm, marks] = columnsOf(faultyHeart());
    const drawn = at.filter((_, i) => bpm[i] !== null || marks[i] !== null);
    expect(drawn).toEqual(heart.beats.map(({ atMs }) => atMs / 1000));
    expect(at.every((s, i) => i === 0 || s >= at[i - 1]!)).toBe(true);
    expect(Math.max(...bpm.map((one) => one ?? 0))).toBeLessThan(120);
  });

  it('draws the rate that a device shows itself where it sends no intervals, and holes between its packets', () => {
    const late = packetAt(18_000, { heartRateBpm: 70, contact: true });
    const [at, bpm, marks] = columnsOf([...bandAt(72, 12), late], 11_000);
    expect(at).toEqual([11, 12, 12.001, 18]);
    expect(bpm).toEqual([72, 72, null, 70]);
    expect(marks.every((mark) => mark === null)).toBe(true);
  });
});

describe('arousalColumns', () => {
  it('has the estimate with one standard deviation each way, of 100 and within it', () => {
    const arousal = [{ atMs: 1000, estimate: { value: 0.9, sd: 0.25, quality: 1 } }];
    expect(arousalColumns(picture({ arousal }), whole)).toEqual([[1], [100], [65], [90], [null]]);
  });

  it('has a hole where the estimate is withheld', () => {
    expect(arousalColumns(picture({ arousal: [{ atMs: 1000 }] }), whole)).toEqual([
      [1],
      [null],
      [null],
      [null],
      [null],
    ]);
  });

  it('follows the level aimed at from decision to decision; silence aims at nothing', () => {
    const band = { module: 'a', level: 1, family: 'calming', targetRung: 2 } as const;
    const modules = [
      { ...band, fromMs: 0 },
      { ...band, fromMs: 2000, targetRung: 0 },
      { ...band, fromMs: 3000, targetRung: 3 },
      { ...band, fromMs: 4000, family: 'silence' as const },
    ];
    const arousal = [1000, 2000, 3000, 4000].map((atMs) => ({ atMs }));
    const target = arousalColumns(picture({ arousal, modules }), whole)[4]!;
    expect(Array.from(target, (at) => (at == null ? at : Math.round(at)))).toEqual([53, 23, 68, null]);
  });
});
