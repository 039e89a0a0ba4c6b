import { describe, expect, it } from 'vitest';
import { punchedIn } from '../../../../web/features/songs/punch-in.ts';
import { SEAM_S } from '../../../../web/features/songs/stretch.ts';

const RATE = 48_000;
/** A tone that began `offsetS` before the part's first beat. */
const tone = (hz: number, seconds: number, offsetS: number, sampleRate = RATE) => ({
  samples: Float32Array.from(
    { length: Math.round(seconds * sampleRate) },
    (_, i) => 0.5 * Math.sin((2 * Math.PI * hz * i) / sampleRate + 0.7),
  ),
  ...{ sampleRate, offsetS },
});

/** The largest bend from one sample to the next but one: what a click is made of. */
const sharpest = (samples: Float32Array, from = 1, to = samples.length - 1): number => {
  let most = 0;
  for (let i = Math.max(1, from); i < Math.min(to, samples.length - 1); i++)
    most = Math.max(most, Math.abs(samples[i - 1]! - 2 * samples[i]! + samples[i + 1]!));
  return most;
};

describe('punchedIn', () => {
  const old = tone(220, 6, 0.5);
  const anew = tone(330, 3, -1.2);
  const made = punchedIn(old, anew, { fromS: 2, untilS: 3 });
  const at = (s: number): number => Math.round((s + 0.5) * RATE);

  it('is the old take outside of the stretch, and the new one within it, to the sample', () => {
    expect(made.offsetS).toBe(0.5);
    expect(made.samples).toHaveLength(old.samples.length);
    const seam = Math.ceil((SEAM_S / 2) * RATE) + 1;
    expect(made.samples.subarray(0, at(2) - seam)).toEqual(old.samples.subarray(0, at(2) - seam));
    expect(made.samples.subarray(at(3) + seam)).toEqual(old.samples.subarray(at(3) + seam));
    // The new one began 1.2 s after the first beat.
    const within = Math.round(0.8 * RATE);
    expect(made.samples.slice(at(2) + seam, at(2) + seam + 1000)).toEqual(
      anew.samples.slice(within + seam, within + seam + 1000),
    );
  });

  it('has seams of ten milliseconds at most, without a click', () => {
    expect(SEAM_S).toBeLessThanOrEqual(0.01);
    const alone = Math.max(sharpest(old.samples), sharpest(anew.samples));
    expect(sharpest(made.samples)).toBeLessThan(1.25 * alone);
    // Cut hard at the same place it clicks: the measure sees what it is for.
    const cut = Float32Array.from(old.samples);
    cut.set(anew.samples.subarray(Math.round(0.8 * RATE), Math.round(1.8 * RATE)), at(2));
    expect(sharpest(cut)).toBeGreaterThan(5 * alone);
  });

  it('gives back to the old take where the new one ends early', () => {
    const short = punchedIn(old, tone(330, 1.3, -1.2), { fromS: 2, untilS: 4 });
    expect(short.samples.subarray(at(2.6))).toEqual(old.samples.subarray(at(2.6)));
    expect(sharpest(short.samples)).toBeLessThan(0.01);
  });

  it('goes on past the end of the old one, from silence', () => {
    const longer = punchedIn(tone(220, 2, 0.5), tone(330, 4, -1), { fromS: 3, untilS: 4 });
    expect(longer.samples.length).toBeGreaterThanOrEqual(at(4));
    expect(longer.samples[at(2)]).toBe(0);
    expect(Math.max(...longer.samples.subarray(at(3.2), at(3.8)))).toBeGreaterThan(0.4);
  });

  it('is the old take where nothing new falls into the stretch', () => {
    expect(punchedIn(old, tone(330, 1, -4), { fromS: 2, untilS: 3 })).toBe(old);
  });

  it('takes a recording of another rate', () => {
    const other = punchedIn(old, tone(330, 3, -1.2, 44_100), { fromS: 2, untilS: 3 });
    const [a, b] = [other.samples[at(2.5)]!, made.samples[at(2.5)]!];
    expect(Math.abs(a - b)).toBeLessThan(0.01);
  });
});
