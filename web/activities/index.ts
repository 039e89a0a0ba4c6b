import type { ListedActivity } from './activity.ts';
import { relaxationCard } from './relaxation/card.ts';

/** Every activity. Nothing but its card is loaded before somebody goes to it. */
export const ACTIVITIES: readonly ListedActivity[] = [
  { ...relaxationCard, load: async () => (await import('./relaxation/relaxation.ts')).relaxation },
];
