import type { Language } from '../../../kit/language.ts';
import type { WordSounds } from './word-sounds.ts';

/** A word of a line as it is sung. */
export interface LineWord {
  readonly text: string;
  /** A digit a syllable: 1 stressed, 2 half, 0 not; empty: it has no sound ("–"). */
  readonly stress: string;
  readonly guessed: boolean;
}

export interface LineSound {
  readonly words: readonly LineWord[];
  readonly syllables: number;
}

/** Small words that carry no beat of their own. */
const LIGHT: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    `a an the of to in on at by for from with as and or but nor so if than that is am are was were be been do does did
    has have had i me my we us our you your he him his she her it its they them their will would can could shall
    should i'm i'll i'd i've you're you'll he's she's it's we're we'll they're`.split(/\s+/),
  ),
  de: new Set(
    `der die das den dem des ein eine einen einem einer eines und oder aber denn dass ob wenn als wie zu in im an am auf
    aus bei mit von vom zum zur für um ich du er sie es wir ihr mich dich sich uns euch mir dir ihm ihnen mein dein sein
    bin bist ist sind war hat hab so nur da man`.split(/\s+/),
  ),
};

/** The words of a line with their stress; a chord in brackets, as ChordPro has them, is left out. */
export function lineSound(line: string, language: Language, sounds: WordSounds | undefined): LineSound {
  const words = wordsOf(line).map((text) => {
    const sound = sounds?.soundOf(text);
    if (!sound) return { text, stress: '', guessed: false };
    const light = sound.stress.length === 1 && LIGHT[language].has(bare(text));
    return { text, stress: light ? '0' : sound.stress, guessed: sound.guessed };
  });
  return { words, syllables: words.reduce((sum, { stress }) => sum + stress.length, 0) };
}

/** Words with the signs that hang on them; hyphens part them, since each half has a stress of its own. */
export const wordsOf = (line: string): string[] =>
  line
    .replace(/\[[^\]]*\]/g, '')
    .split(/\s+|(?<=\p{L}-)(?=\p{L})/u)
    .filter((word) => word !== '');

/** A word without the signs around it. */
export const bare = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

/** Stanzas of a lyric: a blank line parts them. */
export const stanzasOf = (text: string): readonly (readonly string[])[] =>
  text
    .split(/\n[ \t]*\n+/)
    .map((stanza) =>
      stanza
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
    .filter((lines) => lines.length > 0);

/** The word at a place of a text, the caret of a field; `undefined` between words. */
export function wordAt(text: string, at: number): string | undefined {
  const before = /[\p{L}'’]*$/u.exec(text.slice(0, at))?.[0] ?? '';
  const after = /^[\p{L}'’]*/u.exec(text.slice(at))?.[0] ?? '';
  return bare(before + after) === '' ? undefined : before + after;
}
