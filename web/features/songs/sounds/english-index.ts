import { endOf, nearOf, type English } from './phones.ts';
import type { Rhyme } from './word-sounds.ts';

/** Lines after which the page may do something else while the index is read. */
const LINES_A_TURN = 8000;

/** A word of the index. */
interface Entry extends English {
  readonly word: string;
  readonly common: boolean;
}

/**
 * The words of the CMU Pronouncing Dictionary by their ends: lines of `word tail stress`, `*` after common ones, in
 * the order of the words read backwards, so that words that are spelled alike at the end lie side by side. A word with
 * several pronunciations has a line for each. See scripts/rhymes.
 */
export class EnglishIndex {
  readonly #text: string;
  /** Where each line begins, and one more. */
  readonly #starts: Uint32Array;
  /** Lines by tail, and tails by what near rhymes share. */
  readonly byTail: ReadonlyMap<string, readonly number[]>;
  readonly byNear: ReadonlyMap<string, readonly string[]>;

  private constructor(text: string, starts: Uint32Array, tails: Pick<EnglishIndex, 'byTail' | 'byNear'>) {
    this.#text = text;
    this.#starts = starts;
    this.byTail = tails.byTail;
    this.byNear = tails.byNear;
  }

  /** @param pause  lets the page do something else; called every few milliseconds of work */
  static async read(text: string, pause: () => Promise<void>): Promise<EnglishIndex> {
    const starts: number[] = [];
    const byTail = new Map<string, number[]>();
    for (let at = 0; at < text.length;) {
      const end = endOfLine(text, at);
      const { tail } = parsed(text.slice(at, end));
      const lines = byTail.get(tail);
      if (lines) lines.push(starts.length);
      else byTail.set(tail, [starts.length]);
      starts.push(at);
      at = end + 1;
      if (starts.length % LINES_A_TURN === 0) await pause();
    }
    starts.push(text.length + 1);
    const byNear = new Map<string, string[]>();
    let done = 0;
    for (const tail of byTail.keys()) {
      const near = nearOf(tail);
      const tails = byNear.get(near);
      if (tails) tails.push(tail);
      else byNear.set(near, [tail]);
      if (++done % LINES_A_TURN === 0) await pause();
    }
    return new EnglishIndex(text, Uint32Array.from(starts), { byTail, byNear });
  }

  /** Pronunciations of a word in lower case; empty: not in the index. */
  entriesOf(word: string): readonly Entry[] {
    const found = [];
    for (let line = this.#placeOf(word); line < this.#size; line++) {
      const entry = this.#entry(line);
      if (entry.word !== word) break;
      found.push(entry);
    }
    return found;
  }

  /** Words that share the longest end with one in lower case, 0 letters at least, and how many letters that is. */
  spelledAlike(word: string, most: number): readonly { readonly entry: Entry; readonly shared: number }[] {
    const place = this.#placeOf(word);
    const found = [];
    for (let line = Math.max(0, place - most); line < Math.min(this.#size, place + most); line++) {
      const entry = this.#entry(line);
      found.push({ entry, shared: sharedEnd(word, entry.word) });
    }
    return found.sort((a, b) => b.shared - a.shared).slice(0, most);
  }

  perfect(tail: string): readonly Rhyme[] {
    return (this.byTail.get(tail) ?? []).map((line) => rhymeOf(this.#entry(line)));
  }

  /** Words that sound alike at their end, those that rhyme perfectly left out. */
  near({ tail, stress }: English): readonly Rhyme[] {
    const end = endOf({ tail, stress });
    const tails = new Set([
      ...(this.byNear.get(nearOf(tail)) ?? []),
      ...(end === tail ? [] : [end, ...(this.byNear.get(nearOf(end)) ?? [])]),
    ]);
    tails.delete(tail);
    return [...tails].flatMap((one) => this.perfect(one));
  }

  get #size(): number {
    return this.#starts.length - 1;
  }

  #entry(line: number): Entry {
    return parsed(this.#text.slice(this.#starts[line], this.#starts[line + 1]! - 1));
  }

  /** The first line whose word does not come before `word`. */
  #placeOf(word: string): number {
    let [low, high] = [0, this.#size];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (backwards(this.#entry(middle).word, word) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The order of two words read from their ends; negative: the first comes first. */
export function backwards(a: string, b: string): number {
  const shared = sharedEnd(a, b);
  if (shared === a.length || shared === b.length) return a.length - b.length;
  return a.charCodeAt(a.length - 1 - shared) - b.charCodeAt(b.length - 1 - shared);
}

function sharedEnd(a: string, b: string): number {
  let shared = 0;
  while (shared < a.length && shared < b.length && a.at(-1 - shared) === b.at(-1 - shared)) shared++;
  return shared;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function parsed(line: string): Entry {
  const space = line.indexOf(' ');
  let digits = space + 1;
  while (line.charCodeAt(digits) > 57) digits++;
  const common = line.endsWith('*');
  return {
    word: line.slice(0, space),
    tail: line.slice(space + 1, digits),
    stress: line.slice(digits, common ? -1 : undefined),
    common,
  };
}

const rhymeOf = ({ word, stress, common }: Entry): Rhyme => ({ word, syllables: stress.length, common });
