import { map } from 'rxjs';
import type { BelongingFile } from '../../kit/belongings.ts';
import { keepLatest, type Behavior } from '../../kit/behavior.ts';
import { part } from '../../kit/part.ts';
import type { Feature } from '../../session/feature.ts';
import type { Vault } from '../../storage/vault/index.ts';
import { contextIn, isConfounded, type ContextId, type ContextRow } from './context.ts';
import { context as words, contexts } from './words.ts';

/** What moves somebody besides: said once, and kept in mind wherever figures are read. */
export function contextFeature({ vault }: { readonly vault: Vault }): Feature & {
  /** In words, for others to show; empty while it is locked. */
  readonly said$: Behavior<readonly string[]>;
} {
  const table = vault.table<ContextRow>('context');
  const on$ = keepLatest<readonly ContextId[]>(
    table.rows$.pipe(map((rows) => ('state' in rows ? [] : contextIn(rows)))),
    [],
  );
  const caution = part(() => import('./context-caution.tsx').then(({ ContextCaution }) => ContextCaution), {
    on$,
  });
  return {
    said$: keepLatest(on$.pipe(map((on) => on.map((id) => contexts[id]))), []),
    panels: {
      progress: [caution],
      plan: [part(() => import('./context-panel.tsx').then(({ ContextPanel }) => ContextPanel), { table })],
    },
    contributors: [
      // A recorded heart is nobody's: nothing that a person says of themselves bears on it.
      ({ source, tags }) =>
        source === 'strap' && isConfounded(on$.value, tags) ? { start: { confounded: true } } : undefined,
    ],
    slots: { details: [caution] },
    belongings: [
      {
        folder: 'context',
        title: words.title,
        take: async () => {
          if ('state' in table.rows$.value || table.unreadable$.value > 0) throw new Error(words.closed);
          return on$.value.length === 0 ? [] : (await import('./context-files.ts')).contextFiles(on$.value);
        },
        put: async (given: readonly BelongingFile[]) => {
          const row = (await import('./context-files.ts')).contextRowIn(given);
          if (['locked', 'unavailable'].includes(vault.state$.value)) throw new Error(words.closed);
          await table.add(row);
        },
        destroy: () => table.destroy(),
      },
    ],
  };
}
