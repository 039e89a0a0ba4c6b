import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import type { Root } from './root.ts';

/**
 * The root as twelve English words. The list has no German sister, so they are English in every language.
 *
 * Source: BIP-39; the last word holds four bits of a checksum.
 */
export const phraseOf = (root: Root): readonly string[] => entropyToMnemonic(root, wordlist).split(' ');

/** @returns the root, or `undefined` where these are no twelve words of the list with a right checksum */
export function rootOf(words: string): Root | undefined {
  const found = wordsIn(words);
  return found.length === 12 ? entropyOf(found) : undefined;
}

/** As people type them: any case, any white space, numbers or commas between them. */
export const wordsIn = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z]+/g) ?? [];

/** Any number of bytes that the list can say. */
export const wordsOf = (bytes: Uint8Array): readonly string[] =>
  entropyToMnemonic(bytes, wordlist).split(' ');

export function entropyOf(words: readonly string[]): Uint8Array | undefined {
  try {
    return mnemonicToEntropy(words.join(' '), wordlist);
  } catch {
    return undefined;
  }
}
