import { guessed } from './english-guess.ts';
import type { EnglishIndex } from './english-index.ts';
import type { English } from './phones.ts';
import { inOrder, type Rhyme, type WordSounds } from './word-sounds.ts';

/** As many rhymes as anybody reads. */
const MOST = 400;

/** English by the index, and by analogy with it where a word is not in there. */
export function englishSounds(index: EnglishIndex): WordSounds {
  const pronounced = (word: string): { readonly ways: readonly English[]; readonly guess: boolean } => {
    const plain = plainEnglish(word);
    const known = waysOf(index, plain);
    if (known.length > 0) return { ways: known, guess: false };
    const guess = guessed(index, plain);
    return { ways: guess ? [guess] : [], guess: true };
  };
  return {
    soundOf: (word) => {
      const { ways, guess } = pronounced(word);
      return ways[0] && { stress: ways[0].stress, guessed: guess };
    },
    rhymesOf: (word) => {
      const { ways, guess } = pronounced(word);
      const plain = plainEnglish(word);
      const perfect = once(
        ways.flatMap(({ tail }) => index.perfect(tail)),
        new Set([plain]),
      );
      const near = once(
        ways.flatMap((way) => index.near(way)),
        new Set([plain, ...perfect.map((rhyme) => rhyme.word)]),
      );
      return { perfect: inOrder(perfect).slice(0, MOST), near: nearest(near), guessed: guess };
    },
  };
}

/** Near rhymes are many: where common ones are enough, the others are left out. */
function nearest(near: readonly Rhyme[]): readonly Rhyme[] {
  const common = near.filter(({ common }) => common);
  return inOrder(common.length >= 12 ? common : near).slice(0, MOST);
}

/** Letters and apostrophes in lower case, as the index spells them: `Café’s` is `cafe's`. */
export const plainEnglish = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[^a-z']/g, '')
    .replace(/^'+|'+$/g, '');

/** A word in the index, or one of which it has all but the ending: possessives, and "singin'". */
function waysOf(index: EnglishIndex, word: string): readonly English[] {
  const known = index.entriesOf(word);
  if (known.length > 0) return known;
  if (word.endsWith("'s")) return index.entriesOf(word.slice(0, -2)).map(withS);
  if (word.endsWith('in'))
    return index.entriesOf(`${word}g`).map((way) => ({ ...way, tail: endedIn(way.tail) }));
  return [];
}

const endedIn = (tail: string): string => tail.replace(/q$/, 'n');

/** A possessive: a syllable more after a hiss, else s or z by the sound before it. */
const withS = ({ tail, stress }: English): English =>
  /[szocja]$/.test(tail)
    ? { tail: `${tail}Jz`, stress: `${stress}0` }
    : { tail: tail + (/[ptkfu]$/.test(tail) ? 's' : 'z'), stress };

function once(rhymes: readonly Rhyme[], without: Set<string>): Rhyme[] {
  return rhymes.filter(({ word }) => {
    if (without.has(word)) return false;
    without.add(word);
    return true;
  });
}
