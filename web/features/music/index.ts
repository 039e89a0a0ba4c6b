import { map, type Observable } from 'rxjs';
import type { ModulePlayer } from '../../audio/module-player.ts';
import type { TrackShelf } from '../../audio/track.ts';
import { behavior, keepLatest, type Behavior } from '../../kit/behavior.ts';
import { part } from '../../kit/part.ts';
import type { Feature } from '../../session/feature.ts';
import type { LeftOutMusic, LeftOutRules, LibraryTrack } from '../../session/left-out-music.ts';
import type { OwnTitles } from '../../session/own-titles.ts';
import { lastRead, readOf } from '../../storage/live-table.ts';
import type { Outbox } from '../../storage/outbox.ts';
import type { TabLocks } from '../../storage/tab-locks.ts';
import { auditionViewModel, type AuditionViewModel } from './audition-view-model.ts';
import { withCopies } from './copies/keep-in-step.ts';
import { copiesViewModel } from './copies/copies-view-model.ts';
import { tracksApi } from './copies/tracks-api.ts';
import { musicBelongings } from './music-belongings.ts';
import { MusicDatabase } from './music-database.ts';
import { musicViewModel } from './music-view-model.ts';
import { browserBytes } from './own/track-bytes.ts';
import { workerReader } from './own/track-reader.ts';
import { trackShelf } from './own/track-shelf.ts';
import { music as words } from './words.ts';

interface MusicPorts {
  readonly player: ModulePlayer;
  readonly outbox: Pick<Outbox, 'sessions$' | 'eventsOf'>;
  /** A session sounds. */
  readonly inSession$: Behavior<boolean>;
  readonly fetch: typeof globalThis.fetch;
  readonly locks: TabLocks;
  /** Emits when the service may be reachable again. */
  readonly online$: Observable<unknown>;
}

/** The person's own music and rules, and all that comes with Attune, to be heard outside sessions too. */
export function musicFeature({ player, outbox, inSession$, fetch, locks, online$ }: MusicPorts): Feature & {
  /** The person's own tracks, for the player. */
  readonly tracks: TrackShelf;
  readonly titles$: Behavior<OwnTitles>;
  /** Its rules, for features that propose some. */
  readonly leftOut: LeftOutMusic;
  /** Plays single pieces outside of sessions. */
  readonly audition: AuditionViewModel;
  /** Whether the person has said that this piece pulls towards use. */
  readonly isTrigger: (id: string) => boolean;
} {
  const database = new MusicDatabase();
  const bytes = browserBytes(database.bytes);
  const copies = { database, bytes, api: tracksApi(fetch) };
  const store = { database, bytes, reader: workerReader, now: () => Date.now() };
  const view = musicViewModel({ ...store, outbox });
  const audition = auditionViewModel({ player, inSession$ });
  const music = {
    ...view,
    audition,
    copies: copiesViewModel({ ...store, ...copies, locks, online$ }),
  };
  const titles$ = lastRead(view.kept$).pipe(
    map(({ tracks }) => Object.fromEntries(tracks.map(({ id, title }) => [id, title]))),
  );
  return {
    contributors: [() => ({ start: { profile: view.profile() } })],
    routes: [
      {
        path: '/music',
        ...part(() => import('./music-screen.tsx').then(({ MusicScreen }) => MusicScreen), {
          ...{ music, inSession$ },
        }),
      },
    ],
    welcome: {
      taste: [part(() => import('./taste-taps.tsx').then(({ TasteTaps }) => TasteTaps), { music })],
    },
    belongings: [musicBelongings({ title: words.title, database, bytes })],
    ways: [{ section: 'music', to: '/music', label: words.title, hint$: behavior(words.linkHint) }],
    sound: {
      on$: keepLatest(audition.heard$.pipe(map((cue) => cue !== undefined)), false),
      stop: () => audition.stop(),
    },
    tracks: trackShelf({ database, bytes: withCopies({ ...store, ...copies }) }),
    titles$: keepLatest<OwnTitles>(titles$, {}),
    leftOut: {
      rules$: keepLatest<LeftOutRules | undefined>(
        view.kept$.pipe(map((kept) => readOf(kept)?.rules)),
        undefined,
      ),
      library$: keepLatest<readonly LibraryTrack[]>(
        lastRead(view.kept$).pipe(map(({ tracks }) => tracks)),
        [],
      ),
      set: (rules) => view.setLeftOut(rules),
    },
    audition,
    isTrigger: (id) => view.profile().triggers?.includes(id) ?? false,
  };
}
