import { spoken } from '../../kit/language.ts';
import type { DirectoryEntry } from './directory.ts';

interface DirectoryWords {
  readonly title: string;
  readonly lead: string;
  readonly kinds: Readonly<Record<DirectoryEntry['kind'], string>>;
  readonly elsewhere: string;
  readonly call: string;
  readonly checked: (day: string) => string;
  readonly seen: (year: number) => string;
  readonly care: string;
  readonly none: string;
}

/** The words of the directory; its entries are data. */
export const directory = spoken<DirectoryWords>({
  en: {
    title: 'Groups and helplines',
    lead: 'A list to start from, not a recommendation. Nobody pays to be on it.',
    kinds: {
      helpline: 'Advice',
      'self-help': 'Self-help',
      'music-group': 'Making music together',
      musicians: 'For people who work in music',
    },
    elsewhere: 'Other countries',
    call: 'Call',
    checked: (day) => `Looked up in public pages on ${day}; nobody was called.`,
    seen: (year) => `as of ${year}`,
    care: 'Numbers change. If a life is in danger, use “Help now”.',
    none:
      'Making music in company does not need a programme: choirs, community music schools and drum ' +
      'circles near you welcome beginners.',
  },
  de: {
    title: 'Gruppen und Beratung',
    lead: 'Eine Liste für den Anfang, keine Empfehlung. Niemand bezahlt dafür, darauf zu stehen.',
    kinds: {
      helpline: 'Beratung',
      'self-help': 'Selbsthilfe',
      'music-group': 'Gemeinsam musizieren',
      musicians: 'Für Menschen, die mit Musik arbeiten',
    },
    elsewhere: 'Andere Länder',
    call: 'Anrufen:',
    checked: (day) => `In öffentlichen Seiten nachgesehen am ${day}; angerufen wurde niemand.`,
    seen: (year) => `Stand ${year}`,
    care: 'Nummern ändern sich. Ist ein Leben in Gefahr, nimm „Hilfe jetzt“.',
    none:
      'Musik in Gesellschaft braucht kein Programm: Chöre, Musikschulen und Trommelkreise in deiner ' +
      'Nähe nehmen auch Anfänger.',
  },
});
