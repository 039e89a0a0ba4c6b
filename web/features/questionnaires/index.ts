import { map } from 'rxjs';
import type { BelongingFile } from '../../kit/belongings.ts';
import { behavior, keepLatest, type Behavior } from '../../kit/behavior.ts';
import { part } from '../../kit/part.ts';
import type { Feature } from '../../session/feature.ts';
import { WAITING } from '../../storage/live-table.ts';
import type { Unread, Vault, VaultTable } from '../../storage/vault/index.ts';
import type { Answers } from './answers.ts';
import { questionnairesViewModel, type QuestionnairesPorts } from './questionnaires-view-model.ts';
import { scoresOf, type Score } from './scores.ts';
import { files, questionnaires as words } from './words.ts';

interface QuestionnairesFeaturePorts extends Omit<QuestionnairesPorts, 'table'> {
  readonly vault: Vault;
}

/** A few published questionnaires, as they are, and how they change over months. */
export function questionnairesFeature({ vault, ...ports }: QuestionnairesFeaturePorts): Feature & {
  /** For others to show, newest first; what is locked says so. */
  readonly scores$: Behavior<readonly Score[] | Unread>;
} {
  const table = vault.table<Answers>('questionnaires');
  const model = questionnairesViewModel({ table, ...ports });
  return {
    scores$: keepLatest<readonly Score[] | Unread>(
      table.rows$.pipe(map((rows) => ('state' in rows ? rows : scoresOf(rows)))),
      WAITING,
    ),
    routes: [
      {
        path: '/progress/questions',
        ...part(
          () =>
            import('./questionnaires-screen.tsx').then(({ QuestionnairesScreen }) => QuestionnairesScreen),
          { model },
        ),
      },
      {
        path: '/progress/questions/:id',
        ...part(
          () => import('./questionnaire-screen.tsx').then(({ QuestionnaireScreen }) => QuestionnaireScreen),
          { model },
        ),
      },
    ],
    ways: [
      { section: 'progress', to: '/progress/questions', label: words.title, hint$: behavior(words.hint) },
    ],
    belongings: [belongingsOf(table, vault)],
  };
}

const belongingsOf = (table: VaultTable<Answers>, vault: Vault) => ({
  folder: 'questionnaires',
  title: words.title,
  take: async () => {
    const rows = table.rows$.value;
    if ('state' in rows) throw new Error(files.closed);
    if (table.unreadable$.value > 0) throw new Error(files.unreadable);
    return rows.length === 0 ? [] : (await import('./answers-files.ts')).answersFiles(rows);
  },
  put: async (given: readonly BelongingFile[]) => {
    const answers = (await import('./answers-files.ts')).answersIn(given);
    if (['locked', 'unavailable'].includes(vault.state$.value)) throw new Error(files.closed);
    for (const one of answers) await table.add(one);
  },
  destroy: () => table.destroy(),
});
