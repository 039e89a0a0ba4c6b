import type { Clock } from '../../../devices/index.ts';
import type { Behavior } from '../../kit/behavior.ts';
import type { Unread, VaultTable } from '../../storage/vault/index.ts';
import type { Answers } from './answers.ts';
import type { InstrumentId } from './instruments.ts';

export interface QuestionnairesPorts {
  readonly table: VaultTable<Answers>;
  readonly clock: Clock;
  readonly newId: () => string;
}

export interface QuestionnairesViewModel {
  readonly answers$: Behavior<readonly Answers[] | Unread>;
  /** @throws VaultError locked, unavailable */
  keep(instrument: InstrumentId, scores: readonly number[]): Promise<void>;
  remove(id: string): Promise<void>;
}

export const questionnairesViewModel = ({
  table,
  clock,
  newId,
}: QuestionnairesPorts): QuestionnairesViewModel => ({
  answers$: table.rows$,
  keep: (instrument, scores) => table.put({ id: newId(), instrument, atMs: clock(), scores }),
  remove: (id) => table.delete(id),
});
