import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chordName,
  chordNamed,
  chordSaid,
  pitchClass,
  QUALITIES,
  tonesOf,
  transposed,
  type Chord,
} from '../../../../web/features/chords/theory/chord.ts';
import { easiestCapo } from '../../../../web/features/chords/theory/easiest-capo.ts';
import { fingeringOf, keysOf, pitchesOf } from '../../../../web/features/chords/theory/fingering.ts';

const chord = (name: string): Chord => chordNamed(name)!;
const ALL = QUALITIES.flatMap((quality) => Array.from({ length: 12 }, (_, root) => ({ root, quality })));

describe('chordNamed', () => {
  it.each([
    ['G', { root: 7, quality: 'major' }],
    ['Bbm', { root: 10, quality: 'minor' }],
    ['F#m7', { root: 6, quality: 'minor' }],
    ['D7', { root: 2, quality: 'seventh' }],
    ['Gmaj7', { root: 7, quality: 'major' }],
    ['Asus4', { root: 9, quality: 'major' }],
    ['Dadd9', { root: 2, quality: 'major' }],
  ])('reads %s', (name, expected) => expect(chordNamed(name)).toEqual(expected));

  it('takes nothing else for a chord', () => expect(chordNamed('hello')).toBeUndefined());

  it('reads back every name that is written', () =>
    fc.assert(
      fc.property(fc.constantFrom(...ALL), (one) => {
        expect(chordNamed(chordName(one, 'en'))).toEqual(one);
      }),
    ));
});

describe('chordName', () => {
  it('calls the German B an H, and leaves no B that could be either', () => {
    expect(ALL.map((one) => chordName(one, 'de'))).toContain('H7');
    expect(ALL.map((one) => chordName(one, 'de'))).not.toContain('B');
  });
});

describe('chordSaid', () => {
  it('is what a musician of the language says', () => {
    expect(chordSaid(chord('Bbm'), 'en')).toBe('B flat minor');
    expect(chordSaid(chord('F#m'), 'de')).toBe('fis-Moll');
    expect(chordSaid(chord('B7'), 'de')).toBe('H sieben');
  });
});

describe('fingeringOf', () => {
  it.each(['guitar', 'ukulele'] as const)('sounds the tones of the chord and no other, on a %s', (kind) => {
    for (const one of ALL) {
      const sounding = new Set(pitchesOf(one, kind).map(pitchClass));
      const tones = tonesOf(one);
      expect(
        [...sounding].filter((tone) => !tones.includes(tone)),
        chordName(one, 'en'),
      ).toEqual([]);
      // Hands leave the fifth of a seventh chord out at times, and nothing else.
      const needed = one.quality === 'seventh' ? tones.filter((_, i) => i !== 2) : tones;
      expect(
        needed.filter((tone) => !sounding.has(tone)),
        chordName(one, 'en'),
      ).toEqual([]);
    }
  });

  it.each(['guitar', 'ukulele'] as const)('needs no more than four fingers on a %s', (kind) => {
    for (const one of ALL) {
      const { frets, fingers } = fingeringOf(one, kind);
      expect(Math.max(...fingers.map((finger) => finger ?? 0)), chordName(one, 'en')).toBeLessThanOrEqual(4);
      frets.forEach((fret, string) => expect(fingers[string] !== undefined).toBe((fret ?? 0) > 0));
    }
  });

  it('lays one finger over strings where F is taken small, and none where D is', () => {
    expect(fingeringOf(chord('F'), 'guitar').barre).toEqual({ fret: 1, from: 4, to: 5 });
    expect(fingeringOf(chord('D'), 'guitar').barre).toBeUndefined();
    expect(fingeringOf(chord('Bm'), 'guitar').barre).toEqual({ fret: 2, from: 1, to: 5 });
  });
});

describe('keysOf', () => {
  it('stacks the chord upwards from its root', () => expect(keysOf(chord('Am'))).toEqual([69, 72, 76]));
});

describe('easiestCapo', () => {
  it('makes shapes with open strings of chords without', () => {
    const hard = ['Bb', 'Eb', 'F'].map(chord);
    const capo = easiestCapo(hard, 'guitar');
    expect(hard.map((one) => chordName(transposed(one, -capo), 'en'))).toEqual(['A', 'D', 'E']);
  });

  it('leaves a song alone that is easy as it is', () => {
    expect(easiestCapo(['G', 'D', 'Em'].map(chord), 'guitar')).toBe(0);
    expect(easiestCapo(['Bb'].map(chord), 'keyboard')).toBe(0);
  });
});
