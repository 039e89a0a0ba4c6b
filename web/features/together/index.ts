import { distinctUntilChanged, map, startWith, type Observable } from 'rxjs';
import type { BelongingFile } from '../../kit/belongings.ts';
import { behavior } from '../../kit/behavior.ts';
import { part } from '../../kit/part.ts';
import type { Feature } from '../../session/feature.ts';
import { listen } from './listen-words.ts';
import type { Listening } from './listen-screen.tsx';
import {
  dayNow,
  togetherViewModel,
  waitsOf,
  type TogetherPorts,
  type TogetherViewModel,
} from './together-view-model.ts';
import { files, together as words } from './words.ts';

interface TogetherFeaturePorts extends TogetherPorts {
  readonly listening: Listening;
  /** Emits now and then: another day may have begun. */
  readonly minute$: Observable<unknown>;
}

/** Music in company: a week's plan, a card to send, a question a month, and where others are to be found. */
export function togetherFeature({ listening, minute$, ...ports }: TogetherFeaturePorts): Feature {
  const together = togetherViewModel(ports);
  const day$ = minute$.pipe(
    startWith(undefined),
    map(() => dayNow(ports.clock)),
    distinctUntilChanged(),
  );
  return {
    routes: [
      {
        path: '/together/week',
        ...part(() => import('./week-screen.tsx').then(({ WeekScreen }) => WeekScreen), { together }),
      },
      {
        path: '/together/card',
        ...part(() => import('./card-screen.tsx').then(({ CardScreen }) => CardScreen), {}),
      },
      {
        path: '/together/listen',
        ...part(() => import('./listen-screen.tsx').then(({ ListenScreen }) => ListenScreen), {
          ...{ listening, clock: ports.clock },
        }),
      },
      {
        path: '/together/groups',
        ...part(() => import('./directory-screen.tsx').then(({ DirectoryScreen }) => DirectoryScreen), {}),
      },
    ],
    ways: [
      { section: 'together', to: '/together/week', label: words.week, hint$: behavior(words.weekHint) },
      { section: 'together', to: '/together/card', label: words.card, hint$: behavior(words.cardHint) },
      { section: 'together', to: '/together/listen', label: listen.title, hint$: behavior(listen.hint) },
      { section: 'together', to: '/together/groups', label: words.groups, hint$: behavior(words.groupsHint) },
    ],
    waits$: waitsOf(together.meetings$, day$),
    belongings: [companyBelongings(together)],
  };
}

const companyBelongings = ({ meetings$, lonely$, tables, vault }: TogetherViewModel) => ({
  folder: 'company',
  title: words.week,
  take: async () => {
    const [meetings, lonely] = [meetings$.value, lonely$.value];
    if ('state' in meetings || 'state' in lonely) throw new Error(files.closed);
    if (tables.meetings.unreadable$.value + tables.lonely.unreadable$.value > 0)
      throw new Error(files.unreadable);
    return (await import('./company-files.ts')).companyFiles({ meetings, lonely });
  },
  put: async (given: readonly BelongingFile[]) => {
    const { meetings, lonely } = (await import('./company-files.ts')).companyIn(given);
    if (vault.state$.value === 'locked' || vault.state$.value === 'unavailable')
      throw new Error(files.closed);
    for (const meeting of meetings) await tables.meetings.add(meeting);
    for (const answer of lonely) await tables.lonely.add(answer);
  },
  destroy: async () => {
    await tables.meetings.destroy();
    await tables.lonely.destroy();
  },
});
