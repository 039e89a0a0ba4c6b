import { map } from 'rxjs';
import { behavior, keepLatest, type Behavior } from '../../kit/behavior.ts';
import { part } from '../../kit/part.ts';
import { newUuid } from '../../kit/secure-only.ts';
import type { Feature, Waiting } from '../../session/feature.ts';
import type { LeftOutMusic } from '../../session/left-out-music.ts';
import { triggerBelongings } from './belongings.ts';
import type { Suggestion } from './entry.ts';
import { openParts$, triggersViewModel, type TriggerTable } from './triggers-view-model.ts';
import { words } from './words.ts';

interface TriggersFeaturePorts {
  readonly table: TriggerTable;
  readonly leftOut: LeftOutMusic;
  readonly marked$: Behavior<readonly Suggestion[]>;
}

/** What pulls, asked in eight parts that can be left and taken up; and what never plays because of it. */
export function triggersFeature(ports: TriggersFeaturePorts): Feature {
  const { table } = ports;
  const triggers = triggersViewModel({ ...ports, newId: newUuid, now: () => Date.now() });
  const waits$ = openParts$(triggers).pipe(
    map((open): readonly Waiting[] => {
      if (!open) return [];
      return open.done < open.of
        ? [{ to: '/triggers', line: words.waits(open.done, open.of) }]
        : [{ to: '/triggers/never', line: words.waitsForList }];
    }),
  );
  return {
    routes: [
      {
        path: '/triggers',
        ...part(() => import('./triggers-screen.tsx').then(({ TriggersScreen }) => TriggersScreen), {
          triggers,
        }),
      },
      {
        path: '/triggers/never',
        ...part(() => import('./never-screen.tsx').then(({ NeverScreen }) => NeverScreen), { triggers }),
      },
      {
        path: '/triggers/:kind',
        ...part(() => import('./part-screen.tsx').then(({ PartScreen }) => PartScreen), { triggers }),
      },
    ],
    ways: [{ section: 'music', to: '/triggers', label: words.title, hint$: behavior(words.linkHint) }],
    waits$: keepLatest<readonly Waiting[]>(waits$, []),
    belongings: [triggerBelongings(table)],
  };
}
