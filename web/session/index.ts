import { combineLatest, map } from 'rxjs';
import { keepLatest, type Behavior } from '../kit/behavior.ts';
import { part } from '../kit/part.ts';
import { reportBug } from '../kit/report-bug.ts';
import type { Feature } from './feature.ts';
import type { Unlocked } from './protocol-choice.tsx';
import type { SessionsViewModel, HeartSource } from './sessions-view-model.ts';
import { fillSlots, type SessionSlots } from './slots.ts';

interface SessionFeaturePorts {
  readonly sessions: SessionsViewModel;
  /** Where the heart rate comes from; absent: the session goes by the clock. */
  readonly source$: Behavior<HeartSource | undefined>;
  readonly unlocked$: Behavior<Unlocked>;
  /** An activity shows the session under way at its own address. */
  readonly led$: Behavior<boolean>;
  /** What the features put on its screens. */
  readonly slots: readonly Partial<SessionSlots>[];
}

/** The session's own screens, before and while it runs and after. They know no feature by name. */
export const sessionFeature = ({
  sessions,
  source$,
  unlocked$,
  led$,
  slots,
}: SessionFeaturePorts): Feature => ({
  routes: [
    {
      path: '/before',
      ...part(() => import('./before-screen.tsx').then(({ BeforeScreen }) => BeforeScreen), {
        ...{ sessions, source$, unlocked$ },
      }),
    },
    {
      path: '/session',
      open$: keepLatest(
        combineLatest([sessions.session$, led$]).pipe(map(([session, led]) => session !== undefined && !led)),
        false,
      ),
      load: async () => {
        const [{ SessionRoute }, filled] = await Promise.all([
          import('./session-route.tsx'),
          fillSlots(slots, reportBug),
        ]);
        return part(() => Promise.resolve(SessionRoute), { sessions, slots: filled }).load();
      },
    },
  ],
  sound: { on$: sessions.sounding$, stop: () => sessions.stop() },
});
