import { spoken } from '../../kit/language.ts';
import { countText, dayText } from '../../kit/numbers.ts';

/** The words of the journal. */
export const journal = spoken({
  en: {
    title: 'Journal',
    lead: 'Write first. Sort later, or never.',
    hint: 'write what comes up; only you can open it',
    write: 'Write',
    key: 'Your key',
    keyHint: 'what opens your writing if this device is lost',
    onlyYou:
      'Only your key opens what is here, and nobody can send you another. Twelve words on paper keep ' +
      'it from being lost ' +
      'with this device: they are under “Your key”.',
    empty: 'Nothing is here yet. One sentence is enough for a beginning.',
    search: 'Search in what you wrote',
    none: 'Nothing you wrote has these words.',
    calendar: 'Days on which you wrote',
    earlier: 'Earlier month',
    later: 'Later month',
    all: 'All entries',
    unfinished: 'begun',
    remove: 'Delete this entry',
    removed: 'The entry is deleted.',
    undo: 'Put it back',
    letGo: 'Let it go',
    feelingsLately: 'Feelings you chose in the last four weeks',
    title2: 'An entry',
    gone: 'This entry is not here. It may have been deleted.',
    back: 'To the journal',
    waits: 'An entry you began is waiting in your journal.',
    waitsAgain: 'Something you wrote may be met again, if you like.',
  },
  de: {
    title: 'Tagebuch',
    lead: 'Erst schreiben. Ordnen später, oder nie.',
    hint: 'schreib, was hochkommt; nur du kannst es öffnen',
    write: 'Schreiben',
    key: 'Dein Schlüssel',
    keyHint: 'was dein Geschriebenes öffnet, wenn dieses Gerät verloren geht',
    onlyYou:
      'Nur dein Schlüssel öffnet, was hier steht, und niemand kann dir einen anderen schicken. Zwölf ' +
      'Wörter auf Papier ' +
      'bewahren es davor, mit diesem Gerät verloren zu gehen: Sie stehen bei „Dein Schlüssel“.',
    empty: 'Hier steht noch nichts. Für den Anfang reicht ein Satz.',
    search: 'Suche in dem, was du geschrieben hast',
    none: 'Nichts von dem, was du geschrieben hast, enthält diese Wörter.',
    calendar: 'Tage, an denen du geschrieben hast',
    earlier: 'Früherer Monat',
    later: 'Späterer Monat',
    all: 'Alle Einträge',
    unfinished: 'angefangen',
    remove: 'Diesen Eintrag löschen',
    removed: 'Der Eintrag ist gelöscht.',
    undo: 'Zurückholen',
    letGo: 'Gehen lassen',
    feelingsLately: 'Gefühle, die du in den letzten vier Wochen gewählt hast',
    title2: 'Ein Eintrag',
    gone: 'Dieser Eintrag ist nicht hier. Vielleicht wurde er gelöscht.',
    back: 'Zum Tagebuch',
    waits: 'In deinem Tagebuch wartet ein Eintrag, den du angefangen hast.',
    waitsAgain: 'Etwas, das du geschrieben hast, kannst du wieder treffen, wenn du magst.',
  },
});

/** On the page that is written on. */
export const page = spoken({
  en: {
    title: 'Write',
    label: 'Your text',
    placeholder: 'Anything. Nobody reads over your shoulder.',
    another: 'Another question',
    nothing: 'Kept by itself as you write.',
    keeping: 'Keeping…',
    kept: 'Kept on this device.',
    'not-kept': 'Not kept yet: the browser does not let it. Leave this page open; it is tried again.',
    done: 'Done',
    sort: 'Sort it, if you like',
    feelings: 'What was there? Choose any, or none.',
    feelingsChosen: 'Chosen',
    feelingsNone: 'Nothing chosen.',
    wheelHint: 'Arrow keys move, Space chooses.',
    marks: 'People, places, songs',
    marksHint: 'Tap a word that pulls at you. For several words, tap the first and the last.',
    markAs: 'What is it to you?',
    kinds: { person: 'a person', place: 'a place', song: 'a song' },
    notAMark: 'Nothing special',
    heavy: 'How heavy does it feel now?',
    heavyHint: 'If you answer, this entry can be met again after two weeks.',
    light: 'light',
    heaviest: 'heavy',
  },
  de: {
    title: 'Schreiben',
    label: 'Dein Text',
    placeholder: 'Irgendetwas. Niemand schaut dir über die Schulter.',
    another: 'Eine andere Frage',
    nothing: 'Wird beim Schreiben von selbst aufbewahrt.',
    keeping: 'Wird aufbewahrt…',
    kept: 'Auf diesem Gerät aufbewahrt.',
    'not-kept':
      'Noch nicht aufbewahrt: Der Browser lässt es nicht zu. Lass diese Seite offen; es wird wieder versucht.',
    done: 'Fertig',
    sort: 'Ordnen, wenn du magst',
    feelings: 'Was war da? Wähle, was passt, oder nichts.',
    feelingsChosen: 'Gewählt',
    feelingsNone: 'Nichts gewählt.',
    wheelHint: 'Pfeiltasten wandern, die Leertaste wählt.',
    marks: 'Menschen, Orte, Lieder',
    marksHint: 'Tippe ein Wort an, das an dir zieht. Bei mehreren Wörtern das erste und das letzte.',
    markAs: 'Was ist es für dich?',
    kinds: { person: 'ein Mensch', place: 'ein Ort', song: 'ein Lied' },
    notAMark: 'Nichts Besonderes',
    heavy: 'Wie schwer fühlt es sich jetzt an?',
    heavyHint: 'Wenn du antwortest, kannst du diesen Eintrag nach zwei Wochen wieder treffen.',
    light: 'leicht',
    heaviest: 'schwer',
  },
});

/** Meeting an entry again. */
export const again = spoken({
  en: {
    title: 'Meet it again?',
    lead:
      'Some people find that a memory weighs less once it was written down and looked at again. ' +
      'Whether that is so ' +
      'for you, nobody knows beforehand. You can leave it.',
    wrote: (atMs: number) => `You wrote this on ${dayText(atMs)}.`,
    question: 'How does it feel now?',
    show: 'Show it',
    answer: 'Answer',
    notNow: 'Not now',
    rest: 'Let it rest for good',
    before: (heavy: number, now: number) => `Then: ${heavy} of 100. Now: ${now} of 100.`,
    lighter: 'It looks lighter than then. That can have many reasons.',
    same: 'It looks about the same as then. That is fine.',
    heavier:
      'It looks heavier than then. That can happen, and it says nothing against you. If it is too ' +
      'much, “Help now” is above.',
    close: 'Close',
  },
  de: {
    title: 'Wieder treffen?',
    lead:
      'Manche Menschen merken, dass eine Erinnerung leichter wiegt, wenn sie aufgeschrieben und noch ' +
      'einmal angesehen ' +
      'wurde. Ob das bei dir so ist, weiß vorher niemand. Du kannst es lassen.',
    wrote: (atMs: number) => `Das hast du am ${dayText(atMs)} geschrieben.`,
    question: 'Wie fühlt es sich jetzt an?',
    show: 'Zeigen',
    answer: 'Antworten',
    notNow: 'Jetzt nicht',
    rest: 'Für immer ruhen lassen',
    before: (heavy: number, now: number) => `Damals: ${heavy} von 100. Jetzt: ${now} von 100.`,
    lighter: 'Es sieht leichter aus als damals. Das kann viele Gründe haben.',
    same: 'Es sieht etwa so aus wie damals. Das ist in Ordnung.',
    heavier:
      'Es sieht schwerer aus als damals. Das kommt vor und spricht nicht gegen dich. Wenn es zu viel ' +
      'ist: „Hilfe jetzt“ steht oben.',
    close: 'Schließen',
  },
});

/** At the end of a session. */
export const after = spoken({
  en: {
    title: 'What came up?',
    hint: 'One sentence is enough. It goes into your journal and nowhere else.',
  },
  de: {
    title: 'Was ist hochgekommen?',
    hint: 'Ein Satz reicht. Er kommt in dein Tagebuch und sonst nirgendwohin.',
  },
});

/** In files that are taken along, and of files that are put in. */
export const files = spoken({
  en: {
    title: 'Journal',
    feelings: 'Feelings',
    triggers: 'Marked',
    kinds: { person: 'person', place: 'place', song: 'song' },
    heavy: 'How heavy',
    noList: 'There is no journal.json in the journal’s folder; nothing was added.',
    notUnderstood: 'The journal.json is none that Attune wrote, or it is damaged; nothing was added.',
    entryNotUnderstood: (number: number) =>
      `Entry ${number} of journal.json is not understood; nothing was added.`,
    unreadable:
      'Some entries do not open with this key, so that the journal would not be whole; nothing was taken.',
    closed: 'The journal is locked; open it under “Your key” in Write first.',
  },
  de: {
    title: 'Tagebuch',
    feelings: 'Gefühle',
    triggers: 'Markiert',
    kinds: { person: 'Mensch', place: 'Ort', song: 'Lied' },
    heavy: 'Wie schwer',
    noList: 'Im Ordner des Tagebuchs fehlt journal.json; nichts wurde hinzugefügt.',
    notUnderstood:
      'Diese journal.json stammt nicht von Attune oder ist beschädigt; nichts wurde hinzugefügt.',
    entryNotUnderstood: (number: number) =>
      `Eintrag ${number} in journal.json ist nicht zu verstehen; nichts wurde hinzugefügt.`,
    unreadable:
      'Manche Einträge lassen sich mit diesem Schlüssel nicht öffnen, das Tagebuch wäre ' +
      'unvollständig; nichts wurde mitgenommen.',
    closed: 'Das Tagebuch ist verschlossen; öffne es zuerst unter Schreiben bei „Dein Schlüssel“.',
  },
});

/** Gentle questions, one at a time. */
export const PROMPTS: readonly string[] = spoken({
  en: [
    'What is here right now?',
    'What happened just before?',
    'What would you tell a friend who felt like this?',
    'What did you need today, and what of it did you get?',
    'Which song has been with you, and what does it say?',
    'What was lighter today than yesterday?',
    'Who was good for you lately, and how?',
    'What would you like to keep from today?',
  ],
  de: [
    'Was ist gerade da?',
    'Was war kurz davor?',
    'Was würdest du einem Freund sagen, dem es so geht?',
    'Was hast du heute gebraucht, und was davon hast du bekommen?',
    'Welches Lied war bei dir, und was sagt es?',
    'Was war heute leichter als gestern?',
    'Wer hat dir zuletzt gutgetan, und wie?',
    'Was möchtest du von heute behalten?',
  ],
});

const UNREADABLE = spoken({
  en: {
    one:
      '# entry does not open with this key or this version of Attune. It is kept as it is; nothing ' +
      'writes over it.',
    other:
      '# entries do not open with this key or this version of Attune. They are kept as they are; ' +
      'nothing writes over them.',
  },
  de: {
    one:
      '# Eintrag lässt sich mit diesem Schlüssel oder dieser Version von Attune nicht öffnen. Er ' +
      'bleibt, wie er ist; nichts überschreibt ihn.',
    other:
      '# Einträge lassen sich mit diesem Schlüssel oder dieser Version von Attune nicht öffnen. Sie ' +
      'bleiben, wie sie sind; nichts überschreibt sie.',
  },
});
export const unreadableText = (count: number): string => countText(count, UNREADABLE);

const ENTRIES = spoken({
  en: { one: '# entry', other: '# entries' },
  de: { one: '# Eintrag', other: '# Einträge' },
});
export const entriesText = (count: number): string => countText(count, ENTRIES);

/** "3 times". */
const TIMES = spoken({ en: { one: 'once', other: '# times' }, de: { one: 'einmal', other: '#-mal' } });
export const timesText = (count: number): string => countText(count, TIMES);
