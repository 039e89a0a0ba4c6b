import { spoken } from '../../kit/language.ts';
import type { ActivityCard } from '../activity.ts';

export const resonanceCard = {
  id: 'resonance',
  section: 'today',
  title: spoken({ en: 'Find your breathing pace', de: 'Dein Atemtempo finden' }),
  minutes: 18,
  needs: ['strap', 'sound', 'place'],
} as const satisfies ActivityCard;
