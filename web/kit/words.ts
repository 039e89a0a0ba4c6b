import { spoken } from './language.ts';

/** The words that every screen shares. */
export const always = spoken({
  en: {
    title: 'Always here',
    craving: 'Craving now',
    stop: 'Stop',
    help: 'Help now',
    home: 'Attune, to Today',
    skip: 'Skip to content',
    back: 'Back to the session',
    today: 'Back to Today',
  },
  de: {
    title: 'Immer da',
    craving: 'Jetzt Verlangen',
    stop: 'Stopp',
    help: 'Hilfe jetzt',
    home: 'Attune, zu Heute',
    skip: 'Zum Inhalt',
    back: 'Zurück zur Sitzung',
    today: 'Zurück zu Heute',
  },
});

/** A scale of 0–100. */
export const scale = { none: 'none', strongest: 'strongest', unset: 'not rated', of: 'of 100' } as const;

export const grounding = {
  title: 'Come back to the room',
  hint: 'Slowly, one at a time.',
  next: 'Next',
  restart: 'Once more',
  done: 'You are here. Feel your feet on the floor and breathe out slowly.',
} as const;

/** Grounding by the senses. */
export const GROUNDING: readonly { readonly count: number; readonly ask: string }[] = [
  { count: 5, ask: 'Name five things you can see.' },
  { count: 4, ask: 'Find four things you can touch.' },
  { count: 3, ask: 'Listen for three things you can hear.' },
  { count: 2, ask: 'Notice two things you can smell.' },
  { count: 1, ask: 'Name one thing you can taste.' },
];

/** What the browser keeps, where it has not been read. */
export const unread = spoken({
  en: {
    waiting: 'Reading what this browser keeps.',
    locked: 'What you wrote is locked. Open it with your passphrase under “Your key” in Write.',
    unavailable:
      'What this browser keeps for this page is not available now. Attune tries again by itself; nothing ' +
      'else depends on it.',
  },
  de: {
    waiting: 'Es wird gelesen, was dieser Browser aufbewahrt.',
    locked: 'Was du geschrieben hast, ist verschlossen. Öffne es unter Schreiben bei „Dein Schlüssel“.',
    unavailable:
      'Was dieser Browser für diese Seite aufbewahrt, ist gerade nicht zu erreichen. Attune versucht es von ' +
      'selbst wieder; sonst hängt nichts davon ab.',
  },
});

/** On a page that came over plain http under a name that is not this computer's own. */
export const plainPage =
  'This page came by plain http: browsers then give no straps, no use without network and no lasting storage. ' +
  'Music and sessions work; for the rest open Attune by https or as localhost.';

/** A screen that broke. */
export const failed = {
  title: 'This page could not be shown.',
  body: 'Music that plays goes on, and Stop and Help now work. What was recorded is safe.',
  again: 'Show it again',
} as const;
