import { spoken } from '../../kit/language.ts';
import type { ActivityCard } from '../activity.ts';

export const settlingCard = {
  id: 'settling',
  section: 'today',
  title: spoken({ en: 'After a hard hour', de: 'Nach einer schweren Stunde' }),
  minutes: 8,
  needs: ['sound', 'place'],
} as const satisfies ActivityCard;
