import { part } from '../../kit/part.ts';
import type { Feature } from '../../session/feature.ts';
import { sourceViewModel, type SourceViewModel } from './source-view-model.ts';

/** Of the straps, what stands on the first screen at once: the heart that the next session goes by, and the way to choose another. */
export function strapsFirst(): Feature & { readonly source: SourceViewModel } {
  const source = sourceViewModel(() => import('./browser-sources.ts').then((from) => from.browserSources));
  return {
    panels: {
      today: [part(() => import('./heart-line.tsx').then(({ HeartLine }) => HeartLine), { source })],
    },
    routes: [
      {
        path: '/start',
        ...part(() => import('./source-choice.tsx').then(({ SourceChoice }) => SourceChoice), { source }),
      },
    ],
    source,
  };
}
