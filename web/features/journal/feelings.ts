import { spoken, type Translated } from '../../kit/language.ts';

/**
 * Twenty-four words in eight families, so that neighbours on the wheel are alike. Our own choice of everyday words: no
 * scale, and nothing is concluded from it.
 */
export const FAMILIES = [
  ['at-ease', 'calm', 'safe'],
  ['glad', 'hopeful', 'alive'],
  ['close', 'grateful', 'loving'],
  ['curious', 'brave', 'proud'],
  ['sad', 'lonely', 'empty'],
  ['tense', 'anxious', 'panicky'],
  ['irritated', 'angry', 'hurt'],
  ['guilty', 'ashamed', 'torn'],
] as const;

export type Feeling = (typeof FAMILIES)[number][number];
export const FEELINGS: readonly Feeling[] = FAMILIES.flat();

const WORDS: Translated<Readonly<Record<Feeling, string>>> = {
  en: {
    'at-ease': 'at ease',
    calm: 'calm',
    safe: 'safe',
    glad: 'glad',
    hopeful: 'hopeful',
    alive: 'alive',
    close: 'close',
    grateful: 'grateful',
    loving: 'loving',
    curious: 'curious',
    brave: 'brave',
    proud: 'proud',
    sad: 'sad',
    lonely: 'lonely',
    empty: 'empty',
    tense: 'tense',
    anxious: 'anxious',
    panicky: 'panicky',
    irritated: 'irritated',
    angry: 'angry',
    hurt: 'hurt',
    guilty: 'guilty',
    ashamed: 'ashamed',
    torn: 'torn',
  },
  de: {
    'at-ease': 'gelöst',
    calm: 'ruhig',
    safe: 'geborgen',
    glad: 'froh',
    hopeful: 'hoffnungsvoll',
    alive: 'lebendig',
    close: 'verbunden',
    grateful: 'dankbar',
    loving: 'liebevoll',
    curious: 'neugierig',
    brave: 'mutig',
    proud: 'stolz',
    sad: 'traurig',
    lonely: 'einsam',
    empty: 'leer',
    tense: 'angespannt',
    anxious: 'ängstlich',
    panicky: 'panisch',
    irritated: 'gereizt',
    angry: 'wütend',
    hurt: 'verletzt',
    guilty: 'schuldig',
    ashamed: 'beschämt',
    torn: 'zerrissen',
  },
};

/** The word for a feeling in the language of this page. */
export const feelingWord = (feeling: Feeling): string => spoken(WORDS)[feeling];

export const isFeeling = (value: unknown): value is Feeling => FEELINGS.some((one) => one === value);

/** How often each feeling was chosen since a time, most often first; none that was not. */
export function feelingCounts(
  entries: readonly { readonly writtenAtMs: number; readonly feelings: readonly Feeling[] }[],
  sinceMs: number,
): readonly { readonly feeling: Feeling; readonly count: number }[] {
  const recent = entries.filter(({ writtenAtMs }) => writtenAtMs >= sinceMs);
  return FEELINGS.map((feeling) => ({
    feeling,
    count: recent.filter(({ feelings }) => feelings.includes(feeling)).length,
  }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
