import { pick, seeded } from '../random.ts';

/** A section in its place: which music, in which dress. */
export interface Section {
  readonly letter: string;
  readonly dress: string;
  /** Its number from the start of the module. */
  readonly number: number;
  /** Phrase of the module at which it begins. */
  readonly from: number;
  /** Phrases that it lasts, its breath among them. */
  readonly phrases: number;
  /** Whether its last phrase is a breath, since the theme comes next. */
  readonly breathes: boolean;
  /** Dress of the section after it. */
  readonly nextDress: string;
}

interface Plan {
  /** Orders that the piece may take: `A:pad A:full B:solo`. */
  readonly forms: readonly string[];
  /** Phrases of each letter. */
  readonly phrasesOf: Readonly<Record<string, number>>;
  readonly id: number;
}

type Word = readonly [letter: string, dress: string];

const wordsOf = (form: string): Word[] =>
  form
    .trim()
    .split(/\s+/)
    .map((word) => word.split(':') as unknown as Word);

/** Names the letters and dresses that the forms use, for checking. */
export const formWords = (forms: readonly string[]): Word[] => forms.flatMap(wordsOf);

/**
 * The sections of a performance from its start until the one with phrase `index` in it, and that one's successor.
 * Whenever a form is over another follows, not the same twice running where there are two.
 */
export function sectionsUntil({ forms, phrasesOf, id }: Plan, index: number, seed: number): Section[] {
  const sections: Section[] = [];
  const upcoming = wordsAhead(forms, id, seed);
  let from = 0;
  let word = upcoming();
  while (from <= index || sections.length === 0) {
    const [letter, dress] = word;
    word = upcoming();
    const breathes = word[0] === 'A';
    const phrases = phrasesOf[letter]! + (breathes ? 1 : 0);
    sections.push({ letter, dress, number: sections.length, from, phrases, breathes, nextDress: word[1] });
    from += phrases;
  }
  return sections;
}

function wordsAhead(forms: readonly string[], id: number, seed: number): () => Word {
  let [cycle, before] = [0, ''];
  let ahead: Word[] = [];
  return () => {
    if (ahead.length === 0) {
      const others = forms.filter((form) => form !== before || forms.length === 1);
      before = pick(seeded(seed, id, 11, cycle++), others);
      ahead = wordsOf(before);
    }
    return ahead.shift()!;
  };
}
