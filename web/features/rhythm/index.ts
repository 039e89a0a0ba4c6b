import { combineLatest, map } from 'rxjs';
import { fetchRecordings } from '../../audio/fetch-recordings.ts';
import { keepLatest, behavior, type Behavior } from '../../kit/behavior.ts';
import { part } from '../../kit/part.ts';
import { mediaDevices, newUuid } from '../../kit/secure-only.ts';
import type { Feature, Sound } from '../../session/feature.ts';
import { readOf } from '../../storage/live-table.ts';
import { bodyViewModel, type BodyViewModel } from './body/body-view-model.ts';
import { clapsViewModel } from './input/claps-view-model.ts';
import { browserMicrophone } from './input/microphone.ts';
import { browserMidi } from './input/midi.ts';
import { drumsViewModel, type DrumsViewModel } from './drums/drums-view-model.ts';
import { practiceViewModel, type PracticeViewModel } from './practice/practice-view-model.ts';
import { rhythmBelongings } from './rhythm-belongings.ts';
import { RhythmDatabase } from './rhythm-database.ts';
import { rhythmStore } from './rhythm-store.ts';
import { browserStage } from './sound/stage.ts';
import { rhythm as words, weekText } from './words.ts';
import { practicesOfWeek } from './week.ts';

interface RhythmPorts {
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  readonly newSeed: () => number;
  /** A session sounds: what sounds here ends. */
  readonly inSession$: Behavior<boolean>;
}

/** Rhythm: a practice of fifteen minutes, free drumming, and body percussion. */
export function rhythmFeature({ storage, newSeed, inSession$ }: RhythmPorts): Feature {
  const database = new RhythmDatabase();
  const store = rhythmStore(database);
  const stage = browserStage(fetchRecordings);
  const microphone = browserMicrophone(mediaDevices());
  const midi = browserMidi();
  const claps = clapsViewModel({ microphone, stage, storage });
  const its = { stage, store, newId: newUuid, now: () => Date.now() };
  const practice = practiceViewModel({ ...its, claps, newSeed });
  const drums = drumsViewModel(its);
  const body = bodyViewModel(stage);
  const sound = soundOf({ practice, drums, body });
  inSession$.subscribe((inSession) => {
    if (inSession && sound.on$.value) sound.stop();
  });
  const week$ = keepLatest(
    store.practices$.pipe(map((live) => practicesOfWeek(readOf(live) ?? [], Date.now()))),
    [],
  );
  return {
    routes: [
      {
        path: '/rhythm/practice',
        ...part(() => import('./practice/practice-screen.tsx').then(({ PracticeScreen }) => PracticeScreen), {
          ...{ practice, claps, midi, hasMicrophone: microphone !== undefined, week$ },
        }),
      },
      {
        path: '/rhythm/drums',
        ...part(() => import('./drums/drums-screen.tsx').then(({ DrumsScreen }) => DrumsScreen), {
          ...{ drums, midi },
        }),
      },
      {
        path: '/rhythm/body',
        ...part(() => import('./body/body-screen.tsx').then(({ BodyScreen }) => BodyScreen), { body }),
      },
    ],
    ways: [
      {
        ...{ section: 'rhythm', to: '/rhythm/practice', label: words.practice },
        hint$: keepLatest(week$.pipe(map((week) => weekText(week.length))), words.practiceHint),
      },
      { section: 'rhythm', to: '/rhythm/drums', label: words.drums, hint$: behavior(words.drumsHint) },
      { section: 'rhythm', to: '/rhythm/body', label: words.body, hint$: behavior(words.bodyHint) },
    ],
    sound,
    belongings: [
      rhythmBelongings({
        ...{ database, title: words.belongings, forget: () => claps.forget() },
        render: async (hits) => (await import('./drums/render-take.ts')).renderTake(hits),
      }),
    ],
  };
}

interface Sounding {
  readonly practice: PracticeViewModel;
  readonly drums: DrumsViewModel;
  readonly body: BodyViewModel;
}

/** All that sounds here as one sound, which Stop and Esc end. */
function soundOf({ practice, drums, body }: Sounding): Sound {
  const heard$ = body.heard$.pipe(map((card) => card !== undefined));
  const any$ = combineLatest([practice.sounds$, drums.sounds$, heard$]).pipe(map((on) => on.includes(true)));
  return {
    on$: keepLatest(any$, false),
    stop: () => {
      if (practice.sounds$.value) practice.stop();
      if (drums.sounds$.value) drums.stop();
      body.stop();
    },
  };
}
