import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ninth, seventh, suspended, triad } from '../../../../web/audio/modules/harmony.ts';
import { leadVoices, rootFrom } from '../../../../web/features/songs/progression.ts';

/** Without its root, which the bass has. */
const upper = (root: number) => ({ root, tones: [2, 4, 6, 8] });

describe('rootFrom', () => {
  it('finds the root in the octave above the given step', () => {
    expect(rootFrom(triad(4), -14)).toBe(-10);
    expect(rootFrom(triad(0), -14)).toBe(-14);
  });
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
