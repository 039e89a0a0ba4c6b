import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ebur128 } from '../../../../../../scripts/music/ebur128.ts';
import { generated, type Pattern } from '../../../../../../scripts/music/generated-tracks.ts';
import { analyse } from '../../../../../../web/features/music/own/analysis/analyse.ts';
import { centroidHz } from '../../../../../../web/features/music/own/analysis/brightness.ts';
import { keyOf } from '../../../../../../web/features/music/own/analysis/key.ts';
import { onsetEnvelope } from '../../../../../../web/features/music/own/analysis/onset-envelope.ts';
import { onsetTimes } from '../../../../../../web/features/music/own/analysis/onsets.ts';
import { outlineOf, soundSpan } from '../../../../../../web/features/music/own/analysis/outline.ts';
import { proposalOf } from '../../../../../../web/features/music/own/analysis/proposal.ts';
import { tempoOf } from '../../../../../../web/features/music/own/analysis/tempo.ts';
import { seeded } from '../../../../../../web/audio/random.ts';

const RATE = 22_050;
const track = (pattern: Pattern, bpm: number, seconds = 12) =>
  generated({ pattern, bpm, seconds, sampleRate: RATE, seed: 5, tonic: 2 });
const sine = (hz: number, seconds: number, peak = 0.5): Float32Array =>
  Float32Array.from({ length: seconds * RATE }, (_, i) => peak * Math.sin((2 * Math.PI * hz * i) / RATE));
const near = (found: number | undefined, bpm: number): boolean => Math.abs((found ?? 0) / bpm - 1) < 0.02;

describe('tempoOf', () => {
  it.each([
    ['pulse', 50],
    ['waltz', 72],
    ['ballad', 96],
    ['band', 121],
    ['tune', 150],
    ['band', 180],
  ] as const)('finds the tempo of a %s at %i, or states it as the octave', (pattern, bpm) => {
    const tempo = tempoOf(onsetEnvelope(track(pattern, bpm).samples, RATE));
    expect(near(tempo?.bpm, bpm) || near(tempo?.octaveBpm, bpm), JSON.stringify(tempo)).toBe(true);
  });

  it('lays a beat where the strokes are', () => {
    const tempo = tempoOf(onsetEnvelope(track('pulse', 90).samples, RATE))!;
    // The material begins 50 ms in.
    expect(Math.abs(tempo.beatS - 0.05)).toBeLessThan(0.04);
  });

  it('names none for a held tone, for noise, and for what is too short', () => {
    const random = seeded(3);
    const noise = new Float32Array(12 * RATE).map(() => random() - 0.5);
    expect(tempoOf(onsetEnvelope(sine(220, 12), RATE))).toBeUndefined();
    expect(tempoOf(onsetEnvelope(noise, RATE))).toBeUndefined();
    expect(tempoOf(onsetEnvelope(track('pulse', 100, 5).samples, RATE))).toBeUndefined();
  });
});

describe('onsetTimes', () => {
  it('finds each stroke, within 30 ms', () => {
    const times = onsetTimes(onsetEnvelope(track('pulse', 60, 8).samples, RATE));
    expect(times).toHaveLength(8);
    times.forEach((time, beat) => expect(Math.abs(time - beat - 0.05)).toBeLessThan(0.03));
  });

  it('hears no stroke in what swells', () => {
    const swell = sine(330, 10).map((x, i) => x * Math.sin((Math.PI * i) / (2.5 * RATE)) ** 2);
    expect(onsetTimes(onsetEnvelope(swell, RATE))).toEqual([]);
  });
});

describe('centroidHz', () => {
  it('is where the energy is, and nowhere in silence', () => {
    expect(centroidHz(sine(1000, 2), RATE)).toBeCloseTo(1000, -1);
    expect(centroidHz(new Float32Array(RATE), RATE)).toBeUndefined();
  });
});

describe('keyOf', () => {
  it.each([0, 3, 8])('finds the key that a tune was written in, %i semitones above C', (tonic) => {
    const { samples } = generated({
      pattern: 'pulse',
      bpm: 90,
      seconds: 12,
      sampleRate: RATE,
      seed: 2,
      tonic,
    });
    expect(keyOf(samples, RATE)).toEqual({ tonic, mode: 'major' });
  });

  it('names none for noise', () => {
    const random = seeded(4);
    expect(
      keyOf(
        new Float32Array(20 * RATE).map(() => random() - 0.5),
        RATE,
      ),
    ).toBeUndefined();
  });
});

describe('outlineOf and soundSpan', () => {
  it('shows loud and quiet halves, and leaves silence around out', () => {
    const samples = new Float32Array(400);
    samples.fill(0.25, 100, 200).fill(0.5, 200, 300);
    expect(outlineOf(samples, 4)).toEqual([0, 50, 100, 0]);
    expect(soundSpan([samples], 100)).toEqual({ fromS: 1, toS: 3 });
    expect(soundSpan([new Float32Array(10)], 100)).toBeUndefined();
  });
});

describe('analyse', () => {
  it('reads the loudness that libebur128 reads, also of one channel, which sounds from both sides', async () => {
    for (const sampleRate of [44_100, 48_000]) {
      const { samples } = generated({ pattern: 'band', bpm: 100, seconds: 4, sampleRate, seed: 9 });
      const quieter = samples.map((x) => 0.3 * x);
      const stereo = await ebur128([samples, quieter], sampleRate);
      const both = await ebur128([samples, samples], sampleRate);
      const found = analyse({ channels: [samples, quieter], sampleRate })!;
      expect(Math.abs(found.lufs - stereo.integratedLufs)).toBeLessThan(0.3);
      expect(Math.abs(found.truePeakDb - stereo.truePeakDb)).toBeLessThan(0.3);
      expect(Math.abs(analyse({ channels: [samples], sampleRate })!.lufs - both.integratedLufs)).toBeLessThan(
        0.3,
      );
    }
  });

  it('says that there is nothing to hear in silence', () => {
    expect(
      analyse({ channels: [new Float32Array(RATE), new Float32Array(RATE)], sampleRate: RATE }),
    ).toBeUndefined();
  });
});

describe('proposalOf', () => {
  const figures = { onsetsPerSecond: 0.7, centroidHz: 600 };

  it('takes few strokes and a dark sound for calming, many and a bright one for activating', () => {
    expect(proposalOf(figures)).toMatchObject({ family: 'calming', level: 2 });
    expect(proposalOf({ onsetsPerSecond: 4, centroidHz: 3000 })).toMatchObject({
      family: 'activating',
      level: 5,
    });
  });

  it('lets tempo speak only where there is a beat', () => {
    const tempo = { bpm: 128, octaveBpm: 64, steadiness: 0.5, beatS: 0 };
    expect(proposalOf(figures).parts.map(({ what }) => what)).toEqual(['strokes', 'brightness']);
    expect(proposalOf({ ...figures, tempo })).toMatchObject({ family: 'calming', level: 3 });
  });

  it('never proposes livelier music for fewer strokes or a darker sound', () => {
    const liveliness = ({ family, level }: { family: string; level: number }): number =>
      (family === 'activating' ? 10 : 0) + level;
    const positive = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(positive, positive, positive, (strokes, bright, share) => {
        const lively = { onsetsPerSecond: 8 * strokes, centroidHz: 6000 * bright };
        const less = {
          onsetsPerSecond: share * lively.onsetsPerSecond,
          centroidHz: share * lively.centroidHz,
        };
        expect(liveliness(proposalOf(less))).toBeLessThanOrEqual(liveliness(proposalOf(lively)));
      }),
    );
  });
});
