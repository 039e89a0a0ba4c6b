import { map } from 'rxjs';
import type { Clock } from '../../../devices/index.ts';
import { behavior, keepLatest, type Behavior } from '../../kit/behavior.ts';
import { part } from '../../kit/part.ts';
import type { Feature } from '../../session/feature.ts';
import { databaseBelongings } from '../../storage/database-belongings.ts';
import { RestDatabase } from './rest-database.ts';
import { restContributor, restViewModel } from './rest-view-model.ts';
import { restLately, type RestLately } from './rest-lately.ts';
import { readOf } from '../../storage/live-table.ts';
import { rest as words } from './words.ts';

/** How the heart rests: kept from each session's quiet start, given to the next, drawn on a screen. */
export function restFeature(clock: Clock): Feature & { readonly lately$: Behavior<RestLately | undefined> } {
  const database = new RestDatabase();
  const rest = restViewModel({
    database,
    hourAt: (atMs) => new Date(atMs).getHours(),
  });
  return {
    lately$: keepLatest(rest.rests$.pipe(map((live) => restLately(readOf(live) ?? [], clock()))), undefined),
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
