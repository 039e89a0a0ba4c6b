import type { ListedActivity } from './activity.ts';
import { breathingCard } from './breathing/card.ts';
import { relaxationCard } from './relaxation/card.ts';
import { resonanceCard } from './resonance/card.ts';
import { mindfulListeningCard } from './mindful-listening/card.ts';
import { settlingCard } from './settling/card.ts';
import { urgeSurfingCard } from './urge-surfing/card.ts';

/** Every activity. Nothing but its card is loaded before somebody goes to it. */
export const ACTIVITIES: readonly ListedActivity[] = [
  { ...urgeSurfingCard, load: async () => (await import('./urge-surfing/urge-surfing.ts')).urgeSurfing },
  { ...relaxationCard, load: async () => (await import('./relaxation/relaxation.ts')).relaxation },
  { ...breathingCard, load: async () => (await import('./breathing/breathing.ts')).breathing },
  { ...resonanceCard, load: async () => (await import('./resonance/resonance.ts')).resonance },
  {
    ...mindfulListeningCard,
    load: async () => (await import('./mindful-listening/mindful-listening.ts')).mindfulListening,
  },
  { ...settlingCard, load: async () => (await import('./settling/settling.ts')).settling },
];
