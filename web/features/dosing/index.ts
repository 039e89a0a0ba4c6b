import { distinctUntilChanged, map } from 'rxjs';
import type { EngineConfig, Profile } from '../../../engine/index.ts';
import { keepLatest, type Behavior } from '../../kit/behavior.ts';
import { part } from '../../kit/part.ts';
import type { Feature } from '../../session/feature.ts';
import type { OwnTitles } from '../../session/own-titles.ts';
import type { SessionViewModel } from '../../session/session-view-model.ts';
import { DOSING_RECORD, dosingContributor, dosingViewModel } from './dosing-view-model.ts';
import { storedBelongings } from '../../storage/stored-belongings.ts';
import { dosing as words } from './words.ts';

interface DosingPorts {
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly config: EngineConfig;
  readonly session$: Behavior<SessionViewModel | undefined>;
  /** Of the person's own tracks by id. */
  readonly titles$: Behavior<OwnTitles>;
}

/** What dosing carries from one session to the next: what is set aside, limits, what was learned with consent. */
export function dosingFeature({ storage, config, session$, titles$ }: DosingPorts): Feature & {
  /** Kinds of session that a clinician has unlocked. */
  readonly unlocked$: Behavior<NonNullable<Profile['unlocked']>>;
} {
  const dosing = dosingViewModel({
    ...{ storage, config },
    dayStartMs: (atMs) => new Date(atMs).setHours(0, 0, 0, 0),
  });
  const { record$ } = dosing;
  const hint$ = record$.pipe(map(({ learning }) => (learning.on ? words.linkOn : words.linkOff)));
  const unlocked$ = record$.pipe(
    map(({ unlocked = [] }) => unlocked),
    distinctUntilChanged(),
  );
  return {
    contributors: [dosingContributor(dosing)],
    routes: [
      {
        path: '/dosing',
        ...part(() => import('./dosing-screen.tsx').then(({ DosingScreen }) => DosingScreen), {
          ...{ dosing, session$, titles$ },
        }),
      },
    ],
    welcome: {
      about: [
        part(() => import('../../kit/consent-switch.tsx').then(({ ConsentSwitch }) => ConsentSwitch), {
          ...{ label: words.learning, hint: words.what[0] },
          on$: keepLatest(record$.pipe(map(({ learning }) => learning.on)), false),
          allow: (on: boolean) => dosing.allowLearning(on),
        }),
      ],
    },
    belongings: [
      storedBelongings({
        ...{ folder: 'dosing', title: words.title, storage },
        keys: { 'dosing.json': DOSING_RECORD },
      }),
    ],
    ways: [{ section: 'learn', to: '/dosing', label: words.title, hint$: keepLatest<string>(hint$, '') }],
    unlocked$: keepLatest(unlocked$, []),
  };
}
