import { spoken } from '../kit/language.ts';
import type { Section } from '../kit/sections.ts';

/** The words of Today. */
export const today = spoken({
  en: {
    lead: 'Attune plays calm music and lets your heartbeat guide it.',
    limits: 'It is self-help. It does not diagnose or treat, and its readings are estimates.',
    craving: 'Craving now',
    cravingHint: 'Music at once. No questions, no strap.',
    waits: 'If you like',
    next: {
      title: 'A session with music',
      line: 'Ten to fifteen minutes, sitting down. The music follows your heart, or the clock.',
      begin: 'Begin a session',
    },
    /** Said between the press and the first sound, as the shell says it. */
    coming: 'Music is coming…',
    alsoHere: 'Other things that may help now',
    underWay: 'A session is under way. Back to it',
    failed: 'Attune could not be loaded. Please reload this page.',
  },
  de: {
    lead: 'Attune spielt ruhige Musik und lässt sich von deinem Herzschlag führen.',
    limits:
      'Es ist Selbsthilfe. Es stellt keine Diagnose und behandelt nicht; was es anzeigt, ist geschätzt.',
    craving: 'Verlangen jetzt',
    cravingHint: 'Sofort Musik. Keine Fragen, kein Gurt.',
    waits: 'Wenn du magst',
    next: {
      title: 'Eine Sitzung mit Musik',
      line: 'Zehn bis fünfzehn Minuten im Sitzen. Die Musik folgt deinem Herzen, oder der Uhr.',
      begin: 'Sitzung beginnen',
    },
    coming: 'Die Musik kommt…',
    alsoHere: 'Was jetzt auch helfen kann',
    underWay: 'Eine Sitzung läuft. Zurück zu ihr',
    failed: 'Attune konnte nicht geladen werden. Bitte lade die Seite neu.',
  },
});

interface SectionWords {
  readonly title: string;
  /** The others, on a phone. */
  readonly more: string;
  readonly titles: Readonly<Record<Section, string>>;
  readonly leads: Readonly<Record<Section, string>>;
}

export const sections = spoken<SectionWords>({
  en: {
    title: 'Sections',
    more: 'More',
    titles: {
      today: 'Today',
      music: 'Music',
      write: 'Write',
      rhythm: 'Rhythm',
      together: 'Together',
      progress: 'Progress',
      plan: 'Plan',
      learn: 'Learn',
    },
    leads: {
      today: 'What is next.',
      music: 'Every piece, and songs of your own.',
      write: 'What you write here stays on this device, locked with a key that only you have.',
      rhythm: 'Hands, sticks or voice. Nobody counts mistakes.',
      together: 'Music in company.',
      progress: 'What was, and what it looks like. Days without practice are no failure.',
      plan: 'What you want, and when.',
      learn: 'Short cards, each with how well it is known.',
    },
  },
  de: {
    title: 'Bereiche',
    more: 'Mehr',
    titles: {
      today: 'Heute',
      music: 'Musik',
      write: 'Schreiben',
      rhythm: 'Rhythmus',
      together: 'Zusammen',
      progress: 'Verlauf',
      plan: 'Plan',
      learn: 'Wissen',
    },
    leads: {
      today: 'Was als Nächstes kommt.',
      music: 'Alle Stücke, und eigene Lieder.',
      write: 'Was du hier schreibst, bleibt auf diesem Gerät, mit einem Schlüssel, den nur du hast.',
      rhythm: 'Hände, Stöcke oder Stimme. Niemand zählt Fehler.',
      together: 'Musik in Gesellschaft.',
      progress: 'Was war, und wonach es aussieht. Tage ohne Übung sind kein Scheitern.',
      plan: 'Was du möchtest, und wann.',
      learn: 'Kurze Karten, jede mit dem, wie sicher man es weiß.',
    },
  },
});
