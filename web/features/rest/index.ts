import { behavior } from '../../kit/behavior.ts';
import { part } from '../../kit/part.ts';
import type { Feature } from '../../session/feature.ts';
import { databaseBelongings } from '../../storage/database-belongings.ts';
import { RestDatabase } from './rest-database.ts';
import { restContributor, restViewModel } from './rest-view-model.ts';
import { rest as words } from './words.ts';

/** How the heart rests: kept from each session's quiet start, given to the next, drawn on a screen. */
export function restFeature(): Feature {
  const database = new RestDatabase();
  const rest = restViewModel({
    database,
    hourAt: (atMs) => new Date(atMs).getHours(),
  });
  return {
    contributors: [restContributor(rest)],
    routes: [
      {
        path: '/rest',
        ...part(() => import('./rest-screen.tsx').then(({ RestScreen }) => RestScreen), { rest }),
      },
    ],
    belongings: [
      databaseBelongings({ folder: 'resting-heart', title: words.title, database, tables: ['rests'] }),
    ],
    ways: [{ section: 'progress', to: '/rest', label: words.title, hint$: behavior(words.linkHint) }],
  };
}
