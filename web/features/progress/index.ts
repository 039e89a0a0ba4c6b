import { map } from 'rxjs';
import type { Clock } from '../../../devices/index.ts';
import { BUILT_IN_MODULES } from '../../../engine/index.ts';
import { behavior, keepLatest, type Behavior } from '../../kit/behavior.ts';
import { part } from '../../kit/part.ts';
import type { Feature } from '../../session/feature.ts';
import type { OwnTitles } from '../../session/own-titles.ts';
import { progressViewModel, type ProgressPorts } from './progress-view-model.ts';
import type { ReportSources } from './report-sources.ts';
import { progress as words } from './words.ts';

interface ProgressFeaturePorts extends ProgressPorts {
  readonly clock: Clock;
  /** What the person's own tracks are called. */
  readonly titles$: Behavior<OwnTitles>;
  readonly sources: ReportSources;
}

/** What goes with less craving, and a page of it for somebody whom the person chooses. */
export function progressFeature({ clock, titles$, sources, ...ports }: ProgressFeaturePorts): Feature {
  const progress = progressViewModel(ports);
  const ours = Object.fromEntries(BUILT_IN_MODULES.map(({ id, title }) => [id, title]));
  const titles = keepLatest(titles$.pipe(map((own) => ({ ...ours, ...own }))), ours);
  return {
    panels: {
      progress: [
        part(() => import('./changes-panel.tsx').then(({ ChangesPanel }) => ChangesPanel), {
          ...{ progress, titles },
        }),
      ],
    },
    routes: [
      {
        path: '/progress/summary',
        ...part(() => import('./report-screen.tsx').then(({ ReportScreen }) => ReportScreen), {
          ...{ progress, titles, sources, clock },
        }),
      },
    ],
    ways: [
      {
        section: 'progress',
        to: '/progress/summary',
        label: words.report,
        hint$: behavior(words.reportHint),
      },
    ],
  };
}
