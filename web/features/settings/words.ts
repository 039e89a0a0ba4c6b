import { spoken } from '../../kit/language.ts';
import { countText } from '../../kit/numbers.ts';

export const settings = spoken({
  en: {
    title: 'Settings and your data',
    hint: 'Language; take everything along, or delete it',
    language: 'Language',
    languageHint: 'The page loads anew.',
    afterSession: 'A session is under way. This can be done once it has ended.',
    notKept: 'This browser keeps nothing, so the choice lasts only as long as its own language is this one.',
  },
  de: {
    title: 'Einstellungen und deine Daten',
    hint: 'Sprache; alles mitnehmen oder löschen',
    language: 'Sprache',
    languageHint: 'Die Seite wird neu geladen.',
    afterSession: 'Eine Sitzung läuft. Das geht, sobald sie zu Ende ist.',
    notKept: 'Dieser Browser speichert nichts; es bleibt bei der Sprache, die er selbst hat.',
  },
});

/** What languages are called by those who speak them. */
export const languageNames = { en: 'English', de: 'Deutsch' } as const;

export const parcel = spoken({
  en: {
    title: 'Take everything along',
    lead:
      'One file with all that Attune keeps of you here, in formats that other programs open. Keep it ' +
      'where only you can get at it: whoever has the file can read it.',
    take: 'Make the file',
    taking: 'Gathering…',
    taken: 'The file is in your downloads.',
    notTaken: (kind: string, why: string): string =>
      `Nothing was written, since “${kind}” cannot be read now (${why}). Unlock or free it, then try again.`,
    in: 'Put a file in',
    inHint: 'What is here stays. What is here already is not added twice.',
    putting: 'Putting in…',
    put: (kinds: readonly string[]): string =>
      kinds.length === 0 ? 'There was nothing in it that this Attune knows.' : `Put in: ${kinds.join(', ')}.`,
    other: (folders: readonly string[]): string => `Left alone, as unknown here: ${folders.join(', ')}.`,
    noParcel: 'This is no file that Attune made, or it is damaged. Nothing was changed.',
    notPut: (kind: string, why: string): string => `“${kind}” was not put in: ${why}.`,
    readMe: (made: string): string =>
      `Everything that Attune kept in one browser, ${made}.\n\nEach folder is one kind of thing. ` +
      '.ndjson: a line of JSON for each entry. .json, .md, .csv, .wav: as their names say.\nIn ' +
      'Attune, Settings puts this file in again, on this device or another.\n',
  },
  de: {
    title: 'Alles mitnehmen',
    lead:
      'Eine Datei mit allem, was Attune hier von dir aufbewahrt, in Formaten, die andere Programme ' +
      'öffnen. Bewahre sie da auf, wo nur du sie findest: Wer die Datei hat, kann sie lesen.',
    take: 'Datei erstellen',
    taking: 'Wird gesammelt …',
    taken: 'Die Datei liegt in deinen Downloads.',
    notTaken: (kind: string, why: string): string =>
      `Es wurde nichts geschrieben, weil „${kind}“ gerade nicht gelesen werden kann (${why}). ` +
      'Entsperre oder befreie es und versuch es noch einmal.',
    in: 'Datei einlesen',
    inHint: 'Was hier ist, bleibt. Was schon hier ist, kommt nicht doppelt.',
    putting: 'Wird eingelesen …',
    put: (kinds: readonly string[]): string =>
      kinds.length === 0 ? 'Darin war nichts, was dieses Attune kennt.' : `Eingelesen: ${kinds.join(', ')}.`,
    other: (folders: readonly string[]): string =>
      `Nicht angerührt, weil hier unbekannt: ${folders.join(', ')}.`,
    noParcel: 'Das ist keine Datei von Attune, oder sie ist beschädigt. Es wurde nichts geändert.',
    notPut: (kind: string, why: string): string => `„${kind}“ wurde nicht eingelesen: ${why}.`,
    readMe: (made: string): string =>
      `Alles, was Attune in einem Browser aufbewahrt hat, ${made}.\n\nJeder Ordner ist eine Art von ` +
      'Dingen. .ndjson: eine Zeile JSON je Eintrag. .json, .md, .csv, .wav: wie ihr Name sagt.\nIn ' +
      'Attune liest die Seite Einstellungen diese Datei wieder ein, auf diesem Gerät oder einem ' +
      'anderen.\n',
  },
});

export const destruction = spoken({
  en: {
    title: 'Delete everything',
    lead:
      'All that Attune keeps in this browser, and the copies on this computer’s Attune. A file that you ' +
      'took along stays yours.',
    delete: 'Delete everything',
    deleteSure: 'Delete all of it? This cannot be undone.',
    deleteYes: 'Yes, delete it all',
    deleteNo: 'Keep it',
    kinds: 'What is kept here',
    deleting: 'Deleting…',
    done: 'Nothing of you is kept here any more.',
    pending: (count: number): string =>
      countText(count, {
        one: 'Gone here. On your Attune # session is still to be deleted; that happens by itself when it answers.',
        other:
          'Gone here. On your Attune # sessions are still to be deleted; that happens by itself when it answers.',
      }),
    failed: (kind: string, why: string): string => `“${kind}” could not be deleted (${why}). Try again.`,
    today: 'To Today',
  },
  de: {
    title: 'Alles löschen',
    lead:
      'Alles, was Attune in diesem Browser aufbewahrt, und die Kopien im Attune dieses Computers. Eine ' +
      'Datei, die du mitgenommen hast, bleibt dir.',
    delete: 'Alles löschen',
    deleteSure: 'Wirklich alles löschen? Das lässt sich nicht rückgängig machen.',
    deleteYes: 'Ja, alles löschen',
    deleteNo: 'Behalten',
    kinds: 'Was hier aufbewahrt wird',
    deleting: 'Wird gelöscht …',
    done: 'Hier ist nichts mehr von dir.',
    pending: (count: number): string =>
      countText(count, {
        one:
          'Hier ist alles weg. In deinem Attune ist noch # Sitzung zu löschen; das geschieht von ' +
          'selbst, sobald es antwortet.',
        other:
          'Hier ist alles weg. In deinem Attune sind noch # Sitzungen zu löschen; das geschieht von ' +
          'selbst, sobald es antwortet.',
      }),
    failed: (kind: string, why: string): string =>
      `„${kind}“ konnte nicht gelöscht werden (${why}). Versuch es noch einmal.`,
    today: 'Zu Heute',
  },
});
