import { spoken } from '../../kit/language.ts';
import type { ActivityCard } from '../activity.ts';

export const urgeSurfingCard = {
  id: 'urge-surfing',
  section: 'today',
  title: spoken({ en: 'Urge surfing', de: 'Wellenreiten bei Verlangen' }),
  minutes: 10,
  needs: ['sound'],
} as const satisfies ActivityCard;
