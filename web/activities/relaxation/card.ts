import { spoken } from '../../kit/language.ts';
import type { ActivityCard } from '../activity.ts';

export const relaxationCard = {
  id: 'relaxation',
  section: 'today',
  title: spoken({ en: 'Guided relaxation', de: 'Geführte Entspannung' }),
  minutes: 13,
  needs: ['sound', 'place'],
} as const satisfies ActivityCard;
