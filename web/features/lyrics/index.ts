import { behavior } from '../../kit/behavior.ts';
import { part } from '../../kit/part.ts';
import { newUuid } from '../../kit/secure-only.ts';
import type { Feature } from '../../session/feature.ts';
import type { Vault } from '../../storage/vault/index.ts';
import type { LyricNotes } from './lyric-notes.ts';
import { lyricsBelongings } from './lyrics-belongings.ts';
import { lyricsViewModel } from './lyrics-view-model.ts';
import { lyrics as words } from './words.ts';

/** Questions to a lyric that somebody brings: the answers are kept, the lyric is not. */
export function lyricsFeature({ vault }: { readonly vault: Vault }): Feature {
  const table = vault.table<LyricNotes>('lyric-notes');
  const lyrics = lyricsViewModel({ table, nowMs: () => Date.now(), newId: newUuid });
  return {
    routes: [
      {
        path: '/lyrics',
        ...part(() => import('./lyrics-screen.tsx').then(({ LyricsScreen }) => LyricsScreen), { lyrics }),
      },
    ],
    ways: [{ section: 'write', to: '/lyrics', label: words.title, hint$: behavior(words.linkHint) }],
    belongings: [lyricsBelongings(table)],
  };
}
