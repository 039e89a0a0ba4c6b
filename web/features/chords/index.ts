import { map } from 'rxjs';
import { fetchRecordings } from '../../audio/fetch-recordings.ts';
import { behavior, keepLatest, type Behavior } from '../../kit/behavior.ts';
import { part } from '../../kit/part.ts';
import { mediaDevices } from '../../kit/secure-only.ts';
import type { Feature } from '../../session/feature.ts';
import type { Vault } from '../../storage/vault/index.ts';
import { choicesStore, type ChoicesRow } from './choices.ts';
import { chordsBelongings } from './chords-belongings.ts';
import { browserEar } from './hear/ear.ts';
import { tuneOfOwn, type OwnSong } from './own-songs.ts';
import { browserBand } from './sound/band.ts';
import { sounding as soundingHere } from './sounding.ts';
import type { Tune } from './tunes/tune.ts';
import { chords as words, sing } from './words.ts';

interface ChordsPorts {
  readonly vault: Vault;
  /** A session sounds: what sounds here ends. */
  readonly inSession$: Behavior<boolean>;
  /** What the person has written and may play and sing here, too. */
  readonly own$: Behavior<readonly OwnSong[]>;
}

/** First chords, a tuner, and singing along. */
export function chordsFeature({ vault, inSession$, own$ }: ChordsPorts): Feature {
  const table = vault.table<ChoicesRow>('chords');
  const sounding = soundingHere();
  const its = {
    store: choicesStore(table),
    ports: { band: browserBand(fetchRecordings), ear: browserEar(mediaDevices()), inSession$ },
    sounding,
    own$: keepLatest<readonly Tune[]>(
      own$.pipe(map((songs) => songs.flatMap((song) => tuneOfOwn(song) ?? []))),
      [],
    ),
  };
  return {
    routes: [
      {
        path: '/chords',
        ...part(() => import('./chords-screen.tsx').then(({ ChordsScreen }) => ChordsScreen), its),
      },
      {
        path: '/chords/tuner',
        ...part(() => import('./tuner/tuner-screen.tsx').then(({ TunerScreen }) => TunerScreen), its),
      },
      {
        path: '/chords/:id',
        ...part(() => import('./play/play-screen.tsx').then(({ PlayScreen }) => PlayScreen), its),
      },
      {
        path: '/sing',
        ...part(() => import('./sing/songs-to-sing.tsx').then(({ SongsToSing }) => SongsToSing), its),
      },
      {
        path: '/sing/:id',
        ...part(() => import('./sing/sing-screen.tsx').then(({ SingScreen }) => SingScreen), its),
      },
    ],
    ways: [
      { section: 'rhythm', to: '/chords', label: words.title, hint$: behavior(words.linkHint) },
      { section: 'rhythm', to: '/sing', label: sing.title, hint$: behavior(sing.linkHint) },
    ],
    belongings: [chordsBelongings(table, vault)],
    sound: sounding,
  };
}
