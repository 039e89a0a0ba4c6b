import { map } from 'rxjs';
import { behavior, keepLatest, type Behavior } from '../../kit/behavior.ts';
import { part } from '../../kit/part.ts';
import { newUuid } from '../../kit/secure-only.ts';
import type { Feature } from '../../session/feature.ts';
import type { Vault } from '../../storage/vault/index.ts';
import { handedOn, type HandedOnSong } from './handed-on.ts';
import type { Song } from './song.ts';
import { songsBelongings } from './songs-belongings.ts';
import {
  isRead,
  songsViewModel,
  waitingSong,
  type SongTables,
  type SongsViewModel,
} from './songs-view-model.ts';
import { loadSounds, soundsShelf } from './sounds-shelf.ts';
import { studioViewModel, type Doing, type StudioViewModel } from './studio-view-model.ts';
import type { Take, TakePiece } from './take.ts';
import { songs as words } from './words.ts';

interface SongsFeaturePorts {
  readonly vault: Vault;
  /** A session sounds. */
  readonly inSession$: Behavior<boolean>;
}

/** Songs that the person writes: words with their rhymes, a backing, takes. */
export function songsFeature({ vault, inSession$ }: SongsFeaturePorts): Feature & {
  /** Songs with words, for others to play and sing from; none while they cannot be read. */
  readonly handedOn$: Behavior<readonly HandedOnSong[]>;
} {
  // Takes are large: they are opened when somebody goes to the songs, not with the app.
  const tables = (): SongTables => ({
    songs: vault.table<Song>('songs'),
    takes: vault.table<Take>('song-takes'),
    pieces: vault.table<TakePiece>('song-sound'),
  });
  const clock = { nowMs: () => Date.now(), newId: newUuid };
  const doing$ = behavior<Doing>({ what: 'nothing' });
  let [opened, studio]: [SongsViewModel | undefined, StudioViewModel | undefined] = [undefined, undefined];
  const songs = () => (opened ??= songsViewModel({ vault, tables, ...clock }));
  const studioOpened = (): StudioViewModel => {
    if (studio) return studio;
    const audio = () => import('./browser-studio.ts').then(({ browserStudio }) => browserStudio());
    studio = studioViewModel({ audio, tables, inSession$, ...clock });
    studio.doing$.subscribe((doing) => doing$.next(doing));
    return studio;
  };
  const rows$ = vault.table<Song>('songs').rows$;
  return {
    handedOn$: keepLatest<readonly HandedOnSong[]>(
      rows$.pipe(
        map((rows) => (isRead(rows) ? rows.map(handedOn).filter(({ lines }) => lines.length > 0) : [])),
      ),
      [],
    ),
    routes: [
      {
        path: '/songs',
        ...part(() => import('./songs-screen.tsx').then(({ SongsScreen }) => SongsScreen), { songs }),
      },
      {
        path: '/songs/:id',
        ...part(() => import('./song-screen.tsx').then(({ SongScreen }) => SongScreen), {
          ...{ songs, studio: studioOpened, shelf: soundsShelf(loadSounds) },
        }),
      },
    ],
    ways: [{ section: 'write', to: '/songs', label: words.title, hint$: behavior(words.linkHint) }],
    waits$: keepLatest(rows$.pipe(map(waitingSong)), []),
    belongings: [songsBelongings(tables)],
    sound: {
      on$: keepLatest(doing$.pipe(map(({ what }) => what !== 'nothing')), false),
      stop: () => studio?.stop(),
    },
  };
}
