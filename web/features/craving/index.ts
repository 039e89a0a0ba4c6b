import { map } from 'rxjs';
import { keepLatest, type Behavior } from '../../kit/behavior.ts';
import { part } from '../../kit/part.ts';
import type { Feature } from '../../session/feature.ts';
import type { SessionViewModel } from '../../session/session-view-model.ts';
import { databaseBelongings } from '../../storage/database-belongings.ts';
import { lastRead, type Live } from '../../storage/live-table.ts';
import { CravingDatabase, type CravingKept } from './craving-database.ts';
import { cravingCounts } from './craving-standing.ts';
import { cravingContributor, cravingViewModel } from './craving-view-model.ts';
import { countsText, learning as words } from './words.ts';

interface CravingPorts {
  readonly session$: Behavior<SessionViewModel | undefined>;
}

/** Craving, tier 1: learns from the person's ratings where they want it, asks in sessions, and tells how far it is. */
export function cravingFeature({ session$ }: CravingPorts): Feature {
  const database = new CravingDatabase();
  const craving = cravingViewModel({
    database,
    utcOffsetMin: (atMs) => 0 - new Date(atMs).getTimezoneOffset(),
  });
  return {
    contributors: [cravingContributor(craving)],
    slots: {
      cards: [part(() => import('./prompt-card.tsx').then(({ PromptCard }) => PromptCard), {})],
      details: [
        part(() => import('./craving-forecast.tsx').then(({ ForecastDetail }) => ForecastDetail), {}),
      ],
    },
    routes: [
      {
        path: '/learning',
        ...part(() => import('./learning-screen.tsx').then(({ LearningScreen }) => LearningScreen), {
          craving,
          session$,
        }),
      },
    ],
    welcome: {
      about: [
        part(() => import('../../kit/consent-switch.tsx').then(({ ConsentSwitch }) => ConsentSwitch), {
          ...{ label: words.toggle, hint: words.what[0] },
          on$: keepLatest(lastRead(craving.kept$).pipe(map(({ on }) => on)), false),
          allow: (on: boolean) => void craving.allow(on),
        }),
      ],
    },
    belongings: [
      databaseBelongings({
        ...{ folder: 'answers', title: words.title, database },
        tables: ['labels', 'prompts', 'wishes'],
      }),
    ],
    ways: [
      {
        section: 'progress',
        to: '/learning',
        label: words.title,
        hint$: keepLatest(craving.kept$.pipe(map(hintOf)), ''),
      },
    ],
  };
}

function hintOf(live: Live<CravingKept>): string {
  if (live.state !== 'read') return '';
  return live.value.on ? countsText(cravingCounts(live.value.labels)) : words.off;
}
