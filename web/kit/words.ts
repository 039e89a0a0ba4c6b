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
    craving: 'Verlangen jetzt',
    stop: 'Stopp',
    help: 'Hilfe jetzt',
    home: 'Attune, zu Heute',
    skip: 'Zum Inhalt',
    back: 'Zurück zur Sitzung',
    today: 'Zurück zu Heute',
  },
});

/** A scale of 0–100. */
export const scale = spoken({
  en: { none: 'none', strongest: 'strongest', unset: 'not rated', of: 'of 100' },
  de: { none: 'gar keins', strongest: 'stärkstes', unset: 'nicht bewertet', of: 'von 100' },
});

export const grounding = spoken({
  en: {
    title: 'Come back to the room',
    hint: 'Slowly, one at a time.',
    next: 'Next',
    restart: 'Once more',
    done: 'You are here. Feel your feet on the floor and breathe out slowly.',
  },
  de: {
    title: 'Zurück in den Raum kommen',
    hint: 'Langsam, eins nach dem anderen.',
    next: 'Weiter',
    restart: 'Noch einmal',
    done: 'Du bist hier. Spür deine Füße auf dem Boden und atme langsam aus.',
  },
});

/** Grounding by the senses. */
export const GROUNDING: readonly { readonly count: number; readonly ask: string }[] = spoken({
  en: [
    { count: 5, ask: 'Name five things you can see.' },
    { count: 4, ask: 'Find four things you can touch.' },
    { count: 3, ask: 'Listen for three things you can hear.' },
    { count: 2, ask: 'Notice two things you can smell.' },
    { count: 1, ask: 'Name one thing you can taste.' },
  ],
  de: [
    { count: 5, ask: 'Nenne fünf Dinge, die du siehst.' },
    { count: 4, ask: 'Such dir vier Dinge, die du berühren kannst.' },
    { count: 3, ask: 'Horch auf drei Dinge, die du hörst.' },
    { count: 2, ask: 'Achte auf zwei Dinge, die du riechst.' },
    { count: 1, ask: 'Nenne eines, das du schmeckst.' },
  ],
});

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
export const plainPage = spoken({
  en:
    'This page came by plain http: browsers then give no straps, no use without network and no lasting storage. ' +
    'Music and sessions work; for the rest open Attune by https or as localhost.',
  de:
    'Diese Seite kam über einfaches http: Dann erlauben Browser keinen Gurt, keinen Betrieb ohne Netz und kein ' +
    'dauerhaftes Speichern. Musik und Sitzungen gehen; für alles andere öffne Attune über https oder als localhost.',
});

/** A screen that broke. */
export const failed = spoken({
  en: {
    title: 'This page could not be shown.',
    body: 'Music that plays goes on, and Stop and Help now work. What was recorded is safe.',
    again: 'Show it again',
  },
  de: {
    title: 'Diese Seite ließ sich nicht anzeigen.',
    body:
      'Musik, die spielt, läuft weiter, und „Stopp“ und „Hilfe jetzt“ gehen. Was aufgezeichnet wurde, ist ' +
      'sicher.',
    again: 'Noch einmal anzeigen',
  },
});
