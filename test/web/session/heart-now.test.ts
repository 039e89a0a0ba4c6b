import { describe, expect, it } from 'vitest';
import { heartNow } from '../../../web/session/heart-now.ts';
import { bandAt, heartFrom, intervalsOf } from './heart-signals.ts';

const steady = (count: number) => heartFrom(intervalsOf(...Array.from({ length: count }, () => 1000)));

describe('heartNow', () => {
  it('says that there is none where the session has no sensor', () => {
    expect(heartNow(steady(3), 3000)).toEqual({ kind: 'none' });
  });

  it('averages the last eight beats by their length', () => {
    const heart = heartFrom(intervalsOf(...Array.from({ length: 10 }, () => [880, 720]).flat()));
    expect(heartNow(heart, 16_000, 'streaming')).toEqual({ kind: 'known', bpm: 75 });
  });

  it('leaves out what is no sound beat: one that was missed, at once, and the pieces of one cut in two', () => {
    const quiet = Array.from({ length: 20 }, () => 1000);
    const missed = heartFrom(intervalsOf(...quiet, 2000));
    expect(heartNow(missed, 22_000, 'streaming')).toEqual({ kind: 'known', bpm: 60 });
    const cut = heartFrom(intervalsOf(...quiet, 400, 600));
    expect(heartNow(cut, 21_000, 'streaming')).toEqual({ kind: 'known', bpm: 60 });
  });

  it('takes the rate that a device shows itself where it sends no intervals', () => {
    expect(heartNow(heartFrom(bandAt(72, 3)), 3000, 'streaming')).toEqual({ kind: 'known', bpm: 72 });
    expect(heartNow(heartFrom(bandAt(72, 20)), 20_000, 'streaming')).toEqual({ kind: 'known', bpm: 72 });
    expect(heartNow(heartFrom(bandAt(72, 20)), 25_001, 'streaming')).toMatchObject({ kind: 'unknown' });
  });

  it.each([
    { what: 'no beat has come yet', beats: 0, nowMs: 0, sensor: 'streaming' },
    { what: 'the last beat is older than five seconds', beats: 3, nowMs: 8001, sensor: 'streaming' },
    { what: 'the sensor is stale', beats: 3, nowMs: 3000, sensor: 'stale' },
    { what: 'the strap is lost', beats: 3, nowMs: 3000, sensor: 'lost' },
    { what: 'the recording has ended', beats: 3, nowMs: 3000, sensor: 'ended' },
  ] as const)('is unknown when $what', ({ beats, nowMs, sensor }) => {
    expect(heartNow(steady(beats), nowMs, sensor)).toEqual({ kind: 'unknown', sensor });
  });

  it('is known up to five seconds after the last beat', () => {
    expect(heartNow(steady(3), 8000, 'streaming')).toEqual({ kind: 'known', bpm: 60 });
  });
});
