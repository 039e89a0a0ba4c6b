import type { EnglishIndex } from './english-index.ts';

/** An ending, what may stand in its place in the word it is put to, and the syllables that it adds. */
type Ending = readonly [ending: RegExp, instead: readonly string[], adds: (stem: string) => number];

const one = (): number => 1;
const HISS = /((s|z|x|ch|sh)e?|[cg]e)$/;

/** The longer first: "-lessly" is "-less" and "-ly". A stem may have lost its e, or have its last letter twice. */
const ENDINGS: readonly Ending[] = [
  [/(?<!s)'?s$/, [''], (stem) => (HISS.test(stem) ? 1 : 0)],
  [/ies$/, ['y'], () => 0],
  [/es$/, [''], (stem) => (HISS.test(stem) ? 1 : 0)],
  [/ied$/, ['y'], () => 0],
  [/ed$/, ['', 'e', '2'], (stem) => (/[td]e?$/.test(stem) ? 1 : 0)],
  [/in[g']$/, ['', 'e', '2'], one],
  [/eth$/, ['', 'e', '2'], one],
  [/(er|ers|est|or|ors)$/, ['', 'e', '2'], (stem) => (/[^aeiouy]le$/.test(stem) ? 0 : 1)],
  [/i(er|ers|est|ness)$/, ['y'], one],
  [/bly$/, ['ble'], () => 0],
  [/ily$/, ['y'], one],
  [/ly$/, [''], one],
  [/(ness|less|ful|ship|ships|ment|ments|hood|dom|like|some|ward|wards)$/, [''], one],
  [/ations?$/, ['', 'e'], () => 2],
  [/(ions?|als?|ives?|i[sz]e[ds]?)$/, ['', 'e'], one],
  [/(ish|ist|ists|(?<![aeiou])y)$/, ['', 'e', '2'], one],
  [/(able|ism|ity)$/, ['', 'e', '2'], (stem) => (/[^aeiouy]le$/.test(stem) ? 1 : 2)],
  [/th$/, [''], () => 0],
];

/** A piece of a word shorter than this says nothing: everything begins with some. */
const LEAST = 3;

/**
 * Syllables of an unknown word that is made of known ones: one with an ending, or two in a row.
 * `undefined`: it is not made so.
 */
export function syllablesByParts(index: EnglishIndex, word: string): number | undefined {
  return withEnding(index, word) ?? compound(index, word) ?? withBeginning(index, word);
}

const known = (index: EnglishIndex, word: string): number | undefined =>
  word.length < LEAST
    ? undefined
    : index.entriesOf(word).find(({ common }) => common || word.length > LEAST)?.stress.length;

function withEnding(index: EnglishIndex, word: string): number | undefined {
  for (const [ending, instead, adds] of ENDINGS) {
    const at = word.search(ending);
    if (at < LEAST) continue;
    const begin = word.slice(0, at);
    for (const other of instead) {
      const stem = stemOf(begin, other);
      const syllables = stem === undefined ? undefined : (known(index, stem) ?? withEnding(index, stem));
      if (stem !== undefined && syllables !== undefined) return syllables + adds(stem);
    }
  }
  return undefined;
}

/** As a word looks that ends in a silent e, without it: "entre" is none. */
const LOSES_E = /[aeiouy]([^aeiouy]|[lnrs][cgstv]|th|dg)$/;

/** What is put before words: one syllable, or two in the long ones. */
const BEGINNING = /^(re|un|non|pre|mis|dis|co|out|over|under|inter|super)(?=[a-z]{4})/;

function withBeginning(index: EnglishIndex, word: string): number | undefined {
  const before = BEGINNING.exec(word)?.[0];
  if (before === undefined) return undefined;
  const rest = word.slice(before.length);
  const syllables = known(index, rest) ?? withEnding(index, rest);
  return syllables === undefined ? undefined : syllables + (before.length > 3 ? 2 : 1);
}

/** `2`: the last letter stood once. */
function stemOf(begin: string, instead: string): string | undefined {
  if (instead === 'e') return LOSES_E.test(begin) ? `${begin}e` : undefined;
  if (instead !== '2') return begin + instead;
  return begin.at(-1) === begin.at(-2) ? begin.slice(0, -1) : undefined;
}

/** The evenest cut into two known words. */
function compound(index: EnglishIndex, word: string): number | undefined {
  const cuts = Array.from({ length: word.length + 1 }, (_, at) => at)
    .filter((at) => at >= LEAST + 1 && word.length - at >= LEAST + 1)
    .sort((a, b) => Math.abs(2 * a - word.length) - Math.abs(2 * b - word.length));
  for (const at of cuts) {
    const first = known(index, word.slice(0, at));
    const second = known(index, word.slice(at)) ?? (first && withEnding(index, word.slice(at)));
    if (first !== undefined && second !== undefined) return first + second;
  }
  return undefined;
}
