import { readFileSync } from 'node:fs';
import { dictionary } from 'cmu-pronouncing-dictionary';
import { indexOf, makeRhymes, RHYMES } from '../scripts/rhymes/make.ts';
import { GERMAN_HYPHENATED } from '../test/web/features/songs/german-hyphenated.ts';
import { seeded } from '../web/audio/random.ts';
import { guessed } from '../web/features/songs/sounds/english-guess.ts';
import { EnglishIndex } from '../web/features/songs/sounds/english-index.ts';
import { englishSounds } from '../web/features/songs/sounds/english.ts';
import { germanSounds } from '../web/features/songs/sounds/german.ts';
import type { WordSounds } from '../web/features/songs/sounds/word-sounds.ts';
import { columns, runAlone, type Part } from './report.ts';

const HELD_OUT = 1000;
/** The seed of the words that the rules for unknown ones were tuned on, with those of 12 to 14. */
const TUNED_ON = 11;
const LOOKUPS = 200;
const TRIES = 5;

const atOnce = () => Promise.resolve();

/** Words of the dictionary that anybody could type, drawn by a fixed seed. */
export function drawnWords(count: number, seed: number): readonly string[] {
  const words = Object.keys(dictionary).filter((word) => /^[a-z]{2,}$/.test(word));
  const random = seeded(seed);
  const drawn = new Set<string>();
  while (drawn.size < count) drawn.add(words[Math.floor(random() * words.length)]!);
  return [...drawn];
}

/** Share of words whose syllables, and whose rhyme, are guessed right by an index that never saw them. */
export async function heldOut(
  count: number,
  seed = 1,
): Promise<{ readonly syllables: number; readonly rhyme: number }> {
  const drawn = new Set(drawnWords(count, seed));
  const rest = Object.entries(dictionary).filter(([name]) => !drawn.has(name.replace(/\(\d\)$/, '')));
  const [without, all] = await Promise.all([
    EnglishIndex.read(indexOf(rest), atOnce),
    EnglishIndex.read(readFileSync(RHYMES, 'utf8'), atOnce),
  ]);
  let [syllables, rhyme] = [0, 0];
  for (const word of drawn) {
    const truth = all.entriesOf(word);
    const guess = guessed(without, word);
    if (truth.some(({ stress }) => stress.length === guess?.stress.length)) syllables++;
    if (truth.some(({ tail }) => tail === guess?.tail)) rhyme++;
  }
  return { syllables: syllables / count, rhyme: rhyme / count };
}

/** Share of these words whose syllables are counted right. */
export const countedRight = (
  sounds: WordSounds,
  words: readonly { readonly word: string; readonly syllables: number }[],
): number =>
  words.filter(({ word, syllables }) => sounds.soundOf(word)?.stress.length === syllables).length /
  words.length;

function leastMs(work: () => unknown): number {
  const times = Array.from({ length: TRIES }, () => {
    const begin = performance.now();
    work();
    return performance.now() - begin;
  });
  return Math.min(...times);
}

function slowestMs(
  sounds: WordSounds,
  words: readonly string[],
): { readonly worst: number; readonly median: number } {
  // The least of some tries: what the machine does besides is no cost of ours.
  const times = words.map((word) => leastMs(() => sounds.rhymesOf(word)));
  times.sort((a, b) => a - b);
  return { worst: times.at(-1)!, median: times[times.length >> 1]! };
}

/** Words' sound: how many syllables are right, and what a lookup costs. */
export const rhymes: Part = async () => {
  makeRhymes();
  const text = readFileSync(RHYMES, 'utf8');
  const english = englishSounds(await EnglishIndex.read(text, atOnce));
  const german = await germanSounds(atOnce);
  const floorMs = leastMs(() => {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1));
  });
  const listed = drawnWords(HELD_OUT, 2).map((word) => ({
    word,
    syllables: (dictionary[word]!.match(/\d/g) ?? []).length,
  }));
  const out = await heldOut(HELD_OUT);
  // The rules of the guess were made looking at these; the ones before were left alone.
  const tunedOn = await heldOut(HELD_OUT, TUNED_ON);
  const costs = {
    English: slowestMs(english, drawnWords(LOOKUPS, 3)),
    German: slowestMs(
      german,
      GERMAN_HYPHENATED.slice(0, LOOKUPS).map(({ word }) => word),
    ),
  };
  const data = {
    syllables: [
      {
        language: 'English, in the index',
        words: listed.length,
        right: countedRight(english, listed),
        rhyme: 1,
      },
      { language: 'English, held out', words: HELD_OUT, right: out.syllables, rhyme: out.rhyme },
      {
        language: 'English, tuned on',
        words: HELD_OUT,
        right: tunedOn.syllables,
        rhyme: tunedOn.rhyme,
      },
      {
        language: 'German',
        words: GERMAN_HYPHENATED.length,
        right: countedRight(german, GERMAN_HYPHENATED),
        rhyme: undefined,
      },
    ],
    lookups: Object.entries(costs).map(([language, { worst, median }]) => ({
      ...{ language, 'median ms': median, 'worst ms': worst },
      'worst, of the floor': worst / floorMs,
    })),
  };
  return {
    text:
      `${columns(data.syllables)}\n\n` +
      `${columns(data.lookups)}\n\nthe bar is 10 ms; floor: the index read once through, ${floorMs.toFixed(1)} ms here`,
    data,
  };
};

void runAlone(import.meta.url, rhymes);
