/**
 * The sounds of English as the CMU Pronouncing Dictionary names them (ARPAbet), each as one letter, so that a word's
 * end is a short string: vowels are capitals, consonants are not.
 */
const VOWELS = {
  AA: 'A', AE: 'E', AH: 'U', AO: 'O', AW: 'W', AY: 'Y', EH: 'H', ER: 'R', EY: 'I', IH: 'J', IY: 'K', OW: 'L',
  OY: 'M', UH: 'N', UW: 'P',
} as const; // prettier-ignore
const CONSONANTS = {
  B: 'b', CH: 'c', D: 'd', DH: 'x', F: 'f', G: 'g', HH: 'h', JH: 'j', K: 'k', L: 'l', M: 'm', N: 'n', NG: 'q',
  P: 'p', R: 'r', S: 's', SH: 'o', T: 't', TH: 'u', V: 'v', W: 'w', Y: 'y', Z: 'z', ZH: 'a',
} as const; // prettier-ignore
const LETTERS: Readonly<Record<string, string>> = { ...VOWELS, ...CONSONANTS };

/** How a word sounds, as far as verse asks. */
export interface English {
  /** From the stressed vowel to the end, a letter a sound: two words with the same tail rhyme. */
  readonly tail: string;
  /** A digit a syllable: 1 stressed, 2 half, 0 not. */
  readonly stress: string;
}

/**
 * Of a pronunciation such as `L AY1 T`. The last full stress counts; where there is none, the last half one, else the
 * last vowel. `undefined` for what has no vowel ("hmm").
 */
export function englishOf(pronunciation: string): English | undefined {
  const phones = pronunciation.split('#')[0]!.trim().split(' ');
  const vowels = phones.flatMap((phone, at) => (/\d$/.test(phone) ? [{ at, stress: phone.slice(-1) }] : []));
  const from =
    vowels.findLast(({ stress }) => stress === '1') ??
    vowels.findLast(({ stress }) => stress === '2') ??
    vowels.at(-1);
  if (!from) return undefined;
  return {
    tail: phones
      .slice(from.at)
      .map((phone) => LETTERS[phone.replace(/\d$/, '')] ?? '')
      .join(''),
    stress: vowels.map(({ stress }) => stress).join(''),
  };
}

const isVowel = (letter: string): boolean => letter >= 'A' && letter <= 'Z';

/** The tail from its last vowel with any stress on: "graph" of "photograph", which a song may rhyme with "laugh". */
export function endOf({ tail, stress }: English): string {
  const vowels = Array.from(tail).flatMap((letter, at) => (isVowel(letter) ? [at] : []));
  const digits = stress.slice(stress.length - vowels.length);
  const last = Math.max(digits.lastIndexOf('1'), digits.lastIndexOf('2'));
  return last <= 0 ? tail : tail.slice(vowels[last]);
}

/** Sounds that the ear takes for one another at the end of a sung line. */
const ALIKE: Readonly<Record<string, string>> = {
  O: 'A',
  ...Object.fromEntries(Array.from('ptk').map((stop) => [stop, 't'])),
  ...Object.fromEntries(Array.from('bdg').map((stop) => [stop, 'd'])),
  ...Object.fromEntries(Array.from('fuso').map((breath) => [breath, 's'])),
  ...Object.fromEntries(Array.from('vxza').map((hum) => [hum, 'z'])),
  ...Object.fromEntries(Array.from('mnq').map((nasal) => [nasal, 'n'])),
};

/**
 * What near rhymes share: the vowels, and consonants of the same kind. A plural's hiss at the very end is left out, and
 * so is a t or d after another consonant.
 */
export const nearOf = (tail: string): string =>
  Array.from(tail)
    .map((letter) => ALIKE[letter] ?? letter)
    .join('')
    .replace(/(?<=.)[sz]$/, '')
    .replace(/(?<=[a-z])[td]$/, '');
