import { spoken } from '../../kit/language.ts';
import { countText } from '../../kit/numbers.ts';

/** The ways to rhythm, and what its screens share. */
export const rhythm = spoken({
  en: {
    practice: 'Rhythm practice',
    practiceHint: 'fifteen minutes, five small parts',
    drums: 'Free drumming',
    drumsHint: 'eight sounds; loud is fine',
    body: 'Body percussion',
    bodyHint: 'clap, chest, lap, stamp: cards to play from',
    belongings: 'Rhythm: practices and takes',
    back: 'To Rhythm',
    inWeek: { one: 'fifteen minutes; once this week', other: 'fifteen minutes; # times this week' },
  },
  de: {
    practice: 'Rhythmus üben',
    practiceHint: 'fünfzehn Minuten, fünf kleine Teile',
    drums: 'Freies Trommeln',
    drumsHint: 'acht Klänge; laut ist gut',
    body: 'Musik mit dem Körper',
    bodyHint: 'klatschen, Brust, Schenkel, stampfen: Karten zum Nachspielen',
    belongings: 'Rhythmus: Übungen und Aufnahmen',
    back: 'Zu Rhythmus',
    inWeek: {
      one: 'fünfzehn Minuten; einmal in dieser Woche',
      other: 'fünfzehn Minuten; #-mal in dieser Woche',
    },
  },
});

/** What the way to the practice says of this week; of a week without one nothing. */
export const weekText = (practices: number): string =>
  practices === 0 ? rhythm.practiceHint : countText(practices, rhythm.inWeek);
