import { describe, expect, it } from 'vitest';
import { anyVideo, framesOf, type Video } from '../../../bench/pulse-video.ts';
import { isFinger, pulseFrame } from '../../../engine/pulse/pulse-frame.ts';
import { pulseReading } from '../../../engine/pulse/pulse-reading.ts';

const plain: Video = {
  ...{ seed: 3, bpm: 72, fps: 30, seconds: 24, scene: 'finger', depth: 0.02, noise: 1 },
  ...{ jitterMs: 2, flicker: 0, mainsHz: 50, brightness: 0.6 },
};

describe('pulseFrame', () => {
  it('is the mean of each colour, and how even and how bright red is', () => {
    const rgba = Uint8ClampedArray.from([255, 10, 0, 255, 155, 30, 20, 255]);
    expect(pulseFrame(7, rgba)).toEqual({ atMs: 7, red: 205, green: 20, blue: 10, spread: 50, clipped: 0.5 });
  });
});

describe('isFinger', () => {
  const frame = { atMs: 0, spread: 8, clipped: 0 };

  it.each([
    ['pale skin over a lamp', 250, 70, 60],
    ['dark skin over a lamp', 120, 12, 8],
    ['no lamp, by daylight', 55, 14, 12],
  ])('sees a finger: %s', (_, red, green, blue) => {
    expect(isFinger({ ...frame, red, green, blue })).toBe(true);
  });

  it.each([
    ['a face', 200, 150, 130],
    ['the dark', 6, 2, 1],
    ['a blue wall', 60, 80, 160],
  ])('sees none: %s', (_, red, green, blue) => {
    expect(isFinger({ ...frame, red, green, blue })).toBe(false);
  });

  it('sees none where the picture is uneven', () => {
    expect(isFinger({ ...frame, spread: 70, red: 200, green: 40, blue: 30 })).toBe(false);
  });
});

describe('pulseReading', () => {
  it.each([45, 60, 72, 110, 150, 180])('reads %d a minute', (bpm) => {
    const reading = pulseReading(framesOf({ ...plain, bpm }));
    if (reading.kind !== 'pulse') throw new Error(reading.reason);
    expect(Math.abs(reading.bpm - bpm)).toBeLessThan(1.5);
    expect(reading.sdBpm).toBeGreaterThan(0);
    expect(reading.sdBpm).toBeLessThan(4);
  });

  it.each([24, 30, 60])('goes by the times of %d pictures a second, not by their number', (fps) => {
    const reading = pulseReading(framesOf({ ...plain, fps, jitterMs: 6 }));
    expect(reading).toMatchObject({ kind: 'pulse', bpm: expect.closeTo(72, -0.5) as number });
  });

  it('waits for 20 good seconds', () => {
    expect(pulseReading(framesOf({ ...plain, seconds: 15 }))).toMatchObject({
      kind: 'withheld',
      reason: 'collecting',
      goodS: expect.closeTo(15, 0) as number,
    });
  });

  it('waits anew after the finger was away', () => {
    const frames = framesOf(plain);
    const away = frames.map((frame, i) => (i === 400 ? { ...frame, red: 60, green: 80 } : frame));
    const reading = pulseReading(away);
    expect(reading).toMatchObject({ kind: 'withheld', reason: 'collecting' });
    expect(reading.goodS).toBeLessThan(12);
  });

  it('does not fill a hole between the pictures', () => {
    const frames = framesOf(plain).map((frame, i) =>
      i > 500 ? { ...frame, atMs: frame.atMs + 900 } : frame,
    );
    expect(pulseReading(frames)).toMatchObject({ kind: 'withheld', reason: 'collecting' });
  });

  it('says that the camera is too slow', () => {
    const frames = framesOf(plain).filter((_, i) => i % 3 === 0);
    expect(pulseReading(frames)).toMatchObject({ kind: 'withheld', reason: 'too-few-frames' });
  });

  it('does not take a lamp for a pulse', () => {
    // At 33 pictures a second, 100 Hz look like 60 a minute.
    const lamp: Video = { ...plain, fps: 33, depth: 0, flicker: 0.05, brightness: 1, jitterMs: 0 };
    expect(pulseReading(framesOf(lamp)).kind).toBe('withheld');
    expect(pulseReading(framesOf({ ...lamp, brightness: 0.5 })).kind).toBe('withheld');
  });

  it('reads a pulse through a lamp that looks like another one', () => {
    const reading = pulseReading(framesOf({ ...plain, fps: 33, flicker: 0.02, jitterMs: 0, bpm: 84 }));
    expect(reading).toMatchObject({ kind: 'pulse', bpm: expect.closeTo(84, -0.5) as number });
  });

  it('says nothing of pictures without a finger or without pictures', () => {
    expect(pulseReading(framesOf({ ...plain, scene: 'no-finger' }))).toMatchObject({ reason: 'no-finger' });
    expect(pulseReading([])).toMatchObject({ kind: 'withheld', reason: 'no-finger', goodS: 0 });
  });

  it('says nothing of a red thing without a pulse', () => {
    expect(pulseReading(framesOf({ ...plain, depth: 0, noise: 3 })).kind).toBe('withheld');
  });

  it('is within 3 a minute when it says a rate, and silent where the finger moves', () => {
    // The bench takes many more.
    for (let seed = 0; seed < 12; seed++) {
      const still = anyVideo(900 + 5 * seed, 'finger');
      const reading = pulseReading(framesOf(still));
      if (reading.kind === 'pulse') expect(Math.abs(reading.bpm - still.bpm)).toBeLessThanOrEqual(3);
      expect(pulseReading(framesOf(anyVideo(1900 + 5 * seed, 'moving'))).kind).toBe('withheld');
    }
  });
});
