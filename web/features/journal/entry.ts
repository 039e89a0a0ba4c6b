import type { Feeling } from './feelings.ts';

/** What a word in the text is to the person. */
export type TriggerKind = 'person' | 'place' | 'song';
export const TRIGGER_KINDS: readonly TriggerKind[] = ['person', 'place', 'song'];

export interface Trigger {
  /** As it stands in the text. */
  readonly words: string;
  readonly kind: TriggerKind;
}

/** How heavy an entry was at some time, 0 light to 100 heavy. */
export interface Weighing {
  readonly atMs: number;
  readonly heavy: number;
}

/** One thing that somebody wrote. Only the vault keeps it. */
export interface Entry {
  readonly id: string;
  readonly writtenAtMs: number;
  readonly text: string;
  readonly feelings: readonly Feeling[];
  readonly triggers: readonly Trigger[];
  /** As written first, then as met again, oldest first; empty: not weighed. */
  readonly weighed: readonly Weighing[];
  /** The person would not meet it again. */
  readonly rest?: true;
  /** It was begun, and nobody has said that it is done. */
  readonly unfinished?: true;
}

/** An entry is met again at the earliest after so long, ms. */
export const AGAIN_AFTER_MS = 14 * 86_400_000;

export const emptyEntry = (id: string, writtenAtMs: number): Entry => ({
  ...{ id, writtenAtMs, text: '' },
  ...{ feelings: [], triggers: [], weighed: [], unfinished: true },
});

/** Newest first; two of one moment by their names, so that the order is the same on every visit. */
export const newestFirst = (entries: readonly Entry[]): readonly Entry[] =>
  [...entries].sort((a, b) => b.writtenAtMs - a.writtenAtMs || (a.id < b.id ? -1 : 1));

/** What was marked in any of them, each once however it is written, the newest first. */
export function marksOf(entries: readonly Entry[]): readonly Trigger[] {
  const found = new Map<string, Trigger>();
  for (const mark of entries.flatMap(({ triggers }) => triggers)) {
    const name = `${mark.kind} ${mark.words.toLowerCase()}`;
    if (!found.has(name)) found.set(name, mark);
  }
  return [...found.values()];
}

/**
 * Whether it may be met again now: it was weighed two weeks ago or more, and the person has not laid it to rest. A
 * clock that was set back makes nothing due.
 */
export function isDueAgain({ weighed, rest, unfinished }: Entry, nowMs: number): boolean {
  const last = weighed.at(-1);
  return last !== undefined && !rest && !unfinished && nowMs - last.atMs >= AGAIN_AFTER_MS;
}

/** The first words, for a list. */
export function beginningOf(text: string, most = 90): string {
  const line = text.trim().replace(/\s+/g, ' ');
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2))}…`;
}

/** A day of the person's own calendar, as in "2026-11-27". */
export function dayOf(atMs: number): string {
  const date = new Date(atMs);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
