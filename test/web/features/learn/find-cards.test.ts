import { describe, expect, it } from 'vitest';
import type { LearnCard } from '../../../../web/features/learn/card.ts';
import { finderOver } from '../../../../web/features/learn/find-cards.ts';

const card = (id: string, grade: LearnCard['grade'], text: string): LearnCard => ({
  ...{ id, grade, topic: 'body', sources: ['tarr-2014'] },
  said: { en: { title: id, text: [text] }, de: { title: id, text: [text] } },
});
const CARDS = [
  card('sleep', 'shown', 'Sleep comes back slowly.'),
  card('noise', 'hypothesis', 'A café is loud, and sleep is not.'),
  card('rhythm', 'hypothesis', 'Hands and feet.'),
];
const find = finderOver(CARDS);
const ids = (wanted: Parameters<typeof find>[0]) => find(wanted).map(({ id }) => id);

describe('finderOver', () => {
  it('finds every card where nothing is asked', () => {
    expect(ids({ query: '  ' })).toEqual(['sleep', 'noise', 'rhythm']);
  });

  it('finds words by their beginnings, without accents, in the cards’ own order', () => {
    expect(ids({ query: 'slee' })).toEqual(['sleep', 'noise']);
    expect(ids({ query: 'cafe' })).toEqual(['noise']);
  });

  it('wants all words and the grade', () => {
    expect(ids({ query: 'sleep loud' })).toEqual(['noise']);
    expect(ids({ query: 'sleep', grade: 'shown' })).toEqual(['sleep']);
    expect(ids({ query: '', grade: 'hypothesis' })).toEqual(['noise', 'rhythm']);
  });

  it('finds a card by who is quoted in it', () => {
    expect(ids({ query: 'dunbar' })).toHaveLength(3);
  });
});
