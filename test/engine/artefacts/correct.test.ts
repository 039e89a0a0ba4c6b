import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correct } from '../../../engine/artefacts/index.ts';
import { added, heart, lost, moved, oneSegment, rmssd, sum } from './series.ts';

const classes = (rr: readonly number[]) => correct(oneSegment(rr)).beats.map((beat) => beat.class);
const flagged = (rr: readonly number[]) =>
  classes(rr).flatMap((it, i) => (it === 'normal' ? [] : [`${i} ${it}`]));
const lengths = (rr: readonly number[]) => correct(oneSegment(rr)).nn.map((nn) => nn.nnMs);
const steady = heart(120);

describe('correct', () => {
  it('finds one premature beat and its pause, and puts the beat back', () => {
    const rr = moved(steady, 60, -200);
    expect(flagged(rr)).toEqual(['60 ectopic', '61 ectopic']);
    const nn = lengths(rr);
    expect(nn).toHaveLength(120);
    expect(nn[60]! + nn[61]!).toBeCloseTo(rr[60]! + rr[61]!, 6);
    expect(Math.abs(nn[60]! - 800)).toBeLessThan(30);
  });

  it('finds one missed beat and splits its interval', () => {
    const rr = lost(steady, 60);
    expect(flagged(rr)).toEqual(['60 missed']);
    expect(lengths(rr)).toHaveLength(120);
  });

  it('finds two beats missed in a row', () => {
    const rr = lost(lost(steady, 60), 60);
    expect(flagged(rr)).toEqual(['60 missed']);
    expect(lengths(rr)).toHaveLength(120);
  });

  it('finds one extra beat and restores the interval exactly', () => {
    const rr = added(steady, 60, 300);
    expect(flagged(rr)).toEqual(['60 extra', '61 extra']);
    expect(lengths(rr)).toEqual(steady);
  });

  it('finds one beat detected late', () => {
    expect(flagged(moved(steady, 60, 90))).toEqual(['60 long', '61 short']);
  });

  it('finds one beat detected early, by less than an ectopic one', () => {
    expect(flagged(moved(steady, 60, -90))).toEqual(['60 short', '61 long']);
  });

  it('finds artefacts that touch each other', () => {
    const rr = added(moved(steady, 60, -220), 62, 350);
    expect(flagged(rr).map((one) => one.split(' ')[0])).toEqual(['60', '61', '62', '63']);
    expect(lengths(rr)).toHaveLength(120);
  });

  it('finds artefacts in the first and in the last beats', () => {
    expect(flagged(lost(steady, 1))).toEqual(['1 missed']);
    expect(flagged(lost(steady, 117))).toEqual(['117 missed']);
  });

  it('takes a premature beat that resets the rhythm, and its short pause, for ectopic', () => {
    const rr = steady.map((one, i) => (i === 60 ? 420 : i === 61 ? 810 : one));
    expect(flagged(rr)).toEqual(['60 ectopic', '61 ectopic']);
  });

  it.each([
    ['a calm heart', { noiseMs: 3 }],
    ['a very calm heart', { noiseMs: 1 }],
    ['ordinary breathing', { swingMs: 30, noiseMs: 15 }],
    ['strong breathing', { levelMs: 1000, swingMs: 60, noiseMs: 15 }],
    ['a fast heart', { levelMs: 420, noiseMs: 6 }],
  ])('leaves %s alone', (_, manner) => {
    const hearts = [1, 2, 3].map((seed) => heart(800, { seed, ...manner }));
    const tenMinutes = sum(hearts.flat()) / 600_000;
    expect(hearts.flatMap(flagged).length).toBeLessThanOrEqual(2 * tenMinutes);
  });

  it('leaves a constant series alone', () => {
    expect(flagged(new Array<number>(300).fill(812))).toEqual([]);
  });

  it('repairs without making the heart smoother than it is', () => {
    const ratios = [1, 2, 3, 4].map((seed) => {
      const clean = heart(800, { seed, noiseMs: 6 });
      let rr: readonly number[] = clean;
      for (let i = 20; i < 780; i += 10) rr = moved(rr, i, -180);
      return rmssd(lengths(rr)) / rmssd(clean);
    });
    expect(sum(ratios) / ratios.length).toBeGreaterThan(0.95);
    expect(sum(ratios) / ratios.length).toBeLessThan(1.05);
  });

  it('keeps the RMSSD of a calm heart through 4 % of artefacts', () => {
    const clean = heart(800, { noiseMs: 6, swingMs: 4 });
    let rr: readonly number[] = clean;
    for (let i = 20; i < 780; i += 100) rr = moved(rr, i, -180);
    for (let i = 70; i < 780; i += 100) rr = moved(rr, i, 100);
    for (let i = 745; i > 0; i -= 100) rr = lost(rr, i);
    for (let i = 695; i > 0; i -= 100) rr = added(rr, i, 350);
    expect(rmssd(lengths(rr)) / rmssd(clean)).toBeCloseTo(1, 1);
    expect(lengths(rr)).toHaveLength(800);
  });

  it('follows breathing, so that it sees through an RMSSD of 80 ms', () => {
    const rr = moved(heart(200, { levelMs: 1000, swingMs: 80, noiseMs: 8 }), 150, 80);
    expect(flagged(rr)).toEqual(['150 long', '151 short']);
  });

  it('leaves a sudden change of rate alone', () => {
    const rr = heart(200, { noiseMs: 4 }).map((one, i) => one + (i < 100 ? 0 : i < 102 ? -70 : -110));
    expect(flagged(rr)).toEqual([]);
  });

  it('learns a livelier manner within 130 beats', () => {
    const rr = [...heart(100, { noiseMs: 2 }), ...heart(300, { seed: 2, noiseMs: 45 })];
    expect(flagged(rr).filter((one) => Number(one.split(' ')[0]) > 230)).toEqual([]);
  });

  it('knows a lively heart from its first beats', () => {
    const seeds = Array.from({ length: 20 }, (_, seed) => seed + 1);
    expect(seeds.flatMap((seed) => flagged(heart(90, { seed, noiseMs: 60 }))).length).toBeLessThan(10);
  });

  it('ends each NN interval when it ends', () => {
    const { nn, beats } = correct(oneSegment(lost(moved(steady, 60, -200), 90)));
    expect(nn.at(-1)!.atMs).toBe(beats.at(-1)!.atMs);
    for (let i = 1; i < nn.length; i++) expect(nn[i]!.atMs - nn[i - 1]!.atMs).toBeCloseTo(nn[i]!.nnMs, 6);
  });

  it('takes what no heart does for a gap and does not bridge it', () => {
    const { beats, nn, correctedShare } = correct(oneSegment(steady.with(60, 4000)));
    expect(beats[60]!.class).toBe('gap');
    expect(nn).toHaveLength(119);
    expect(nn[59]!.segment).not.toBe(nn[60]!.segment);
    expect(correctedShare).toBe(0);
  });

  it('does not compare across segments', () => {
    const rr = [...heart(60), ...heart(60, { levelMs: 500 })];
    const parted = oneSegment(rr).map((one, i) => ({ ...one, segment: i < 60 ? 0 : 1 }));
    const { beats, nn } = correct(parted);
    expect(beats.filter((beat) => beat.class !== 'normal')).toEqual([]);
    expect(nn.filter((one) => one.segment === nn[0]!.segment)).toHaveLength(60);
  });

  it('flags above 5 % and withholds what is beyond repair', () => {
    const some = (every: number) => {
      let rr: readonly number[] = heart(300);
      for (let i = 10; i < 290; i += every) rr = moved(rr, i, -200);
      return correct(oneSegment(rr)).verdict;
    };
    expect(some(100)).toBe('ok');
    expect(some(20)).toBe('flagged');
    expect(some(5)).toEqual({ withheld: 'irregular-rhythm' });
  });

  it.each([
    ['every other beat, early by a third', 2, -280],
    ['every other beat, early by an eighth', 2, -100],
    ['every third beat, early by a third', 3, -280],
    ['every third beat, early by an eighth', 3, -100],
    ['every fourth beat, early by an eighth', 4, -100],
  ])('does not learn premature beats as a rhythm: %s', (_, every, byMs) => {
    let rr: readonly number[] = heart(400, { swingMs: 15, noiseMs: 6 });
    for (let i = 100; i < 390; i += every) rr = moved(rr, i, byMs);
    const found = classes(rr)
      .slice(100, 380)
      .filter((it) => it !== 'normal').length;
    expect(found / ((2 / every) * 280)).toBeGreaterThan(0.95);
    // Of bigeminy from the first beat on, the long intervals may as well hold missed beats.
    expect(correct(oneSegment(rr.slice(100))).verdict).toHaveProperty('withheld');
  });

  it('finds every fourth beat early by a seventh, from the first on, in a lively heart', () => {
    const share = [1, 2, 3].map((seed) => {
      let rr: readonly number[] = heart(500, { seed, swingMs: 40, noiseMs: 18 });
      for (let i = 0; i < 490; i += 4) rr = moved(rr, i, -120);
      const later = classes(rr).slice(100, 480);
      return later.filter((it) => it !== 'normal').length / 190;
    });
    expect(Math.min(...share)).toBeGreaterThan(0.9);
  });

  it('follows a deep breath that lasts three beats, which is no premature beat', () => {
    const rr = heart(400, { levelMs: 1330, swingMs: 70, noiseMs: 12 });
    expect(flagged(rr).length).toBeLessThan(8);
  });

  it('goes back to rare premature beats once frequent ones are over', () => {
    let rr: readonly number[] = heart(700, { swingMs: 25, noiseMs: 12 });
    for (let i = 50; i < 200; i += 3) rr = moved(rr, i, -200);
    expect(flagged(rr).filter((one) => Number(one.split(' ')[0]) > 300)).toEqual([]);
  });

  it('withholds a rhythm without order, as in atrial fibrillation', () => {
    expect(correct(oneSegment(heart(500, { levelMs: 700, noiseMs: 160 }))).verdict).toEqual({
      withheld: 'irregular-rhythm',
    });
  });

  it.each([0, 1, 2, 3, 4, 5, 6])('takes %i beats', (n) => {
    const { beats, nn } = correct(oneSegment(steady.slice(0, n)));
    expect(beats.map((beat) => beat.class)).toEqual(new Array(n).fill('normal'));
    expect(nn.map((one) => one.nnMs)).toEqual(steady.slice(0, n));
  });

  it('points each NN interval at the RR interval in which it ends', () => {
    const { nn } = correct(oneSegment(lost(added(steady, 30, 300), 60)));
    expect(nn.slice(29, 32).map((one) => [one.index, one.original])).toEqual([
      [29, true],
      [31, true],
      [32, true],
    ]);
    expect(nn.slice(59, 61).map((one) => [one.index, one.original])).toEqual([
      [60, false],
      [60, false],
    ]);
  });

  it('never throws, never gives NaN, and classifies every interval', () => {
    const length = fc.oneof(
      { weight: 8, arbitrary: fc.double({ min: 250, max: 2200, noNaN: true }) },
      { weight: 1, arbitrary: fc.double() },
    );
    fc.assert(
      fc.property(fc.array(length, { maxLength: 120 }), (rr) => {
        const { beats, nn, correctedShare } = correct(
          oneSegment(rr).map((one, i) => ({ ...one, atMs: 1000 * i })),
        );
        expect(beats).toHaveLength(rr.length);
        expect(
          nn.every((one) => one.nnMs > 0 && Number.isFinite(one.nnMs) && Number.isFinite(one.atMs)),
        ).toBe(true);
        expect(correctedShare).toBeGreaterThanOrEqual(0);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('keeps the length of the recording through missed, extra and misplaced beats', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 100 }), fc.integer({ min: 60, max: 250 }), (i, byMs) => {
        for (const rr of [
          moved(steady, i, -byMs),
          moved(steady, i, byMs),
          lost(steady, i),
          added(steady, i, byMs + 150),
        ]) {
          expect(sum(lengths(rr))).toBeCloseTo(sum(rr), 6);
        }
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it('does not depend on when the recording began', () => {
    const rr = moved(lost(heart(200, { swingMs: 25 }), 90), 40, -180);
    const later = oneSegment(rr).map((one) => ({ ...one, atMs: one.atMs + 1.7e12 }));
    expect(correct(later).beats.map((beat) => beat.class)).toEqual(classes(rr));
  });
});
