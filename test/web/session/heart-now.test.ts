import { describe, expect, it } from 'vitest';
import { heartNow } from '../../../web/session/heart-now.ts';

const beats = (bpm: number, count: number) =>
  Array.from({ length: count }, (_, i) => ({ atMs: 1000 * (i + 1), bpm }));

describe('heartNow', () => {
  it('says that there is none where the session has no sensor', () => {
    expect(heartNow([], 0)).toEqual({ kind: 'none' });
  });

  it('averages the last beats by their length, so 60 and 120 make 80', () => {
    const heart = [
      { atMs: 1000, bpm: 60 },
      { atMs: 1500, bpm: 120 },
    ];
    expect(heartNow(heart, 1500, 'streaming')).toEqual({ kind: 'known', bpm: 80 });
  });

  it.each([
    { what: 'no beat has come yet', heart: [], nowMs: 0, sensor: 'streaming' },
    {
      what: 'the last beat is older than five seconds',
      heart: beats(60, 3),
      nowMs: 8001,
      sensor: 'streaming',
    },
    { what: 'the sensor is stale', heart: beats(60, 3), nowMs: 3000, sensor: 'stale' },
    { what: 'the strap is lost', heart: beats(60, 3), nowMs: 3000, sensor: 'lost' },
    { what: 'the recording has ended', heart: beats(60, 3), nowMs: 3000, sensor: 'ended' },
  ] as const)('is unknown when $what', ({ heart, nowMs, sensor }) => {
    expect(heartNow(heart, nowMs, sensor)).toEqual({ kind: 'unknown', sensor });
  });

  it('is known up to five seconds after the last beat', () => {
    expect(heartNow(beats(60, 3), 8000, 'streaming')).toEqual({ kind: 'known', bpm: 60 });
  });
});
