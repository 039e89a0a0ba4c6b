import { describe, expect, it } from 'vitest';
import type { SessionPicture } from '../../../web/session/session-picture.ts';
import { arousalColumns, heartColumns } from '../../../web/session/chart-columns.ts';

const picture = (about: Partial<SessionPicture>): SessionPicture => ({
  ...{ heart: [], arousal: [], modules: [], marksMs: [], startMs: 0, endMs: 10_000 },
  ...about,
});
const whole = { fromMs: 0, toMs: 10_000 };

describe('heartColumns', () => {
  it('is in seconds, from the first beat in the span on', () => {
    const heart = [1000, 2000, 3000].map((atMs) => ({ atMs, bpm: 60 }));
    expect(heartColumns(picture({ heart }), { fromMs: 2000, toMs: 10_000 })).toEqual([
      [2, 3],
      [60, 60],
    ]);
  });

  it('breaks the line where beats are missing', () => {
    const heart = [1000, 6000].map((atMs) => ({ atMs, bpm: 60 }));
    expect(heartColumns(picture({ heart }), whole)).toEqual([
      [1, 1.001, 6],
      [60, null, 60],
    ]);
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
