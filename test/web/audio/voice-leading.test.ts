import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { degreeOf } from '../../../web/audio/modules/harmony.ts';
import { readHarmony } from '../../../web/audio/modules/notation.ts';
import { countParallels, leadVoicesByRule } from '../../../web/audio/modules/voice-leading.ts';

const setting = { voices: { low: -6, high: 6, count: 3 }, bassFrom: -14, tune: [] };
const ledBy = (text: string) => leadVoicesByRule(readHarmony(text, { beatsPerBar: 4, home: 0 }), setting);

describe('countParallels', () => {
  it.each([
    ['fifths that go up together', [0, 4], [1, 5], 1],
    ['octaves that go down together', [3, 10], [2, 9], 1],
    ['fifths in contrary motion', [0, 11], [1, 5], 0],
    ['a fifth that is held', [0, 4], [0, 4], 0],
    ['thirds', [0, 2], [1, 3], 0],
    ['a voice that rests', [0, undefined], [1, 5], 0],
  ] as const)('%s', (_what, from, to, found) => expect(countParallels(from, to)).toBe(found));
});

describe('leadVoicesByRule', () => {
  const degree = fc.constantFrom('I', 'ii7', 'iii', 'IV', 'IV9', 'V', 'V43', 'vi', 'I/3', 'V7/3');

  it('finds a way without parallels through any chords of the key', () => {
    fc.assert(
      fc.property(fc.array(degree, { minLength: 2, maxLength: 8 }), (chords) => {
        const led = ledBy(chords.join(' | '));
        led.slice(1).forEach((now, i) => {
          const before = led[i]!;
          expect(countParallels([before.bass, ...before.voices], [now.bass, ...now.voices])).toBe(0);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('prepares the fourth and lets it fall by a step while the bass is held', () => {
    const [before, hangs, falls] = ledBy('I | V43');
    const voice = hangs!.voices.findIndex((step) => degreeOf(step) === 0);
    expect(before!.voices[voice]).toBe(hangs!.voices[voice]);
    expect(falls!.voices[voice]).toBe(hangs!.voices[voice]! - 1);
    expect(falls!.bass).toBe(hangs!.bass);
  });

  it('leaves out neither third, seventh nor ninth', () => {
    const [chord] = ledBy('ii7');
    const degrees = chord!.voices.map((step) => degreeOf(step - 1));
    expect(degrees).toEqual(expect.arrayContaining([2, 6]));
  });

  it('puts the named tone into the bass', () => {
    expect(degreeOf(ledBy('V/3')[0]!.bass)).toBe(6);
  });
});
