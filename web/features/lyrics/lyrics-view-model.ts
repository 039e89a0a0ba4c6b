import { map } from 'rxjs';
import { behavior, keepLatest, type Behavior } from '../../kit/behavior.ts';
import type { Unread, VaultTable } from '../../storage/vault/index.ts';
import { answered, type LyricNotes, type QuestionId } from './lyric-notes.ts';

/** What is on the screen. The lyric and its marks live here and nowhere else, and end with the visit. */
export interface LyricVisit {
  readonly title: string;
  readonly artist: string;
  readonly lyric: string;
  /** Lines of the lyric that were marked, by their place. */
  readonly marked: readonly number[];
  readonly answers: LyricNotes['answers'];
}

export interface LyricsViewModel {
  readonly visit$: Behavior<LyricVisit>;
  /** Newest first. */
  readonly notes$: Behavior<readonly LyricNotes[] | Unread>;
  readonly kept$: Behavior<'kept' | 'not-kept' | undefined>;
  change(change: Partial<Pick<LyricVisit, 'title' | 'artist' | 'lyric'>>): void;
  mark(line: number): void;
  answer(question: QuestionId, text: string): void;
  /** Keeps the answers with title and artist, again under the same name in the same visit; never the lyric. */
  keep(): Promise<void>;
  /** The person has left: the lyric is dropped. */
  leave(): void;
  delete(notes: LyricNotes): Promise<void>;
}

const EMPTY: LyricVisit = { title: '', artist: '', lyric: '', marked: [], answers: {} };

export function lyricsViewModel({
  table,
  nowMs,
  newId,
}: {
  readonly table: VaultTable<LyricNotes>;
  readonly nowMs: () => number;
  readonly newId: () => string;
}): LyricsViewModel {
  const visit$ = behavior(EMPTY);
  const kept$ = behavior<'kept' | 'not-kept' | undefined>(undefined);
  let id = newId();
  const set = (change: Partial<LyricVisit>): void => {
    kept$.next(undefined);
    visit$.next({ ...visit$.value, ...change });
  };
  return {
    ...{ visit$, kept$ },
    notes$: keepLatest(table.rows$.pipe(map(newestFirst)), newestFirst(table.rows$.value)),
    // Other words are other lines: marks would lie on the wrong ones.
    change: (change) => set({ ...change, ...(change.lyric !== undefined && { marked: [] }) }),
    mark: (line) => {
      const { marked } = visit$.value;
      set({ marked: marked.includes(line) ? marked.filter((one) => one !== line) : [...marked, line] });
    },
    answer: (question, text) => set({ answers: { ...visit$.value.answers, [question]: text } }),
    keep: async () => {
      const { title, artist, answers } = visit$.value;
      if (answered({ answers }).length === 0) return;
      try {
        await table.put({ id, atMs: nowMs(), title, artist, answers });
        kept$.next('kept');
      } catch {
        kept$.next('not-kept');
      }
    },
    leave: () => {
      id = newId();
      kept$.next(undefined);
      visit$.next(EMPTY);
    },
    delete: ({ id: which }) => table.delete(which),
  };
}

const newestFirst = (rows: readonly LyricNotes[] | Unread): readonly LyricNotes[] | Unread =>
  isRead(rows) ? [...rows].sort((a, b) => b.atMs - a.atMs) : rows;

/** Narrows; `Array.isArray` does not know readonly arrays. */
export const isRead = <T>(rows: readonly T[] | Unread): rows is readonly T[] => Array.isArray(rows);
