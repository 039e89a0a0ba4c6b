import { spoken } from '../../kit/language.ts';
import type { ActivityWords } from '../activity.ts';

export const words = spoken<ActivityWords>({
  en: {
    lead: 'Coming down after something hard, before the day goes on: what is around you first, then what was.',
    care: 'Everything may be left out, and eyes may stay open. Take your time before you drive.',
    begin: 'Begin',
  },
  de: {
    lead: 'Herunterkommen nach etwas Schwerem, bevor der Tag weitergeht: erst, was um dich ist, dann, was war.',
    care: 'Alles darf ausfallen, und die Augen dürfen offen bleiben. Lass dir Zeit, bevor du fährst.',
    begin: 'Beginnen',
  },
});
