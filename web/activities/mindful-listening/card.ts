import { spoken } from '../../kit/language.ts';
import type { ActivityCard } from '../activity.ts';

export const mindfulListeningCard = {
  id: 'mindful-listening',
  section: 'today',
  title: spoken({ en: 'Mindful listening', de: 'Achtsames Hören' }),
  minutes: 10,
  needs: ['sound'],
} as const satisfies ActivityCard;
