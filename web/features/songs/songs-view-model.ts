import { filter, firstValueFrom, map } from 'rxjs';
import { behavior, keepLatest, type Behavior } from '../../kit/behavior.ts';
import { language } from '../../kit/language.ts';
import type { Waiting } from '../../session/feature.ts';
import type { Unread, Vault, VaultTable } from '../../storage/vault/index.ts';
import { newSong, openSlot, type Song, type SongKind } from './song.ts';
import type { Take, TakePiece } from './take.ts';
import { songs as words } from './words.ts';

/** Where songs are kept. */
export interface SongTables {
  readonly songs: VaultTable<Song>;
  readonly takes: VaultTable<Take>;
  readonly pieces: VaultTable<TakePiece>;
}

/** The songs, and one of them as it is being written. */
export interface SongsViewModel {
  /** Newest first. */
  readonly songs$: Behavior<readonly Song[] | Unread>;
  begin(kind: SongKind): Promise<Song>;
  /** The song as it is written on; it is kept by itself. */
  draft(song: Song): SongDraft;
  /** Gone with its takes, until the end of the visit brought back by `undo`. */
  delete(song: Song): Promise<void>;
  undo(): Promise<void>;
  readonly deleted$: Behavior<Song | undefined>;
}

export interface SongDraft {
  readonly song$: Behavior<Song>;
  /** Whether what is on the screen is kept. */
  readonly kept$: Behavior<'kept' | 'keeping' | 'not-kept'>;
  change(how: (song: Song) => Song): void;
  /** Keeps what is written now. */
  keep(): Promise<void>;
  /** Keeps it and ends. */
  end(): void;
}

export interface SongsPorts {
  readonly vault: Pick<Vault, 'beforeLock'>;
  readonly tables: () => SongTables;
  readonly nowMs: () => number;
  readonly newId: () => string;
}

/** Writing rests for so long before it is kept, ms. */
const KEEP_AFTER_MS = 500;

export function songsViewModel(ports: SongsPorts): SongsViewModel {
  const { tables, nowMs, newId } = ports;
  const deleted$ = behavior<Song | undefined>(undefined);
  const { songs } = tables();
  void sweep(tables()).catch(() => undefined);
  return {
    songs$: keepLatest<readonly Song[] | Unread>(
      songs.rows$.pipe(map(newestFirst)),
      newestFirst(songs.rows$.value),
    ),
    begin: async (kind) => {
      const song = newSong({ id: newId(), kind, language }, nowMs());
      await songs.put(song);
      return song;
    },
    draft: (song) => songDraft(song, ports),
    delete: async (song) => {
      await songs.delete(song.id);
      deleted$.next(song);
    },
    undo: async () => {
      const song = deleted$.value;
      if (song) await songs.put(song);
      deleted$.next(undefined);
    },
    deleted$,
  };
}

function songDraft(song: Song, { vault, tables, nowMs }: SongsPorts): SongDraft {
  const song$ = behavior(song);
  const kept$ = behavior<'kept' | 'keeping' | 'not-kept'>('kept');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();
  const keep = (): Promise<void> => {
    clearTimeout(timer);
    if (kept$.value === 'kept') return writing;
    const now = song$.value;
    writing = writing
      .then(() => tables().songs.put(now))
      .then(
        () => {
          if (song$.value === now) kept$.next('kept');
        },
        () => kept$.next('not-kept'),
      );
    return writing;
  };
  const forget = vault.beforeLock(keep);
  return {
    song$,
    kept$,
    change: (how) => {
      song$.next({ ...how(song$.value), changedAtMs: nowMs() });
      kept$.next('keeping');
      clearTimeout(timer);
      timer = setTimeout(() => void keep(), KEEP_AFTER_MS);
    },
    keep,
    end: () => {
      forget();
      void keep();
    },
  };
}

/**
 * Lets go of takes and sound whose song was deleted in an earlier visit. Nothing is let go by a table that is empty: it
 * may only not have been read yet.
 */
async function sweep({ songs, takes, pieces }: SongTables): Promise<void> {
  const idsOf = async <T extends { readonly id: string }>({ rows$ }: VaultTable<T>) =>
    new Set(
      (
        await firstValueFrom(
          rows$.pipe(
            filter(isRead),
            filter(({ length }) => length > 0),
          ),
        )
      ).map(({ id }) => id),
    );
  const keptSongs = await idsOf(songs);
  await idsOf(takes);
  for (const { id, song } of await rowsNow(takes)) if (!keptSongs.has(song)) await takes.delete(id);
  const keptTakes = await idsOf(takes);
  for (const { id, take } of await rowsNow(pieces)) if (!keptTakes.has(take)) await pieces.delete(id);
}

const rowsNow = <T extends { readonly id: string }>({ rows$ }: VaultTable<T>): Promise<readonly T[]> =>
  firstValueFrom(rows$.pipe(filter(isRead)));

const newestFirst = (rows: readonly Song[] | Unread): readonly Song[] | Unread =>
  isRead(rows) ? [...rows].sort((a, b) => b.changedAtMs - a.changedAtMs) : rows;

/** Narrows; `Array.isArray` does not know readonly arrays. */
export const isRead = <T>(rows: readonly T[] | Unread): rows is readonly T[] => Array.isArray(rows);

/** What may be gone on with: the song that was written on last, where a part of it is open. */
export function waitingSong(rows: readonly Song[] | Unread): readonly Waiting[] {
  const song = isRead(rows) ? [...rows].sort((a, b) => b.changedAtMs - a.changedAtMs)[0] : undefined;
  const open = song && openSlot(song);
  return open === undefined ? [] : [{ to: `/songs/${song!.id}`, line: words.waits[song!.kind][open] }];
}
