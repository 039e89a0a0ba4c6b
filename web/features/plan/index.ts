import { map } from 'rxjs';
import { keepLatest, type Behavior } from '../../kit/behavior.ts';
import type { BelongingFile } from '../../kit/belongings.ts';
import { part } from '../../kit/part.ts';
import type { Feature } from '../../session/feature.ts';
import { WAITING } from '../../storage/live-table.ts';
import type { Unread, Vault } from '../../storage/vault/index.ts';
import { accountOf, type Account } from './account.ts';
import type { PlanRow } from './plan.ts';
import { planViewModel, type PlanPorts } from './plan-view-model.ts';
import { isReviewDue } from './review.ts';
import { files as words, review } from './words.ts';

interface PlanFeaturePorts extends Omit<PlanPorts, 'table'> {
  readonly vault: Vault;
}

/** What somebody wants, and when: the plan, what it has for now on Today, and what was done of it in Progress. */
export function planFeature({ vault, ...ports }: PlanFeaturePorts): Feature & {
  /** For others to show; what is locked says so. */
  readonly account$: Behavior<Account | Unread>;
} {
  const table = vault.table<PlanRow>('plan');
  const plan = planViewModel({ table, ...ports });
  const closed = (): boolean => ['locked', 'unavailable'].includes(vault.state$.value);
  return {
    account$: keepLatest<Account | Unread>(
      plan.standing$.pipe(map((standing) => ('state' in standing ? standing : accountOf(standing)))),
      WAITING,
    ),
    next$: plan.next$,
    waits$: keepLatest(
      plan.standing$.pipe(
        map((standing) =>
          !('state' in standing) && isReviewDue(standing.plan, standing.nowMs)
            ? [{ to: '/plan', line: review.waits }]
            : [],
        ),
      ),
      [],
    ),
    panels: {
      plan: [part(() => import('./plan-panels.tsx').then(({ PlanPanels }) => PlanPanels), { plan })],
      progress: [part(() => import('./weeks-panel.tsx').then(({ WeeksPanel }) => WeeksPanel), { plan })],
    },
    belongings: [
      {
        folder: 'plan',
        title: words.title,
        take: async () => {
          const rows = table.rows$.value;
          if ('state' in rows) throw new Error(words.closed);
          if (table.unreadable$.value > 0) throw new Error(words.unreadable);
          return rows.length === 0 ? [] : (await import('./plan-files.ts')).planFiles(rows);
        },
        put: async (given: readonly BelongingFile[]) => {
          const rows = (await import('./plan-files.ts')).planRowsIn(given);
          if (closed()) throw new Error(words.closed);
          for (const row of rows) await table.add(row);
        },
        destroy: () => table.destroy(),
      },
    ],
  };
}
