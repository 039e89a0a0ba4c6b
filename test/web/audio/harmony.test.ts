import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chordSteps,
  leadVoices,
  nearest,
  ninth,
  pitchOf,
  rootFrom,
  seventh,
  suspended,
  triad,
  upper,
} from '../../../web/audio/modules/harmony.ts';

describe('pitchOf', () => {
  it.each([
    [0, 62],
    [2, 66],
    [6, 73],
    [7, 74],
    [-1, 61],
    [-7, 50],
  ])('step %i of D major is MIDI %i', (step, midi) => expect(pitchOf(step)).toBe(midi));
});

describe('chordSteps', () => {
  it('lists the tones of the chord within the range, upwards', () => {
    expect(chordSteps(triad(0), { low: -3, high: 7 })).toEqual([-3, 0, 2, 4, 7]);
  });
});

describe('rootFrom', () => {
  it('finds the root in the octave above the given step', () => {
    expect(rootFrom(triad(4), -14)).toBe(-10);
    expect(rootFrom(triad(0), -14)).toBe(-14);
  });
});

describe('nearest', () => {
  it('takes the lower of two as near', () => expect(nearest([1, 3], 2)).toBe(1));
});

describe('leadVoices', () => {
  it('keeps the common tones of D and B minor where they are', () => {
    const [d, b] = leadVoices([triad(0), triad(5)], { low: -3, high: 7 });
    const kept = d!.filter((step) => b!.includes(step));
    expect(kept).toHaveLength(2);
  });

  const chords = fc
    .tuple(fc.constantFrom(triad, seventh, ninth, upper, suspended), fc.nat(6))
    .map(([kind, root]) => kind(root));

  it('gives each chord all of its tones, in order and within the range', () => {
    const range = { low: -6, high: 5 };
    fc.assert(
      fc.property(fc.array(chords, { minLength: 1, maxLength: 8 }), (progression) => {
        leadVoices(progression, range).forEach((voices, i) => {
          expect(voices).toEqual([...new Set(voices)].sort((a, b) => a - b));
          expect(voices.every((step) => step >= range.low && step <= range.high)).toBe(true);
          const degrees = progression[i]!.tones.map((tone) => (progression[i]!.root + tone) % 7).sort();
          expect(voices.map((step) => ((step % 7) + 7) % 7).sort()).toEqual(degrees);
        });
      }),
    );
  });

  it('moves no voice further than a fifth', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(6).map(seventh), { minLength: 2, maxLength: 8 }), (progression) => {
        const voiced = leadVoices(progression, { low: -6, high: 5 });
        voiced.slice(1).forEach((voices, i) => {
          voices.forEach((step, v) => expect(Math.abs(step - voiced[i]![v]!)).toBeLessThanOrEqual(4));
        });
      }),
    );
  });
});
