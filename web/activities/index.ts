import type { ListedActivity } from './activity.ts';
import { breathingCard } from './breathing/card.ts';
import { relaxationCard } from './relaxation/card.ts';
import { resonanceCard } from './resonance/card.ts';

/** Every activity. Nothing but its card is loaded before somebody goes to it. */
export const ACTIVITIES: readonly ListedActivity[] = [
  { ...relaxationCard, load: async () => (await import('./relaxation/relaxation.ts')).relaxation },
  { ...breathingCard, load: async () => (await import('./breathing/breathing.ts')).breathing },
  { ...resonanceCard, load: async () => (await import('./resonance/resonance.ts')).resonance },
];
