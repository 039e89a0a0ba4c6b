import { map } from 'rxjs';
import { activityHost, isOpenTo, type HostPorts } from '../activities/activity-host.ts';
import { ACTIVITIES } from '../activities/index.ts';
import { around } from '../activities/words.ts';
import { keepLatest, type Behavior } from '../kit/behavior.ts';
import { part } from '../kit/part.ts';
import type { Feature, Way } from '../session/feature.ts';
import type { Voice } from '../session/script/voice.ts';
import type { Unlocked } from '../session/protocol-choice.tsx';
import type { HeartSource } from '../session/sessions-view-model.ts';

interface ActivitiesPorts extends Pick<HostPorts, 'sessions' | 'clock'> {
  readonly voice: Voice;
  readonly source$: Behavior<HeartSource | undefined>;
  readonly unlocked$: Behavior<Unlocked>;
}

/** The activities, at an address each; the session that one of them leads is shown there and nowhere else. */
export function activitiesFeature({
  sessions,
  clock,
  source$,
  unlocked$,
  voice,
}: ActivitiesPorts): Feature & {
  /** Whether an activity leads the session under way. */
  readonly leads$: Behavior<boolean>;
} {
  const host = activityHost({ sessions, clock, list: ACTIVITIES, source: () => source$.value, voice });
  const leads$ = keepLatest(host.running$.pipe(map((id) => id !== undefined)), false);
  const ways = ACTIVITIES.map((card): Way => {
    const hint = [around.atMost(card.minutes), ...card.needs.map((need) => around.needs[need])].join(' · ');
    return {
      section: card.section,
      to: `/do/${card.id}`,
      label: card.title,
      hint$: keepLatest(
        host.running$.pipe(map((running) => (running === card.id ? around.underWay : hint))),
        hint,
      ),
      open$: keepLatest(
        unlocked$.pipe(map((unlocked) => isOpenTo(card, unlocked, clock()))),
        card.unlock === undefined,
      ),
    };
  });
  return {
    leads$,
    ways,
    sound: { on$: voice.speaking$, stop: () => voice.hush() },
    routes: [
      {
        path: '/session',
        open$: leads$,
        ...part(() => import('./led-session.tsx').then(({ LedSession }) => LedSession), {
          running$: host.running$,
        }),
      },
      {
        path: '/do/:id',
        ...part(
          () => import('../activities/activity-screen.tsx').then(({ ActivityRoute }) => ActivityRoute),
          { host },
        ),
      },
    ],
  };
}
