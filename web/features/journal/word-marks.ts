import type { Trigger } from './entry.ts';

/** A piece of the text: a word, or what stands between two. */
export interface Piece {
  readonly from: number;
  readonly text: string;
  readonly isWord: boolean;
  /** What the word, or the words around it, were marked as. */
  readonly trigger: Trigger | undefined;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;

/** The text in words and what is between them; together they are the text again. */
export function piecesOf(text: string, triggers: readonly Trigger[]): readonly Piece[] {
  const marked = triggers.flatMap((trigger) => rangesOf(text, trigger));
  const triggerAt = (from: number, to: number) =>
    marked.find((range) => range.from <= from && to <= range.to)?.trigger;
  const pieces: Piece[] = [];
  let at = 0;
  const add = (to: number, isWord: boolean): void => {
    if (to === at) return;
    pieces.push({ from: at, text: text.slice(at, to), isWord, trigger: triggerAt(at, to) });
    at = to;
  };
  for (const match of text.matchAll(WORD)) {
    add(match.index, false);
    add(match.index + match[0].length, true);
  }
  add(text.length, false);
  return pieces;
}

/** The words from one tapped piece to another, as they stand in the text. */
export function wordsBetween(pieces: readonly Piece[], one: number, other: number): string {
  const [from, to] = one < other ? [one, other] : [other, one];
  return pieces
    .filter((piece) => piece.from >= from && piece.from <= to)
    .map(({ text }) => text)
    .join('');
}

/** Marks are words of the text: one whose words are no longer there is no mark any more. */
export const marksIn = (text: string, triggers: readonly Trigger[]): readonly Trigger[] =>
  triggers.filter((trigger) => rangesOf(text, trigger).length > 0);

function rangesOf(text: string, trigger: Trigger): { from: number; to: number; trigger: Trigger }[] {
  const found: { from: number; to: number; trigger: Trigger }[] = [];
  if (trigger.words === '') return found;
  for (let from = text.indexOf(trigger.words); from >= 0; from = text.indexOf(trigger.words, from + 1)) {
    const to = from + trigger.words.length;
    // "Ann" is not marked within "Annoyed".
    if (!isLetter(text[from - 1]) && !isLetter(text[to])) found.push({ from, to, trigger });
  }
  return found;
}

const isLetter = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
