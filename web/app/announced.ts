import { combineLatest, map } from 'rxjs';
import { keepLatest, type Behavior } from '../kit/behavior.ts';
import type { SessionViewModel } from '../session/session-view-model.ts';

/** The session that is spoken of for people who do not look. An activity that leads one has words of its own. */
export const announced = (
  session$: Behavior<SessionViewModel | undefined>,
  led$: Behavior<boolean>,
): Behavior<SessionViewModel | undefined> =>
  keepLatest(
    combineLatest([session$, led$]).pipe(map(([session, led]) => (led ? undefined : session))),
    undefined,
  );
