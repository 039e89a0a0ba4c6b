import { spoken } from '../../../kit/language.ts';
import { countText } from '../../../kit/numbers.ts';
import type { MusicCopies } from './copies-view-model.ts';

/** The words about copies of the music on the service. */
export const keptMusic = spoken({
  en: {
    switch: 'Keep my music on this computer’s Attune too',
    hint:
      'Songs, where they belong and what is a trigger are copied into the data folder of the Attune that ' +
      'this page came from, and nowhere else. Your other browsers can fetch them there; so can whoever ' +
      'else can open it.',
    private: 'The songs stay on this device and on your own Attune. Session logs name those that may play.',
    removeCopies: 'Delete the copies there',
  },
  de: {
    switch: 'Meine Musik auch im Attune auf diesem Computer aufbewahren',
    hint:
      'Lieder, wohin sie gehören und was ein Auslöser ist, werden in den Datenordner des Attune kopiert, von ' +
      'dem diese Seite kam, und sonst nirgendwohin. Deine anderen Browser können sie dort holen; wer ihn ' +
      'sonst öffnen kann, auch.',
    private:
      'Die Lieder bleiben auf diesem Gerät und in deinem eigenen Attune. Sitzungsprotokolle nennen die, die ' +
      'spielen dürfen.',
    removeCopies: 'Die Kopien dort löschen',
  },
});

interface CopyWords {
  readonly songs: { readonly one: string; readonly other: string };
  readonly waiting: Readonly<Record<NonNullable<MusicCopies['waits']>, string>>;
  readonly fullTried: string;
  readonly tried: string;
  readonly toDelete: (songs: string, count: number) => string;
  readonly deleting: (songs: string) => string;
  readonly stillThere: (songs: string) => string;
  readonly sending: (name: string, at: number, total: number) => string;
  readonly fetching: (name: string, at: number, total: number) => string;
  readonly willFollow: (songs: string, count: number) => string;
  readonly coming: (songs: string, count: number) => string;
  readonly none: string;
  readonly allThere: (count: number) => string;
  readonly someThere: (there: number, songs: string) => string;
  readonly left: (songs: string, count: number) => string;
  readonly hopeless: (songs: string, count: number) => string;
}

const copies = spoken<CopyWords>({
  en: {
    songs: { one: '# song', other: '# songs' },
    waiting: {
      offline: 'You are offline.',
      away: 'Your Attune cannot be reached now.',
      silent: 'Your Attune does not answer now.',
      interposed: 'Something between you and your Attune answers in its place, perhaps a sign-in page.',
      busy: 'Your Attune is busy now.',
      failing: 'Your Attune has trouble now.',
      full: 'The disk of your Attune is full. Nothing is lost here.',
      gone: 'The data folder of your Attune has been taken away. Nothing is lost here.',
      'signed-out': 'Sign in again, and they follow. Nothing is lost here.',
    },
    fullTried: 'The disk of your Attune is full. Nothing is lost here; it tries again by itself.',
    tried: 'It tries again by itself.',
    toDelete: (songs) => `${songs} will be deleted there as soon as it can.`,
    deleting: (songs) => `Deleting ${songs} there.`,
    stillThere: (songs) => `Still there: ${songs} of yours.`,
    sending: (name, at, total) => `Copying “${name}” (${at} of ${total})`,
    fetching: (name, at, total) => `Fetching “${name}” (${at} of ${total})`,
    willFollow: (songs) => `${songs} will follow as soon as it can.`,
    coming: (songs) => `${songs} will be copied in a moment.`,
    none: 'Your songs will be copied as you add them.',
    allThere: (count) =>
      `${count === 1 ? 'Your song is' : count === 2 ? 'Both songs are' : `All ${count} songs are`} there too.`,
    someThere: (there, songs) => `${there} of ${songs} are there too.`,
    left: (songs) => `${songs} taken off it elsewhere, and kept here only.`,
    hopeless: (songs) => `${songs} could not be carried over.`,
  },
  de: {
    songs: { one: '# Lied', other: '# Lieder' },
    waiting: {
      offline: 'Du bist offline.',
      away: 'Dein Attune ist gerade nicht zu erreichen.',
      silent: 'Dein Attune antwortet gerade nicht.',
      interposed:
        'Etwas zwischen dir und deinem Attune antwortet an seiner Stelle, vielleicht eine Anmeldeseite.',
      busy: 'Dein Attune ist gerade beschäftigt.',
      failing: 'Dein Attune hat gerade Schwierigkeiten.',
      full: 'Der Datenträger deines Attune ist voll. Hier geht nichts verloren.',
      gone: 'Der Datenordner deines Attune ist nicht mehr da. Hier geht nichts verloren.',
      'signed-out': 'Melde dich wieder an, dann folgen sie. Hier geht nichts verloren.',
    },
    fullTried:
      'Der Datenträger deines Attune ist voll. Hier geht nichts verloren; es wird von selbst wieder versucht.',
    tried: 'Es wird von selbst wieder versucht.',
    toDelete: (songs, count) => `${songs} ${count === 1 ? 'wird' : 'werden'} dort gelöscht, sobald es geht.`,
    deleting: (songs) => `Dort gelöscht wird: ${songs}.`,
    stillThere: (songs) => `Dort noch von dir: ${songs}.`,
    sending: (name, at, total) => `„${name}“ wird kopiert (${at} von ${total})`,
    fetching: (name, at, total) => `„${name}“ wird geholt (${at} von ${total})`,
    willFollow: (songs, count) => `${songs} ${count === 1 ? 'folgt' : 'folgen'}, sobald es geht.`,
    coming: (songs, count) => `${songs} ${count === 1 ? 'wird' : 'werden'} gleich kopiert.`,
    none: 'Deine Lieder werden kopiert, sobald du sie aufnimmst.',
    allThere: (count) =>
      `${count === 1 ? 'Dein Lied ist' : count === 2 ? 'Beide Lieder sind' : `Alle ${count} Lieder sind`} ` +
      'auch dort.',
    someThere: (there, songs) => `Auch dort: ${there} von ${songs.replace(/Lieder$/, 'Liedern')}.`,
    left: (songs, count) =>
      count === 1
        ? `${songs} wurde anderswo dort weggenommen und bleibt nur hier.`
        : `${songs} wurden anderswo dort weggenommen und bleiben nur hier.`,
    hopeless: (songs, count) => `${songs} ${count === 1 ? 'ließ' : 'ließen'} sich nicht übertragen.`,
  },
});

const songs = (count: number): string => countText(count, copies.songs);

/** How it stands, in one line; empty: there is nothing to say. */
export function keptMusicText(kept: MusicCopies): string {
  if (kept.waits === 'full' && kept.on) return copies.fullTried;
  const { forgetting } = kept;
  if (forgetting > 0 && kept.waits)
    return `${copies.waiting[kept.waits]} ${copies.toDelete(songs(forgetting), forgetting)}`;
  if (forgetting > 0) return copies.deleting(songs(forgetting));
  if (!kept.on) return kept.copies > 0 ? copies.stillThere(songs(kept.copies)) : '';
  if (kept.carrying) {
    const { kind, name, done, total } = kept.carrying;
    return kind === 'send' ? copies.sending(name, done + 1, total) : copies.fetching(name, done + 1, total);
  }
  const missing = kept.here - kept.there;
  if (kept.waits)
    return missing > 0
      ? `${copies.waiting[kept.waits]} ${copies.willFollow(songs(missing), missing)}`
      : `${copies.waiting[kept.waits]} ${copies.tried}`;
  return standing(kept);
}

function standing({ here, there, left, hopeless }: MusicCopies): string {
  const coming = here - there - left - hopeless;
  if (coming > 0) return copies.coming(songs(coming), coming);
  const parts = [
    here === 0 ? copies.none : '',
    here > 0 && there === here ? copies.allThere(here) : '',
    there < here ? copies.someThere(there, songs(here)) : '',
    left > 0 ? copies.left(songs(left), left) : '',
    hopeless > 0 ? copies.hopeless(songs(hopeless), hopeless) : '',
  ];
  return parts.filter(Boolean).join(' ');
}
