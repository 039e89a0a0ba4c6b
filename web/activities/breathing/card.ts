import { spoken } from '../../kit/language.ts';
import type { ActivityCard } from '../activity.ts';

export const breathingCard = {
  id: 'breathing',
  section: 'today',
  title: spoken({ en: 'Slow breathing', de: 'Langsam atmen' }),
  minutes: 10,
  needs: ['sound', 'place'],
} as const satisfies ActivityCard;
