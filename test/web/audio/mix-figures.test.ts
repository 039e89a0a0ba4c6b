import '../../support/audio-globals.ts';
import { describe, expect, it } from 'vitest';
import { mixFigures, percentile } from '../../../scripts/music/mix-figures.ts';
import { roughness } from '../../../scripts/music/roughness.ts';

const RATE = 22_050;
const SECONDS = 4;
const tone = (hertz: number, gain = 0.1): Float32Array =>
  Float32Array.from({ length: SECONDS * RATE }, (_, i) => gain * Math.sin((2 * Math.PI * hertz * i) / RATE));
const sum = (...tones: readonly Float32Array[]): Float32Array =>
  tones[0]!.map((_, i) => tones.reduce((all, one) => all + one[i]!, 0));

describe('mixFigures', () => {
  it('finds no width in the same sound on both sides, and loses nothing in mono', () => {
    const { sideDb, foldLu } = mixFigures([tone(800), tone(800)], RATE);
    expect(sideDb).toBeLessThan(-100);
    expect(foldLu).toBeCloseTo(0, 3);
  });

  it('finds a side 6 dB under the middle, which costs a folded sound 0.97 LU', () => {
    const [middle, side] = [tone(800), tone(1300, 0.05)];
    const { sideDb, foldLu } = mixFigures([sum(middle, side), sum(middle, tone(1300, -0.05))], RATE);
    expect(sideDb).toBeCloseTo(-6.02, 1);
    expect(foldLu).toBeCloseTo(0.97, 0);
  });

  it('loses what lies below 400 Hz on a phone', () => {
    expect(mixFigures([tone(2000), tone(2000)], RATE).phoneLu).toBeLessThan(0.1);
    expect(mixFigures([tone(200), tone(200)], RATE).phoneLu).toBeGreaterThan(11);
  });

  it('takes the swing from stretches of 200 ms', () => {
    const beats = tone(800).map((x, i) => (Math.floor(i / RATE) % 2 === 0 ? x : x / 10));
    expect(mixFigures([beats, beats], RATE).swingDb).toBeCloseTo(20, 0);
  });
});

describe('percentile', () => {
  it('lies between the nearest two', () => {
    expect(percentile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(percentile([7], 0.05)).toBe(7);
  });
});

describe('roughness', () => {
  it('is high for a minor second, low for a fifth, and the same however loud', () => {
    const second = roughness(sum(tone(440), tone(466)), RATE);
    const fifth = roughness(sum(tone(440), tone(660)), RATE);
    expect(second).toBeGreaterThan(10 * fifth);
    expect(roughness(sum(tone(440, 0.01), tone(466, 0.01)), RATE)).toBeCloseTo(second, 3);
  });

  it('is 0 in silence', () => {
    expect(roughness(new Float32Array(RATE), RATE)).toBe(0);
  });
});
