import { spoken } from '../../kit/language.ts';

export const questionnaires = spoken({
  en: {
    title: 'Questionnaires',
    hint: 'a few short ones, once a month if you like',
    lead:
      'Published questions, asked the same way each time, so that months can be compared. They find out ' +
      'nothing about you that you do not know; they are no diagnosis.',
    last: (day: string) => `last on ${day}`,
    never: 'not filled in yet',
    english: 'An official version in your language was not found, so it is asked in English.',
    left:
      'AUDIT-C is not here: it may be used for nothing commercial, and Attune is for any use. Nor is PACS: no German ' +
      'wording was found, and it has one imagine a bottle at home. Nor is PHQ-9: its last question needs a human ' +
      'answer.',
    answered: (done: string, of: string) => `${done} of ${of} answered`,
    keep: 'Keep my answers',
    missing: 'Some questions have no answer yet. All are needed for a sum.',
    keptNow: 'Kept on this device, locked.',
    notKept: 'This could not be kept. Try once more in a moment.',
    back: 'All questionnaires',
    again: 'Fill it in again',
    trend: 'Over time',
    score: (score: string, least: string, most: string) => `${score}, on a scale from ${least} to ${most}`,
    less: 'Lower is lighter.',
    more: 'Higher is more.',
    since: (day: string, by: string) => `Since ${day} it changed by ${by}.`,
    real: (needs: string) => `That is more than asking twice would bring by itself (${needs} points).`,
    unclear: (needs: string) => `Below ${needs} points that may be no change at all.`,
    unknown: 'How much of a change counts is not known for this one.',
    picture: 'Scores over time; the same stands in the list.',
    remove: (day: string) => `Delete the answers of ${day}`,
    removeShort: 'Delete',
    hard:
      'These weeks sound hard. You need not carry that alone: a doctor, a counsellor or somebody you ' +
      'trust may help, and it is fine to show them this page.',
    help: 'Help now',
    source: 'Source',
    gone: 'There is no such questionnaire here.',
  },
  de: {
    title: 'Fragebögen',
    hint: 'ein paar kurze, einmal im Monat, wenn du magst',
    lead:
      'Veröffentlichte Fragen, jedes Mal gleich gestellt, damit sich Monate vergleichen lassen. Sie ' +
      'finden nichts über dich heraus, was du nicht weißt; sie sind keine Diagnose.',
    last: (day: string) => `zuletzt am ${day}`,
    never: 'noch nicht ausgefüllt',
    english: 'Eine offizielle deutsche Fassung war nicht zu finden, darum sind die Fragen auf Englisch.',
    left:
      'Der AUDIT-C fehlt hier: Er darf für nichts Kommerzielles genutzt werden, und Attune ist für jeden Zweck frei. ' +
      'Auch die PACS fehlt: Ihr deutscher Wortlaut war nicht zu finden, und sie lässt an eine Flasche zu Hause ' +
      'denken. ' +
      'Der PHQ-9 fehlt, weil seine letzte Frage einen Menschen braucht, der antwortet.',
    answered: (done: string, of: string) => `${done} von ${of} beantwortet`,
    keep: 'Meine Antworten aufbewahren',
    missing: 'Einige Fragen sind noch offen. Für eine Summe braucht es alle.',
    keptNow: 'Verschlossen auf diesem Gerät aufbewahrt.',
    notKept: 'Das ließ sich nicht aufbewahren. Versuch es gleich noch einmal.',
    back: 'Alle Fragebögen',
    again: 'Noch einmal ausfüllen',
    trend: 'Mit der Zeit',
    score: (score: string, least: string, most: string) =>
      `${score}, auf einer Skala von ${least} bis ${most}`,
    less: 'Niedriger ist leichter.',
    more: 'Höher ist mehr.',
    since: (day: string, by: string) => `Seit dem ${day} hat es sich um ${by} geändert.`,
    real: (needs: string) => `Das ist mehr, als zweimal zu fragen von allein ergäbe (${needs} Punkte).`,
    unclear: (needs: string) => `Unter ${needs} Punkten ist das vielleicht gar keine Änderung.`,
    unknown: 'Ab wann eine Änderung zählt, ist für diesen Bogen nicht bekannt.',
    picture: 'Werte mit der Zeit; dasselbe steht in der Liste.',
    remove: (day: string) => `Die Antworten vom ${day} löschen`,
    removeShort: 'Löschen',
    hard:
      'Das klingt nach schweren Wochen. Du musst das nicht allein tragen: Eine Ärztin, ein Berater oder ' +
      'jemand, dem du vertraust, kann helfen, und du darfst ihnen diese Seite zeigen.',
    help: 'Hilfe jetzt',
    source: 'Quelle',
    gone: 'Diesen Fragebogen gibt es hier nicht.',
  },
});

export const files = spoken({
  en: {
    closed: 'Your answers are locked. Open them first, under “Your key” in Write.',
    unreadable: 'Some answers do not open with this key, so none are taken along.',
    noList: 'There is no questionnaires.json in this folder.',
    notUnderstood: 'questionnaires.json holds answers that this version of Attune does not understand.',
  },
  de: {
    closed: 'Deine Antworten sind verschlossen. Öffne sie zuerst, unter Schreiben bei „Dein Schlüssel“.',
    unreadable:
      'Einige Antworten lassen sich mit diesem Schlüssel nicht öffnen; darum werden keine mitgenommen.',
    noList: 'In diesem Ordner ist keine questionnaires.json.',
    notUnderstood: 'questionnaires.json enthält Antworten, die diese Version von Attune nicht versteht.',
  },
});
