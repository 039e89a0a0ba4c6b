import { spoken } from '../kit/language.ts';
import type { Need } from './activity.ts';

/** The words around every activity. */
interface AroundWords {
  readonly atMost: (minutes: number) => string;
  readonly needs: Readonly<Record<Need, string>>;
  readonly keys: string;
  readonly missing: string;
  readonly underWay: string;
}

export const around = spoken<AroundWords>({
  en: {
    atMost: (minutes) => `Up to ${minutes} minutes`,
    needs: { sound: 'sound on', place: 'a place to sit or lie', strap: 'a strap' },
    keys: 'Esc stops at any time. Nothing here has to be finished.',
    missing: 'There is no such activity here.',
    underWay: 'Under way. Back to it',
  },
  de: {
    atMost: (minutes) => `Bis zu ${minutes} Minuten`,
    needs: { sound: 'Ton an', place: 'ein Platz zum Sitzen oder Liegen', strap: 'ein Brustgurt' },
    keys: 'Esc beendet jederzeit. Nichts muss hier zu Ende gebracht werden.',
    missing: 'Diese Übung gibt es hier nicht.',
    underWay: 'Läuft noch. Zurück dorthin',
  },
});
