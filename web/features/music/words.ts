import type { Family, Level, TriggerTag } from '../../../engine/index.ts';
import { spoken } from '../../kit/language.ts';
import { countText } from '../../kit/numbers.ts';
import type { FileTrouble } from './own/import-file.ts';

/** The words of the Music page. */
export const music = spoken({
  en: {
    title: 'Music',
    lead: 'Everything that may play for you. Listen, say what is not for you, and bring your own.',
    linkHint: 'Listen, and bring your own',
    inSession: 'A session is under way. Listening waits until it is over.',
    undo: 'Undo',
    dismiss: 'Close',
    own: 'Your own music',
    builtIn: 'Music that comes with Attune',
    builtInHint:
      'Played live by your device and never twice alike. Each piece has five levels; sessions choose.',
    hear: 'Listen',
    hush: 'Stop listening',
    more: 'More',
    levelHear: 'Listen at level',
    levels: (family: string) => `${family}, levels 1 to 5`,
    picture: (title: string, character: string) => `${title}, as it is played: ${character}`,
    madeOf: 'Played on',
    response: 'What went with it so far',
    notPlayed: 'A trigger for you: it will not play.',
    trigger: 'A trigger for me',
    leftOut: (why: string) => `Left out of sessions: ${why}.`,
    clean: 'It is clean for me',
    notTrigger: 'It is a trigger. Take that back',
  },
  de: {
    title: 'Musik',
    lead: 'Alles, was für dich spielen darf. Hör hinein, sag, was nichts für dich ist, und bring eigene mit.',
    linkHint: 'Hineinhören und eigene mitbringen',
    inSession: 'Eine Sitzung läuft. Das Hineinhören wartet, bis sie zu Ende ist.',
    undo: 'Rückgängig',
    dismiss: 'Schließen',
    own: 'Deine eigene Musik',
    builtIn: 'Musik, die Attune mitbringt',
    builtInHint:
      'Von deinem Gerät live gespielt und nie zweimal gleich. Jedes Stück hat fünf Stufen; die Sitzungen ' +
      'wählen.',
    hear: 'Anhören',
    hush: 'Anhören beenden',
    more: 'Mehr',
    levelHear: 'Anhören auf Stufe',
    levels: (family: string) => `${family}, Stufen 1 bis 5`,
    picture: (title: string, character: string) => `${title}, so wie es gespielt wird: ${character}`,
    madeOf: 'Zu hören:',
    response: 'Was bisher damit einherging',
    notPlayed: 'Ein Auslöser für dich: Es wird nicht gespielt.',
    trigger: 'Für mich ein Auslöser',
    leftOut: (why: string) => `In Sitzungen ausgelassen: ${why}.`,
    clean: 'Für mich unbedenklich',
    notTrigger: 'Es ist ein Auslöser. Zurücknehmen',
  },
});

export const own = spoken({
  en: {
    drop: 'Drop songs or a folder here',
    dropNow: 'Let go to add them',
    files: 'Choose files',
    folder: 'Choose a folder',
    private: 'The songs stay on this device. Session logs name those that may play.',
    emptyTitle: 'Some songs are yours in a way that no other music is',
    empty: [
      'Bring songs that have calmed you, or carried you. Ten are plenty to begin with.',
      'Attune listens to each here on your device and proposes where it may belong.',
      'You say whether that is so, and which songs pull towards use. Only then do they play in sessions.',
    ],
    reading: 'Listening to',
    of: 'of',
    cancel: 'Cancel',
    waiting: 'Waiting for your word',
    waitingHint: 'A proposal from how it sounds. What it does to you, only you know.',
    keepAll: 'Keep all as proposed',
    keep: 'Keep it here',
    family: 'It is music for',
    level: 'How lively',
    pull: 'Does it pull towards use?',
    remove: 'Take it away',
    earlier: 'Earlier in the list',
    later: 'Later in the list',
    playAll: 'Play the list',
    nothingHere: 'Nothing here yet.',
    change: 'Change where it belongs',
    rate: 'Rate a listening',
    before: 'Craving before it',
    after: 'Craving after it',
    saveRating: 'Keep this',
    rated: 'Kept.',
  },
  de: {
    drop: 'Lieder oder einen Ordner hier ablegen',
    dropNow: 'Loslassen, um sie aufzunehmen',
    files: 'Dateien wählen',
    folder: 'Einen Ordner wählen',
    private: 'Die Lieder bleiben auf diesem Gerät. Sitzungsprotokolle nennen die, die spielen dürfen.',
    emptyTitle: 'Manche Lieder gehören dir, wie keine andere Musik es kann',
    empty: [
      'Bring Lieder mit, die dich beruhigt oder getragen haben. Zehn sind für den Anfang reichlich.',
      'Attune hört jedes hier auf deinem Gerät an und schlägt vor, wohin es gehören könnte.',
      'Du sagst, ob das stimmt und welche Lieder zum Konsum hinziehen. Erst dann spielen sie in Sitzungen.',
    ],
    reading: 'Wird angehört:',
    of: 'von',
    cancel: 'Abbrechen',
    waiting: 'Wartet auf dein Wort',
    waitingHint: 'Ein Vorschlag nach dem Klang. Was es mit dir macht, weißt nur du.',
    keepAll: 'Alle wie vorgeschlagen behalten',
    keep: 'Hier einordnen',
    family: 'Es ist Musik für',
    level: 'Wie lebhaft',
    pull: 'Zieht es zum Konsum hin?',
    remove: 'Wegnehmen',
    earlier: 'Weiter nach vorn in der Liste',
    later: 'Weiter nach hinten in der Liste',
    playAll: 'Die Liste spielen',
    nothingHere: 'Hier ist noch nichts.',
    change: 'Anders einordnen',
    rate: 'Nach dem Hören bewerten',
    before: 'Verlangen davor',
    after: 'Verlangen danach',
    saveRating: 'So festhalten',
    rated: 'Festgehalten.',
  },
});

type Lists = Readonly<Record<Exclude<Family, 'silence'>, { readonly title: string; readonly hint: string }>>;

/** The two lists. */
export const playlists = spoken<Lists>({
  en: {
    calming: { title: 'Calm', hint: 'For settling, stepping down and sleep.' },
    activating: { title: 'Energy', hint: 'For getting going when everything is flat.' },
  },
  de: {
    calming: { title: 'Ruhe', hint: 'Zum Ankommen, Leiserwerden und Schlafen.' },
    activating: { title: 'Schwung', hint: 'Um in Gang zu kommen, wenn alles matt ist.' },
  },
});

type LevelWords = Readonly<Record<Exclude<Family, 'silence'>, Readonly<Partial<Record<Level, string>>>>>;

const LEVEL_WORDS = spoken<LevelWords>({
  en: {
    calming: { 1: 'stillest', 2: 'still', 3: 'easy' },
    activating: { 3: 'light', 4: 'lively', 5: 'liveliest' },
  },
  de: {
    calming: { 1: 'am stillsten', 2: 'still', 3: 'gelöst' },
    activating: { 3: 'leicht', 4: 'lebhaft', 5: 'am lebhaftesten' },
  },
});

/** "2, still". */
export const levelText = (family: Exclude<Family, 'silence'>, level: Level): string =>
  [String(level), LEVEL_WORDS[family][level]].filter(Boolean).join(', ');

export const pulls = spoken<Readonly<Record<TriggerTag, { readonly label: string; readonly short: string }>>>(
  {
    en: {
      clean: { label: 'No, it is clean', short: 'clean' },
      unknown: { label: 'Not sure', short: 'not judged yet' },
      trigger: { label: 'Yes, a trigger', short: 'a trigger' },
    },
    de: {
      clean: { label: 'Nein, unbedenklich', short: 'unbedenklich' },
      unknown: { label: 'Nicht sicher', short: 'noch nicht beurteilt' },
      trigger: { label: 'Ja, ein Auslöser', short: 'ein Auslöser' },
    },
  },
);

export const rules = spoken({
  en: {
    title: 'What is left out',
    early: 'Early recovery: leave out what I have not judged clean',
    earlyHint: 'Own songs marked “Not sure” wait until you have decided.',
    hint: 'Whole artists, kinds of music or years that pull towards use. Your songs by them will not play in sessions.',
    songs: 'Songs by name',
    artists: 'Artists',
    genres: 'Kinds of music',
    years: 'Years of release',
    add: 'Add',
    from: 'From',
    to: 'to',
    take: (what: string) => `Allow ${what} again`,
  },
  de: {
    title: 'Was ausgelassen wird',
    early: 'Am Anfang der Genesung: auslassen, was ich nicht als unbedenklich beurteilt habe',
    earlyHint: 'Eigene Lieder mit „Nicht sicher“ warten, bis du entschieden hast.',
    hint:
      'Ganze Künstlerinnen und Künstler, Musikrichtungen oder Jahre, die zum Konsum hinziehen. Deine Lieder ' +
      'daraus spielen in Sitzungen nicht.',
    songs: 'Lieder mit Namen',
    artists: 'Künstlerinnen und Künstler',
    genres: 'Musikrichtungen',
    years: 'Erscheinungsjahre',
    add: 'Hinzufügen',
    from: 'Von',
    to: 'bis',
    take: (what: string) => `${what} wieder erlauben`,
  },
});

/** Why a file could not be taken, and what to do; the file's name goes before. */
export const troubles = spoken<Readonly<Record<FileTrouble, string>>>({
  en: {
    'not-audio': 'is no sound file. MP3, M4A, FLAC, OGG and WAV work.',
    locked:
      'is locked by the shop it came from (DRM), so no other player may open it. Shops often sell the same ' +
      'song unlocked, or look for it on a CD of yours.',
    'too-long':
      'is longer than 15 minutes. It would fill this device’s memory. Cut out the part you like and bring ' +
      'that, or bring the songs one by one.',
    'too-big': 'is very large (over 200 MB). Bring it as MP3 or M4A, or cut out the part you like.',
    'too-short': 'is shorter than 20 seconds, too short to carry a session.',
    broken:
      'cannot be read: it is damaged, or of a kind this browser cannot play. See whether another player ' +
      'opens it; if so, save it as MP3.',
    silent: 'has nothing to hear in it.',
    'no-room':
      'does not fit: this browser has no room left. Take other songs away, or free space on the device.',
  },
  de: {
    'not-audio': 'ist keine Tondatei. MP3, M4A, FLAC, OGG und WAV gehen.',
    locked:
      'ist vom Laden, aus dem es kommt, gesperrt (DRM); kein anderes Programm darf es öffnen. Oft gibt es ' +
      'dasselbe Lied auch ungesperrt zu kaufen, oder du hast es auf einer CD.',
    'too-long':
      'ist länger als 15 Minuten und würde den Speicher dieses Geräts füllen. Schneide den Teil heraus, den ' +
      'du magst, oder bring die Lieder einzeln.',
    'too-big':
      'ist sehr groß (über 200 MB). Bring es als MP3 oder M4A, oder schneide den Teil heraus, den du magst.',
    'too-short': 'ist kürzer als 20 Sekunden, zu kurz, um eine Sitzung zu tragen.',
    broken:
      'lässt sich nicht lesen: Die Datei ist beschädigt oder von einer Art, die dieser Browser nicht spielt. ' +
      'Öffnet ein anderes Programm sie, dann speichere sie dort als MP3.',
    silent: 'enthält nichts, was zu hören wäre.',
    'no-room':
      'passt nicht mehr: Dieser Browser hat keinen Platz. Nimm andere Lieder weg oder schaff Platz auf dem Gerät.',
  },
});

const undone = spoken<Readonly<Record<'removed' | TriggerTag, (title: string) => string>>>({
  en: {
    removed: (title) => `“${title}” is taken away.`,
    trigger: (title) => `“${title}” will not play: a trigger for you.`,
    clean: (title) => `“${title}” may play.`,
    unknown: (title) => `“${title}” is not judged yet.`,
  },
  de: {
    removed: (title) => `„${title}“ ist weggenommen.`,
    trigger: (title) => `„${title}“ wird nicht gespielt: ein Auslöser für dich.`,
    clean: (title) => `„${title}“ darf spielen.`,
    unknown: (title) => `„${title}“ ist noch nicht beurteilt.`,
  },
});

/** What was just done, for the line with "Undo". */
export const undoText = (what: 'removed' | TriggerTag, title: string): string => undone[what](title);

interface ImportWords {
  readonly cancelled: string;
  readonly added: (count: number) => string;
  readonly known: (count: number) => string;
  readonly refused: (count: number) => string;
}

/** What came of the files given last. */
export const imported = spoken<ImportWords>({
  en: {
    cancelled: 'Cancelled. What was done is kept.',
    added: (count) => countText(count, { one: '# song added.', other: '# songs added.' }),
    known: (count) =>
      countText(count, { one: '# song was here already.', other: '# songs were here already.' }),
    refused: (count) =>
      countText(count, { one: '# song could not be taken:', other: '# songs could not be taken:' }),
  },
  de: {
    cancelled: 'Abgebrochen. Was schon getan war, bleibt.',
    added: (count) => countText(count, { one: '# Lied aufgenommen.', other: '# Lieder aufgenommen.' }),
    known: (count) =>
      countText(count, { one: '# Lied war schon hier.', other: '# Lieder waren schon hier.' }),
    refused: (count) =>
      countText(count, {
        one: '# Lied ließ sich nicht aufnehmen:',
        other: '# Lieder ließen sich nicht aufnehmen:',
      }),
  },
});
