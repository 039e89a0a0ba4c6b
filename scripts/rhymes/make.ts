import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dictionary } from 'cmu-pronouncing-dictionary';
import { backwards } from '../../web/features/songs/sounds/english-index.ts';
import { englishOf } from '../../web/features/songs/sounds/phones.ts';
import { isCommon } from './common-words.ts';

/** Where the app and the tests look for it; not kept in the repository. */
const FOLDER = join(import.meta.dirname, '../../web/features/songs/made');
export const RHYMES = join(FOLDER, 'english-rhymes.txt');
const ROOT = join(import.meta.dirname, '../..');
/** Everything whose change changes the index. */
const MADE_OF = [
  'scripts/rhymes/make.ts',
  'scripts/rhymes/common-words.ts',
  'web/features/songs/sounds/english-index.ts',
  'web/features/songs/sounds/phones.ts',
  'node_modules/cmu-pronouncing-dictionary/package.json',
];

/** Possessives that are words of their own; the others follow from the word before the apostrophe. */
const KEPT_POSSESSIVES = /^(it|that|he|she|what|there|here|who|where|how|let)'s$/;

/** Reduces the CMU Pronouncing Dictionary to what verse asks for. What has not changed is not made again. */
export function makeRhymes(): void {
  mkdirSync(FOLDER, { recursive: true });
  const stamp = MADE_OF.reduce(
    (hash, path) => hash.update(readFileSync(join(ROOT, path))),
    createHash('sha256'),
  );
  const made = stamp.digest('hex');
  const stampFile = join(FOLDER, 'english-rhymes.made');
  if (existsSync(RHYMES) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === made) return;
  write(RHYMES, indexOf(Object.entries(dictionary)));
  write(stampFile, made);
}

/** The index of these words, as `EnglishIndex.read` takes it. */
export function indexOf(words: readonly (readonly [word: string, pronunciation: string])[]): string {
  const lines = words.flatMap(([name, pronunciation]) => {
    // "read(2)" is another way to say "read".
    const word = name.replace(/\(\d\)$/, '');
    if (!/^[a-z]+('[a-z]+)?$/.test(word)) return [];
    if (word.endsWith("'s") && !KEPT_POSSESSIVES.test(word)) return [];
    const sound = englishOf(pronunciation);
    return sound ? [{ word, line: `${word} ${sound.tail}${sound.stress}${isCommon(word) ? '*' : ''}` }] : [];
  });
  // The dictionary gives the more usual way first, and sorting keeps that order.
  const sorted = lines.sort((a, b) => backwards(a.word, b.word));
  return [...new Set(sorted.map(({ line }) => line))].join('\n');
}

/** Two builds at a time do no harm: each file appears whole. */
function write(file: string, content: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}
