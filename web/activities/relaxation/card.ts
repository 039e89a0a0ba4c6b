import type { ActivityCard } from '../activity.ts';

export const relaxationCard = {
  id: 'relaxation',
  title: { en: 'Guided relaxation', de: 'Geführte Entspannung' },
  minutes: 13,
  needs: ['sound', 'place'],
} as const satisfies ActivityCard;
