import type { Language } from '../../../kit/language.ts';

export const QUALITIES = ['major', 'minor', 'seventh'] as const;
export type Quality = (typeof QUALITIES)[number];

/** A chord as beginners meet it. */
export interface Chord {
  /** Pitch class, 0 = C … 11 = B. */
  readonly root: number;
  readonly quality: Quality;
}

const STEPS: Readonly<Record<Quality, readonly number[]>> = {
  major: [0, 4, 7],
  minor: [0, 3, 7],
  seventh: [0, 4, 7, 10],
};

export const pitchClass = (semitones: number): number => ((semitones % 12) + 12) % 12;

/** Pitch classes of a chord, its root first. */
export const tonesOf = ({ root, quality }: Chord): readonly number[] =>
  STEPS[quality].map((step) => pitchClass(root + step));

export const transposed = (chord: Chord, semitones: number): Chord => ({
  ...chord,
  root: pitchClass(chord.root + semitones),
});

export const sameChord = (a: Chord, b: Chord): boolean => a.root === b.root && a.quality === b.quality;

const LETTERS: Readonly<Record<string, number>> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };
const NAME = /^([A-G])([#b♯♭]?)(.*)$/u;

/**
 * The chord that a songbook's name stands for, as far as beginners play it: of "Gmaj7", "Gadd9" and "Gsus4" the plain G
 * is left. `undefined`: no name of a chord.
 */
export function chordNamed(name: string): Chord | undefined {
  const [, letter, sign, rest = ''] = NAME.exec(name) ?? [];
  if (letter === undefined) return undefined;
  const root = pitchClass(LETTERS[letter]! + (sign === '' ? 0 : /[#♯]/u.test(sign!) ? 1 : -1));
  const minor = /^m(?!aj)/.test(rest) || rest.startsWith('dim');
  return { root, quality: minor ? 'minor' : rest === '7' ? 'seventh' : 'major' };
}

const ENDINGS: Readonly<Record<Quality, string>> = { major: '', minor: 'm', seventh: '7' };
const SIGNS = {
  en: ['C', 'C♯', 'D', 'E♭', 'E', 'F', 'F♯', 'G', 'A♭', 'A', 'B♭', 'B'],
  // A German "B" may be either of two notes; written so, neither can be taken for the other.
  de: ['C', 'C♯', 'D', 'E♭', 'E', 'F', 'F♯', 'G', 'A♭', 'A', 'B♭', 'H'],
} as const;
const SAID = {
  en: ['C', 'C sharp', 'D', 'E flat', 'E', 'F', 'F sharp', 'G', 'A flat', 'A', 'B flat', 'B'],
  de: ['C', 'Cis', 'D', 'Es', 'E', 'F', 'Fis', 'G', 'As', 'A', 'B', 'H'],
} as const;
const KINDS = {
  en: { major: ' major', minor: ' minor', seventh: ' seven' },
  de: { major: '-Dur', minor: '-Moll', seventh: ' sieben' },
} as const;

/** As it is written over a song: "B♭m", in German "H7" for B7. */
export const chordName = ({ root, quality }: Chord, language: Language): string =>
  `${SIGNS[language][root]!}${ENDINGS[quality]}`;

/** As it is read out: "B flat minor", "b-Moll". */
export function chordSaid({ root, quality }: Chord, language: Language): string {
  const name = SAID[language][root]!;
  const written = language === 'de' && quality === 'minor' ? name.toLowerCase() : name;
  return `${written}${KINDS[language][quality]}`;
}

/** A tone by its MIDI pitch: "E", "B♭". */
export const toneName = (midi: number, language: Language): string => SIGNS[language][pitchClass(midi)]!;
