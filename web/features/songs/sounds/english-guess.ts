import type { EnglishIndex } from './english-index.ts';
import { syllablesByParts } from './english-parts.ts';
import type { English } from './phones.ts';

/** Words of the index that an unknown one is compared with. */
const NEIGHBOURS = 24;
/** Letters at the end that must be alike before a neighbour says anything. */
const LEAST_SHARED = 2;
/** What the word's own vowels weigh beside its nearest neighbour. */
const OWN_WORTH = 1;

/**
 * An unknown word by its letters: its end as most words sound that are spelled like that, the rest of its syllables
 * by counting vowels. `undefined`: it has no letters.
 */
export function guessed(index: EnglishIndex, word: string): English | undefined {
  if (!/[a-z]/.test(word)) return undefined;
  const alike = index.spelledAlike(word, NEIGHBOURS);
  const most = Math.max(0, ...alike.map(({ shared }) => shared));
  const near = alike.filter(({ shared }) => shared >= Math.max(LEAST_SHARED, most - 2));
  const own = ownSyllables(word);
  const counts = near.map(({ entry, shared }) => ({
    // What is shared counts as in the neighbour; what is not, by the letters of each.
    syllables: Math.max(1, entry.stress.length + own - vowelGroups(entry.word)),
    weight: 3 ** shared,
  }));
  const votes = counts.map((it) => [it.syllables, it.weight] as const);
  const syllables =
    (/[aeiouy]/.test(word) ? syllablesByParts(index, word) : own) ??
    mostWeighty([...votes, [own, OWN_WORTH * 3 ** most]]) ??
    own;
  const ends = near.map(({ entry, shared }) => [lastOf(entry, syllables), 3 ** shared] as const);
  const end = mostWeighty(ends);
  if (end === undefined) return { tail: '', stress: stressOf(syllables, '1') };
  const [tail, digits] = end.split(' ') as [string, string];
  return { tail, stress: stressOf(syllables, digits) };
}

/** The end of a known word as a tail and its stress, of at most so many syllables: the unknown one has no more. */
function lastOf({ tail, stress }: English, most: number): string {
  const vowels = Array.from(tail).flatMap((letter, at) => (letter < 'a' ? [at] : []));
  const digits = stress.slice(stress.length - vowels.length);
  if (vowels.length <= most) return `${tail} ${digits}`;
  return `${tail.slice(vowels[vowels.length - most])} 1${digits.slice(digits.length - most + 1)}`;
}

const stressOf = (syllables: number, end: string): string =>
  '0'.repeat(Math.max(0, syllables - end.length)) + end;

function mostWeighty<T>(votes: readonly (readonly [T, number])[]): T | undefined {
  const sums = new Map<T, number>();
  for (const [vote, weight] of votes) sums.set(vote, (sums.get(vote) ?? 0) + weight);
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Without any vowel it is said letter by letter, a w with three syllables; what is hummed or hushed is one. */
function ownSyllables(word: string): number {
  if (/[aeiouy]/.test(word) || /(.)\1/.test(word)) return vowelGroups(word);
  return Array.from(word.replace(/[^a-z]/g, '')).reduce((sum, letter) => sum + (letter === 'w' ? 3 : 1), 0);
}

/** Syllables by rule: groups of vowels, silent ones left out, those that are two counted as two. */
export function vowelGroups(word: string): number {
  const spelled = word
    .replace(/'/g, '')
    .replace(/^mc(?=[^aeiou])|^mc(?=[aeiou])/, 'mac')
    .replace(/^y(?=[aeiou])/, '')
    .replace(/(?<=[aeiou])y(?=[aeiou])/, 'yq')
    .replace(/qu/g, 'q')
    .replace(/(?<=g)u(?=[aeiy])/g, '')
    .replace(/(?<=([^aeiouy]*))(?<=[^aeiouy])e(s?)$/, (_, before: string, s: string) => silentEnd(before, s))
    .replace(/(?<=[^td])(?<![aeiouy][aeiouy]?[^aeiouy]*l)ed$/, 'd')
    .replace(/(?<=[aeiouy][^aeiouytd])ed$/, 'd')
    .replace(/(?<=[aeiouy][^aeiouy]{1,2})e(?=(ly|ment|ness|ful|less)s?$)/, '');
  const groups = spelled.match(/[aeiouy]+/g) ?? [];
  const split = groups.filter(
    (group, i) => SPLIT.test(group) && !(i > 0 && group === 'io' && /[tsc]io/.test(spelled)),
  );
  const humming = /(sm|thm)s?$/.test(word) ? 1 : 0;
  return Math.max(1, groups.length + split.length + humming);
}

/** Vowels side by side that are spoken apart. */
const SPLIT = /^(ia|io|iu|ua|eo|uo|yi|ya|ea?ui|eing|oi?a|iou?s)$/;

/** -le after a consonant is a syllable, and so is -es after a hiss. */
function silentEnd(before: string, s: string): string {
  if (/[^rlw]l$/.test(before)) return `e${s}`;
  return s !== '' && /(s|z|x|ch|sh|c|g)$/.test(before) ? 'es' : s;
}
