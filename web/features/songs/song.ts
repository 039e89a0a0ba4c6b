import type { Language } from '../../kit/language.ts';

/** The two kinds of song; each has three parts, of which the last is the chorus: what the song says. */
export const SONG_KINDS = ['three', 'apology'] as const;
export type SongKind = (typeof SONG_KINDS)[number];
export const SLOTS = ['first', 'second', 'chorus'] as const;
export type Slot = (typeof SLOTS)[number];
/** Words of each part: plain text, a blank line parts stanzas. */
export type Lyrics = Readonly<Record<Slot, string>>;

export const STYLES = ['piano', 'guitar', 'strings'] as const;
export type Style = (typeof STYLES)[number];

/** What it is sung to. */
export interface BackingChoice {
  readonly style: Style;
  readonly tempoBpm: number;
  /** Semitones from D, −5…6: the key that suits the voice. */
  readonly transpose: number;
  /** How well the voice stands out: dB of the backing against it. */
  readonly backingDb: number;
}

/** The words as they were at a time. */
export interface SongVersion {
  readonly atMs: number;
  readonly lyrics: Lyrics;
}

/** A song that somebody writes, as it is kept. */
export interface Song {
  readonly id: string;
  readonly kind: SongKind;
  readonly language: Language;
  readonly title: string;
  readonly lyrics: Lyrics;
  readonly backing: BackingChoice;
  readonly madeAtMs: number;
  readonly changedAtMs: number;
  /** Oldest first. */
  readonly versions: readonly SongVersion[];
}

const EMPTY: Lyrics = { first: '', second: '', chorus: '' };

export const LEAST_TEMPO_BPM = 56;
export const MOST_TEMPO_BPM = 108;

export const newSong = (of: Pick<Song, 'id' | 'kind' | 'language'>, nowMs: number): Song => ({
  ...of,
  title: '',
  lyrics: EMPTY,
  backing: { style: 'piano', tempoBpm: 76, transpose: 0, backingDb: -6 },
  madeAtMs: nowMs,
  changedAtMs: nowMs,
  versions: [],
});

/** A version is kept of words that have stood for so long before they are changed again. */
const VERSION_AFTER_MS = 10 * 60_000;
const MOST_VERSIONS = 20;

/** The song with other words; what it said before is kept where it has stood for a while. */
export function withLyrics(song: Song, lyrics: Lyrics, nowMs: number): Song {
  const stood = nowMs - song.changedAtMs >= VERSION_AFTER_MS;
  return {
    ...(stood ? withVersion(song) : song),
    lyrics,
    changedAtMs: nowMs,
  };
}

/** An earlier version is what the song says; what it said until now becomes one, so nothing is lost. */
export const broughtBack = (song: Song, version: SongVersion, nowMs: number): Song => ({
  ...withVersion(song),
  lyrics: version.lyrics,
  changedAtMs: nowMs,
});

function withVersion(song: Song): Song {
  const { lyrics, changedAtMs: atMs, versions } = song;
  if (isEmpty(lyrics) || versions.some((version) => sameLyrics(version.lyrics, lyrics))) return song;
  return { ...song, versions: [...versions, { atMs, lyrics }].slice(-MOST_VERSIONS) };
}

export const isEmpty = (lyrics: Lyrics): boolean => SLOTS.every((slot) => lyrics[slot].trim() === '');
const sameLyrics = (a: Lyrics, b: Lyrics): boolean => SLOTS.every((slot) => a[slot] === b[slot]);

/** Which part is still open, though others are begun; `undefined`: none, or nothing is begun. */
export const openSlot = ({ lyrics }: Song): Slot | undefined =>
  isEmpty(lyrics) ? undefined : [...SLOTS].reverse().find((slot) => lyrics[slot].trim() === '');

/** The order in which a song is sung: the chorus after each part. */
export const SUNG: readonly Slot[] = ['first', 'chorus', 'second', 'chorus'];
