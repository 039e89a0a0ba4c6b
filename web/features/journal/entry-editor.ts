import { asyncScheduler, auditTime, Subject, type SchedulerLike } from 'rxjs';
import { behavior, type Behavior } from '../../kit/behavior.ts';
import type { Vault, VaultTable } from '../../storage/vault/index.ts';
import type { Entry } from './entry.ts';
import { marksIn } from './word-marks.ts';

/** `not-kept`: the browser, or the lock, does not let it be kept; it is tried again with the next change. */
export type Keeping = 'nothing' | 'keeping' | 'kept' | 'not-kept';

/** One entry while it is written. What is written is kept by itself. */
export interface EntryEditor {
  readonly entry$: Behavior<Entry>;
  readonly keeping$: Behavior<Keeping>;
  change(change: Partial<Omit<Entry, 'id'>>): void;
  /** Keeps what is not kept yet. */
  keepNow(): Promise<void>;
  /** The person says that it is done; one without a word is not kept at all. */
  finish(): Promise<void>;
  /** Keeps by itself what is changed from now on, until that is ended; what is not kept then is kept at once. */
  follow(): () => void;
}

/** What is typed is kept at the latest after so long, ms. */
const KEEP_MS = 1000;

interface EditorPorts {
  readonly table: Pick<VaultTable<Entry>, 'put' | 'delete'>;
  readonly vault: Pick<Vault, 'beforeLock'>;
  readonly scheduler?: SchedulerLike | undefined;
}

export function entryEditor(first: Entry, ports: EditorPorts): EntryEditor {
  const { table, vault, scheduler = asyncScheduler } = ports;
  const entry$ = behavior(first);
  const keeping$ = behavior<Keeping>(first.text === '' ? 'nothing' : 'kept');
  const changed$ = new Subject<void>();
  let inStore = first.text !== '';
  /** So many changes were made, and of them so many are kept. */
  let changes = 0;
  let kept = 0;
  let turn: Promise<void> = Promise.resolve();
  const write = async (): Promise<void> => {
    const upTo = changes;
    if (kept === upTo) return;
    const entry = entry$.value;
    try {
      if (!isEmpty(entry)) await table.put(entry);
      else if (inStore) await table.delete(entry.id);
      inStore = !isEmpty(entry);
      kept = upTo;
      if (changes === upTo) keeping$.next(inStore ? 'kept' : 'nothing');
    } catch {
      keeping$.next('not-kept');
    }
  };
  // One after the other, so that an older text never lands on a newer one.
  const keepNow = (): Promise<void> => (turn = turn.then(write));
  const change: EntryEditor['change'] = (part) => {
    const next = { ...entry$.value, ...part };
    entry$.next({ ...next, triggers: marksIn(next.text, next.triggers) });
    changes += 1;
    keeping$.next('keeping');
    changed$.next();
  };
  return {
    entry$,
    keeping$,
    change,
    keepNow,
    finish: () => {
      const { unfinished: _, ...done } = entry$.value;
      entry$.next(done);
      changes += 1;
      return keepNow();
    },
    follow: () => {
      const timed = changed$.pipe(auditTime(KEEP_MS, scheduler)).subscribe(() => void keepNow());
      const endKeeping = vault.beforeLock(keepNow);
      return () => {
        timed.unsubscribe();
        endKeeping();
        void keepNow();
      };
    },
  };
}

const isEmpty = ({ text }: Entry): boolean => text.trim() === '';
