import type { Clock } from '../../../devices/index.ts';
import { behavior, type Behavior } from '../../kit/behavior.ts';
import { part } from '../../kit/part.ts';
import type { Feature, RouteParams } from '../../session/feature.ts';
import type { SessionsViewModel, HeartSource } from '../../session/sessions-view-model.ts';
import type { Outbox } from '../../storage/outbox.ts';
import { browserSources, simulatedPerson } from './browser-sources.ts';
import { group as groupWords } from './group/words.ts';
import { groupViewModel } from './group/group-view-model.ts';
import { returnViewModel } from './return-view-model.ts';
import type { SourceViewModel } from './source-view-model.ts';

interface StrapsPorts {
  /** Of the first screen. */
  readonly source: SourceViewModel;
  readonly outbox: Pick<Outbox, 'sessions$' | 'eventsOf'>;
  readonly sessions: Pick<SessionsViewModel, 'session$' | 'begin' | 'kinds'>;
  readonly clock: Clock;
  readonly fetch: typeof globalThis.fetch;
}

/** Where the heartbeat comes from: straps, recordings and made hearts; several at once for a group. */
export function strapsFeature({ source, outbox, sessions, clock, fetch }: StrapsPorts): Feature & {
  /** What was chosen; absent: a session goes by the clock. */
  readonly source$: Behavior<HeartSource | undefined>;
} {
  void source.recall();
  const comeback = returnViewModel({ outbox, source, sessions, clock });
  const group = groupViewModel({ ...browserSources, simulatedPerson });
  return {
    notices: [part(() => import('./strap-back.tsx').then(({ StrapBack }) => StrapBack), { comeback })],
    slots: {
      sensor: [part(() => import('./live-strap.tsx').then(({ LiveStrap }) => LiveStrap), { source })],
    },
    ways: [
      { section: 'together', to: '/group', label: groupWords.link, hint$: behavior(groupWords.linkHint) },
    ],
    routes: [
      {
        path: '/group',
        ...part(() => import('./group/group-screen.tsx').then(({ GroupScreen }) => GroupScreen), { group }),
      },
      {
        ...{ path: '/start/phone', rarely: true },
        ...part(() => import('./phone/pair-screen.tsx').then(({ PairScreen }) => PairScreen), {
          ...{ source, fetch },
        }),
      },
      {
        ...{ path: '/sensor/:code?', rarely: true },
        ...part<{ fetch: typeof fetch }, { params: RouteParams }>(
          () => import('./phone/phone-screen.tsx').then(({ PhoneScreen }) => PhoneScreen),
          { fetch },
        ),
      },
    ],
    source$: source.source$,
  };
}
