import { spoken } from '../../kit/language.ts';

/** The words of Together. */
export const together = spoken({
  en: {
    week: 'A week in company',
    weekHint: 'two or three times music with somebody',
    weekLead:
      'Two or three times a week, move the music you would hear anyway into company. One is good; ' +
      'none is a week like others.',
    card: 'A card to send',
    cardHint: 'ask somebody to listen with you; it says nothing of recovery',
    groups: 'Groups and helplines',
    groupsHint: 'a dated list for six countries; no recommendation',
    earlier: 'Earlier week',
    later: 'Later week',
    thisWeek: 'This week',
    add: 'Plan music in company',
    addOn: 'Plan something on',
    keep: 'Keep it',
    cancel: 'Leave it',
    day: 'Day',
    time: 'Time, if it has one',
    who: 'With whom',
    where: 'Where',
    what: 'What you would hear, sing or play',
    company: 'Music in company',
    was: 'It took place',
    change: 'Change',
    remove: 'Delete',
    today: 'today',
    empty: 'Nothing is planned this week.',
    notKept: 'It could not be kept in this browser. Try again; what you typed is still here.',
    lonely: 'One question a month',
    lonelyAsk: 'How lonely were the last four weeks?',
    lonelyWhy:
      'The question is Attune’s own, no questionnaire, and nothing is worked out from it. Your ' +
      'answers are for you, to look back on.',
    lonelyAnswers: ['not at all', 'a little', 'somewhat', 'quite', 'very'],
    lonelyDone: 'Answered for this month.',
    lonelyPast: 'Earlier answers',
    lonelyHeavy: 'If being alone is hard to bear tonight, “Help now” has people who listen.',
  },
  de: {
    week: 'Eine Woche in Gesellschaft',
    weekHint: 'zwei- oder dreimal Musik mit jemandem',
    weekLead:
      'Leg zwei- oder dreimal in der Woche die Musik, die du ohnehin hören würdest, in Gesellschaft. ' +
      'Einmal ist gut; keinmal ist eine Woche wie andere.',
    card: 'Eine Karte zum Schicken',
    cardHint: 'lade jemanden zum Mithören ein; von der Sucht steht nichts darin',
    groups: 'Gruppen und Beratung',
    groupsHint: 'eine Liste mit Datum für sechs Länder; keine Empfehlung',
    earlier: 'Frühere Woche',
    later: 'Spätere Woche',
    thisWeek: 'Diese Woche',
    add: 'Musik in Gesellschaft planen',
    addOn: 'Etwas planen am',
    keep: 'Behalten',
    cancel: 'Lassen',
    day: 'Tag',
    time: 'Uhrzeit, wenn es eine gibt',
    who: 'Mit wem',
    where: 'Wo',
    what: 'Was ihr hören, singen oder spielen wollt',
    company: 'Musik in Gesellschaft',
    was: 'Es hat stattgefunden',
    change: 'Ändern',
    remove: 'Löschen',
    today: 'heute',
    empty: 'In dieser Woche ist nichts geplant.',
    notKept:
      'Es ließ sich in diesem Browser nicht aufbewahren. Versuch es noch einmal; was du getippt hast, ' +
      'ist noch da.',
    lonely: 'Eine Frage im Monat',
    lonelyAsk: 'Wie einsam waren die letzten vier Wochen?',
    lonelyWhy:
      'Die Frage ist Attunes eigene, kein Fragebogen, und es wird nichts daraus berechnet. Die ' +
      'Antworten sind für dich, zum Zurückschauen.',
    lonelyAnswers: ['gar nicht', 'ein wenig', 'etwas', 'ziemlich', 'sehr'],
    lonelyDone: 'Für diesen Monat beantwortet.',
    lonelyPast: 'Frühere Antworten',
    lonelyHeavy:
      'Ist das Alleinsein heute Abend schwer auszuhalten: Unter „Hilfe jetzt“ stehen Menschen, die ' +
      'zuhören.',
  },
});

/** Of what is taken along and put in again. */
export const files = spoken({
  en: {
    closed:
      'The week in company is locked. Open it with your passphrase under “Your key” in Write, then try again.',
    unreadable: 'A part of the week in company cannot be read, so nothing of it is taken along.',
    noFile: 'There is no company.json among these files.',
    notUnderstood: 'company.json is not as Attune writes it; nothing of it was put in.',
  },
  de: {
    closed:
      'Die Woche in Gesellschaft ist verschlossen. Öffne sie unter Schreiben bei „Dein Schlüssel“ und ' +
      'versuch es noch einmal.',
    unreadable:
      'Ein Teil der Woche in Gesellschaft lässt sich nicht lesen; darum wird nichts davon mitgenommen.',
    noFile: 'Unter diesen Dateien ist keine company.json.',
    notUnderstood: 'company.json ist nicht so, wie Attune sie schreibt; es wurde nichts davon übernommen.',
  },
});

/** On Today. */
export const waitsToday = (time: string): string =>
  time === ''
    ? spoken({
        en: 'Music in company is planned for today.',
        de: 'Für heute ist Musik in Gesellschaft geplant.',
      })
    : spoken({
        en: `Music in company is planned for today, ${time}.`,
        de: `Für heute, ${time} Uhr, ist Musik in Gesellschaft geplant.`,
      });
