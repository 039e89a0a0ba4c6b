import { germanEnd, nearOf } from './german-rhyme.ts';
import { stressedOf } from './german-stress.ts';
import { germanLetters, nucleiOf } from './german-syllables.ts';
import { germanWords } from './german-words.ts';
import { inOrder, type Rhyme, type Rhymes, type WordSound, type WordSounds } from './word-sounds.ts';

/** As many rhymes as anybody reads. */
const MOST = 400;

/** Words after which the page may do something else while the list is read. */
const WORDS_A_TURN = 200;

/**
 * German by rules; the words that are offered as rhymes are Attune's own list.
 *
 * @param pause  lets the page do something else; called every few milliseconds of work
 */
export async function germanSounds(pause: () => Promise<void>): Promise<WordSounds> {
  const [perfect, near] = [new Map<string, Rhyme[]>(), new Map<string, Rhyme[]>()];
  let done = 0;
  for (const { word, common } of germanWords()) {
    if (++done % WORDS_A_TURN === 0) await pause();
    const nuclei = nucleiOf(word);
    const end = germanEnd(word, nuclei);
    if (!end) continue;
    const rhyme = { word, common, syllables: nuclei.length };
    add(perfect, end.perfect, rhyme);
    add(near, end.near, rhyme);
    if (end.last !== undefined) add(near, nearOf(end.last), rhyme);
  }
  return { soundOf, rhymesOf: (word) => rhymesIn({ perfect, near }, word) };
}

function soundOf(word: string): WordSound | undefined {
  const nuclei = nucleiOf(word);
  if (nuclei.length === 0) return undefined;
  const stressed = stressedOf(germanLetters(word), nuclei);
  return { stress: nuclei.map((_, i) => (i === stressed ? '1' : '0')).join(''), guessed: false };
}

interface Lists {
  readonly perfect: ReadonlyMap<string, readonly Rhyme[]>;
  readonly near: ReadonlyMap<string, readonly Rhyme[]>;
}

function rhymesIn(lists: Lists, word: string): Rhymes {
  const end = germanEnd(word);
  if (!end) return { perfect: [], near: [], guessed: false };
  const taken = new Set([word.toLowerCase()]);
  const fresh = (rhymes: readonly Rhyme[] = []): readonly Rhyme[] =>
    rhymes.filter((rhyme) => {
      const own = rhyme.word.toLowerCase();
      return !taken.has(own) && taken.add(own);
    });
  const perfect = fresh(lists.perfect.get(end.perfect));
  const near = fresh([
    ...(lists.near.get(end.near) ?? []),
    ...(end.last === undefined
      ? []
      : [...(lists.perfect.get(end.last) ?? []), ...(lists.near.get(nearOf(end.last)) ?? [])]),
  ]);
  return { perfect: inOrder(perfect).slice(0, MOST), near: inOrder(near).slice(0, MOST), guessed: false };
}

function add(map: Map<string, Rhyme[]>, key: string, rhyme: Rhyme): void {
  const there = map.get(key);
  if (there) there.push(rhyme);
  else map.set(key, [rhyme]);
}
