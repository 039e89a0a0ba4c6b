import { describe, expect, it } from 'vitest';
import { chordSteps, pitchOf, triad } from '../../../web/audio/modules/harmony.ts';

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
