import type { LeftOutRules, LibraryTrack, NamedSong } from '../../session/left-out-music.ts';
import { isNamed } from '../../session/left-out-music.ts';
import { isMusic, isNever, type TriggerEntry } from './entry.ts';

type Years = readonly [from: number, to: number];

/**
 * The rules once this list is in force: what is there stays, what the list leaves out is added, and what it had put
 * there before and leaves out no more is taken away. Pure.
 */
export function rulesWith(rules: LeftOutRules, entries: readonly TriggerEntry[]): LeftOutRules {
  const music = entries.filter(isMusic);
  const never = music.filter(isNever);
  const again = music.filter((entry) => entry.inForce && !isNever(entry));
  const names = (kind: 'artist' | 'genre', before: readonly string[]): readonly string[] => {
    const of = (some: readonly TriggerEntry[]) =>
      some.filter((one) => one.kind === kind).map(({ name }) => name);
    return distinctBy([...without(before, of(again), same), ...of(never)], same);
  };
  const songs = (some: readonly TriggerEntry[]) => some.filter(({ kind }) => kind === 'song').map(songOf);
  const years = (some: readonly TriggerEntry[]) => some.flatMap((one) => (one.years ? [one.years] : []));
  const { artists, genres } = rules.triggerTags;
  return {
    earlyRecovery: rules.earlyRecovery,
    triggerTags: {
      artists: names('artist', artists),
      genres: names('genre', genres),
      years: distinctBy(
        [...without(rules.triggerTags.years, years(again), sameYears), ...years(never)],
        sameYears,
      ),
    },
    songs: distinctBy([...without(rules.songs ?? [], songs(again), sameSong), ...songs(never)], sameSong),
  };
}

/** The own tracks that one thing on the list would leave out. */
export const caughtBy = (entry: TriggerEntry, library: readonly LibraryTrack[]): readonly LibraryTrack[] => {
  const alone = rulesWith({ earlyRecovery: false, triggerTags: { artists: [], genres: [], years: [] } }, [
    { ...entry, never: true },
  ]);
  return library.filter((track) => isNamed(track, alone));
};

/** What comes in force with the list, and what may play again. */
export const changesIn = (
  entries: readonly TriggerEntry[],
): { readonly added: readonly TriggerEntry[]; readonly allowed: readonly TriggerEntry[] } => ({
  added: entries.filter((entry) => isNever(entry) && !entry.inForce),
  allowed: entries.filter((entry) => entry.inForce && !isNever(entry)),
});

const songOf = ({ name, artist }: TriggerEntry): NamedSong => ({
  title: name,
  ...(artist !== undefined && { artist }),
});

const plain = (text = ''): string => text.normalize('NFKC').trim().toLowerCase();
const same = (a: string, b: string): boolean => plain(a) === plain(b);
const sameYears = (a: Years, b: Years): boolean => a[0] === b[0] && a[1] === b[1];
const sameSong = (a: NamedSong, b: NamedSong): boolean =>
  same(a.title, b.title) && plain(a.artist) === plain(b.artist);

const without = <T>(all: readonly T[], taken: readonly T[], alike: (a: T, b: T) => boolean): readonly T[] =>
  all.filter((one) => !taken.some((other) => alike(one, other)));

const distinctBy = <T>(all: readonly T[], alike: (a: T, b: T) => boolean): readonly T[] =>
  all.filter((one, i) => all.findIndex((other) => alike(one, other)) === i);
