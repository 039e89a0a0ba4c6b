import { part } from '../../kit/part.ts';
import type { Feature } from '../../session/feature.ts';
import { sourceViewModel, type SourceViewModel } from './source-view-model.ts';

/** Of the straps, what stands on the first screen at once: choosing where the heartbeat comes from. */
export function strapsFirst(): Feature & { readonly source: SourceViewModel } {
  const source = sourceViewModel(() => import('./browser-sources.ts').then((from) => from.browserSources));
  return {
    today: {
      panels: [
        part(() => import('./source-choice.tsx').then(({ SourceChoice }) => SourceChoice), { source }),
      ],
    },
    source,
  };
}
