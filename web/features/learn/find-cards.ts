import MiniSearch from 'minisearch';
import { spoken } from '../../kit/language.ts';
import type { Grade, LearnCard, Said } from './card.ts';
import { SOURCES, type Source } from './sources.ts';

export interface Wanted {
  /** Words; blank: every card. */
  readonly query: string;
  /** Absent: of every grade. */
  readonly grade?: Grade | undefined;
}

/** A card as this page says it. */
export const saidOf = ({ said }: Pick<LearnCard, 'said'>): Said => spoken(said);

/** Of `cards` those that have all words (or words that begin like them) and the grade, in their own order. */
export function finderOver(cards: readonly LearnCard[]): (wanted: Wanted) => readonly LearnCard[] {
  const index = new MiniSearch<LearnCard>({
    fields: ['title', 'text', 'authors'],
    extractField: (card, field) => {
      if (field === 'id') return card.id;
      if (field === 'authors') return card.sources.map((id) => (SOURCES[id] as Source).author).join(' ');
      return field === 'title' ? saidOf(card).title : saidOf(card).text.join(' ');
    },
    // "Muller" finds "Müller", whatever the keyboard can say.
    processTerm: (term) => term.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''),
    searchOptions: { prefix: true, fuzzy: (term) => (term.length > 5 ? 0.2 : false), combineWith: 'AND' },
  });
  index.addAll(cards);
  return ({ query, grade }) => {
    const found =
      query.trim() === '' ? undefined : new Set(index.search(query).map(({ id }) => id as string));
    return cards.filter(
      (card) => (found?.has(card.id) ?? true) && (grade === undefined || card.grade === grade),
    );
  };
}
