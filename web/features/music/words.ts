import type { Family, Level, TriggerTag } from '../../../engine/index.ts';
import type { FileTrouble } from './own/import-file.ts';

/** The words of the Music page. */
export const music = {
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
  madeOf: 'Played on',
  response: 'What went with it so far',
  notPlayed: 'A trigger for you: it will not play.',
  trigger: 'A trigger for me',
  leftOut: (why: string) => `Left out of sessions: ${why}.`,
  clean: 'It is clean for me',
  notTrigger: 'It is a trigger. Take that back',
} as const;

export const own = {
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
  cancelled: 'Cancelled. What was done is kept.',
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
} as const;

/** The two lists. */
export const playlists: Readonly<Record<Exclude<Family, 'silence'>, { title: string; hint: string }>> = {
  calming: { title: 'Calm', hint: 'For settling, stepping down and sleep.' },
  activating: { title: 'Energy', hint: 'For getting going when everything is flat.' },
};

const LEVEL_WORDS: Readonly<Record<Exclude<Family, 'silence'>, Readonly<Partial<Record<Level, string>>>>> = {
  calming: { 1: 'stillest', 2: 'still', 3: 'easy' },
  activating: { 3: 'light', 4: 'lively', 5: 'liveliest' },
};

/** "2, still". */
export const levelText = (family: Exclude<Family, 'silence'>, level: Level): string =>
  [String(level), LEVEL_WORDS[family][level]].filter(Boolean).join(', ');

export const pulls: Readonly<Record<TriggerTag, { label: string; short: string }>> = {
  clean: { label: 'No, it is clean', short: 'clean' },
  unknown: { label: 'Not sure', short: 'not judged yet' },
  trigger: { label: 'Yes, a trigger', short: 'a trigger' },
};

export const rules = {
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
} as const;

/** Why a file could not be taken, and what to do. */
export const troubles: Readonly<Record<FileTrouble, string>> = {
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
};

/** What was just done, for the line with "Undo". */
export const undoText = (what: 'removed' | TriggerTag, title: string): string => {
  switch (what) {
    case 'removed':
      return `“${title}” is taken away.`;
    case 'trigger':
      return `“${title}” will not play: a trigger for you.`;
    case 'clean':
      return `“${title}” may play.`;
    case 'unknown':
      return `“${title}” is not judged yet.`;
  }
};
