import { spoken } from '../../kit/language.ts';
import type { ActivityWords } from '../activity.ts';

export const words = spoken<ActivityWords>({
  en: {
    lead: 'Listening to music as if it were all there is for a while. A few sentences, and long silences between them.',
    care: 'Music can bring things up. Leave out whatever you like; eyes may stay open. Not while driving.',
    begin: 'Begin',
  },
  de: {
    lead: 'Musik hören, als gäbe es eine Weile nichts anderes. Wenige Sätze, mit langer Stille dazwischen.',
    care: 'Musik kann etwas hochbringen. Lass aus, was du magst; die Augen dürfen offen bleiben. Nicht beim Fahren.',
    begin: 'Beginnen',
  },
});
