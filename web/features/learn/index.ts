import { behavior } from '../../kit/behavior.ts';
import { part } from '../../kit/part.ts';
import type { Feature } from '../../session/feature.ts';
import { learn as words } from './words.ts';

/** Short cards and a glossary, each with its evidence. Keeps nothing: what is read is nobody's business. */
export const learnFeature = (): Feature => ({
  routes: [
    {
      path: '/learn/cards',
      ...part(() => import('./cards-screen.tsx').then(({ CardsScreen }) => CardsScreen), {}),
    },
    {
      path: '/learn/cards/:id',
      ...part(() => import('./card-screen.tsx').then(({ CardScreen }) => CardScreen), {}),
    },
    {
      path: '/learn/words',
      ...part(() => import('./glossary-screen.tsx').then(({ GlossaryScreen }) => GlossaryScreen), {}),
    },
  ],
  ways: [
    { section: 'learn', to: '/learn/cards', label: words.cards, hint$: behavior(words.cardsHint) },
    { section: 'learn', to: '/learn/words', label: words.glossary, hint$: behavior(words.glossaryHint) },
  ],
});
