import { combineLatest, filter, firstValueFrom, map, of, switchMap, type Observable } from 'rxjs';
import { keepLatest, type Behavior } from '../../kit/behavior.ts';
import { part } from '../../kit/part.ts';
import { locks, serviceWorker } from '../../kit/secure-only.ts';
import type { Feature } from '../../session/feature.ts';
import type { SessionViewModel } from '../../session/session-view-model.ts';
import { inSession } from '../../storage/tab-locks.ts';
import { versionViewModel, type Version, type VersionViewModel } from './version-view-model.ts';

interface VersionPorts {
  readonly session$: Behavior<SessionViewModel | undefined>;
  readonly online$: Observable<unknown>;
}

/** New versions of the app: said on the first screen while no session is under way, and taken on a press. */
export function versionFeature({
  session$,
  online$,
}: VersionPorts): Feature & Pick<VersionViewModel, 'keepUpToDate'> {
  const underWay$ = keepLatest(
    session$.pipe(
      switchMap((session) =>
        session ? session.state$.pipe(map(({ stage }) => stage !== 'ended')) : of(false),
      ),
    ),
    false,
  );
  const held = locks();
  const version = versionViewModel({
    container: serviceWorker(),
    inSession: async () => underWay$.value || (held !== undefined && (await inSession(held))),
    free: () => firstValueFrom(underWay$.pipe(filter((underWay) => !underWay))),
    reload: () => location.reload(),
    online$,
  });
  const shown$ = keepLatest<Version>(
    combineLatest([version.version$, underWay$]).pipe(
      map(([version, underWay]) => (underWay ? 'latest' : version)),
    ),
    'latest',
  );
  return {
    keepUpToDate: () => version.keepUpToDate(),
    notices: [
      part(() => import('./version-notice.tsx').then(({ VersionNotice }) => VersionNotice), {
        version$: shown$,
        take: () => version.take(),
      }),
    ],
  };
}
