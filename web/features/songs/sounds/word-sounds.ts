/** How a word sounds in a line. */
export interface WordSound {
  /** A digit a syllable: 1 stressed, 2 half, 0 not. As long as the word has syllables. */
  readonly stress: string;
  /** The word is not known: this is worked out from its letters. */
  readonly guessed: boolean;
}

export interface Rhyme {
  readonly word: string;
  readonly syllables: number;
  /** One of the words that people use every day. */
  readonly common: boolean;
}

/** What rhymes with a word, shortest first, common words before others. */
export interface Rhymes {
  readonly perfect: readonly Rhyme[];
  /** Alike, and no more: the same vowel before consonants of the same kind. */
  readonly near: readonly Rhyme[];
  /** What they were looked up by is worked out from the word's letters. */
  readonly guessed: boolean;
}

/** The sound of a language's words. Words may come in any case; what is no word has no sound. */
export interface WordSounds {
  soundOf(word: string): WordSound | undefined;
  rhymesOf(word: string): Rhymes;
}

/** The order in which rhymes are shown: by syllables, and of as many first what is common. */
export const inOrder = (rhymes: readonly Rhyme[]): Rhyme[] =>
  [...rhymes].sort(
    (a, b) =>
      a.syllables - b.syllables ||
      Number(b.common) - Number(a.common) ||
      (a.word < b.word ? -1 : a.word > b.word ? 1 : 0),
  );
