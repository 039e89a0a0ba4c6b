import { part } from '../../kit/part.ts';
import type { Feature } from '../../session/feature.ts';
import type { Outbox } from '../../storage/outbox.ts';
import { pastViewModel } from './past-view-model.ts';

interface PastPorts {
  readonly outbox: Outbox;
}

/** Sessions of before: the last on Today, all in Progress, each drawn from its log, and what can be done with one. */
export function pastFeature({ outbox }: PastPorts): Feature {
  const past = pastViewModel(outbox);
  const list = () => import('./past-list.tsx');
  return {
    notices: [part(() => list().then(({ Interrupted }) => Interrupted), { past })],
    panels: {
      today: [part(() => list().then(({ LastSession }) => LastSession), { past })],
      progress: [part(() => list().then(({ PastList }) => PastList), { past })],
    },
    slots: { after: [part(() => import('./session-keep.tsx').then(({ KeepAfter }) => KeepAfter), { past })] },
    routes: [
      {
        path: '/past/:id',
        ...part(() => import('./past-screen.tsx').then(({ PastScreen }) => PastScreen), { past }),
      },
    ],
  };
}
