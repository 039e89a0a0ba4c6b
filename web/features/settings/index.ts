import { firstValueFrom, map, of, switchMap } from 'rxjs';
import { behavior, keepLatest, type Behavior } from '../../kit/behavior.ts';
import type { Belongings } from '../../kit/belongings.ts';
import { dayText } from '../../kit/numbers.ts';
import { part } from '../../kit/part.ts';
import { saveFile } from '../../kit/save-file.ts';
import type { Feature } from '../../session/feature.ts';
import type { SessionViewModel } from '../../session/session-view-model.ts';
import type { Outbox } from '../../storage/outbox.ts';
import { lastRead } from '../../storage/live-table.ts';
import { settingsViewModel } from './settings-view-model.ts';
import { sweep } from './sweep.ts';
import { parcel, settings as words } from './words.ts';

interface SettingsPorts {
  /** All that is kept of the person, of every feature. */
  readonly kinds: readonly Belongings[];
  readonly outbox: Pick<Outbox, 'sessions$'>;
  readonly session$: Behavior<SessionViewModel | undefined>;
}

/** The language of the page, and what can be done with all that is kept: take it along, put it in, destroy it. */
export function settingsFeature({ kinds, outbox, session$ }: SettingsPorts): Feature {
  const settings = settingsViewModel({
    kinds,
    readMe: (atMs) => parcel.readMe(dayText(atMs)),
    now: () => Date.now(),
    save: (name, bytes) => saveFile(name, bytes, 'application/zip'),
    pending: async () =>
      (await firstValueFrom(lastRead(outbox.sessions$))).filter(({ deleted }) => deleted).length,
    sweep,
  });
  const inSession$ = keepLatest(
    session$.pipe(
      switchMap((session) => session?.state$.pipe(map(({ stage }) => stage !== 'ended')) ?? of(false)),
    ),
    false,
  );
  return {
    routes: [
      {
        path: '/settings',
        ...part(() => import('./settings-screen.tsx').then(({ SettingsScreen }) => SettingsScreen), {
          ...{ settings, inSession$ },
        }),
      },
    ],
    ways: [{ section: 'plan', to: '/settings', label: words.title, hint$: behavior(words.hint) }],
  };
}
