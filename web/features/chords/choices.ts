import { map } from 'rxjs';
import { behavior, keepLatest, type Behavior } from '../../kit/behavior.ts';
import type { Unread, VaultTable } from '../../storage/vault/index.ts';
import { INSTRUMENT_KINDS, type InstrumentKind } from './theory/fingering.ts';

/** What somebody plays on, and with which hand. */
export interface Choices {
  readonly kind: InstrumentKind;
  readonly left: boolean;
}

/** One row holds them. */
export const CHOICES_ROW = 'c6a1d9be-52a4-4f0e-9b43-0d7f1c1f6e25';
export interface ChoicesRow extends Choices {
  readonly id: string;
}

const FIRST: Choices = { kind: 'guitar', left: false };

export interface ChoicesStore {
  readonly choices$: Behavior<Choices>;
  /** Takes effect at once; kept for the next visit where the vault takes it. */
  choose(change: Partial<Choices>): void;
}

export function choicesStore(table: Pick<VaultTable<ChoicesRow>, 'rows$' | 'put'>): ChoicesStore {
  const now$ = behavior(choicesIn(table.rows$.value) ?? FIRST);
  table.rows$.pipe(map(choicesIn)).subscribe((kept) => {
    if (kept) now$.next(kept);
  });
  return {
    choices$: keepLatest<Choices>(now$, now$.value),
    choose: (change) => {
      const chosen = { ...now$.value, ...change };
      now$.next(chosen);
      void table.put({ id: CHOICES_ROW, ...chosen }).catch(() => undefined);
    },
  };
}

/** `undefined`: nothing was chosen yet, or it cannot be read. */
export function choicesIn(rows: readonly ChoicesRow[] | Unread): Choices | undefined {
  if ('state' in rows) return undefined;
  const row = rows.find(({ id }) => id === CHOICES_ROW);
  return row && INSTRUMENT_KINDS.includes(row.kind) ? { kind: row.kind, left: row.left } : undefined;
}
