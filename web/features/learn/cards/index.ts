import type { LearnCard } from '../card.ts';
import { BODY_CARDS } from './body-cards.ts';
import { CARE_CARDS } from './care-cards.ts';
import { CRAVING_CARDS } from './craving-cards.ts';
import { MUSIC_CARDS } from './music-cards.ts';
import { PEOPLE_CARDS } from './people-cards.ts';

/** All cards, in the order in which they are shown. */
export const CARDS: readonly LearnCard[] = [
  ...CRAVING_CARDS,
  ...MUSIC_CARDS,
  ...BODY_CARDS,
  ...PEOPLE_CARDS,
  ...CARE_CARDS,
];
