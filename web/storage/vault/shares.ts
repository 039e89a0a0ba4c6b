import { randomBytes } from '@noble/ciphers/utils.js';
import { combine, split } from 'shamir-secret-sharing';
import { entropyOf, wordsIn, wordsOf } from './phrase.ts';
import type { Root } from './root.ts';

/** Three people get a card each; any two of them together can say the root, one alone knows nothing. */
export const SHARES = { people: 3, needed: 2 } as const;

const VERSION = 1;
const SHARE_BYTES = 17;
/** Of version, set and share: what fifteen words hold. */
const CARD_BYTES = 1 + 2 + SHARE_BYTES;

/**
 * Fifteen words for each of three people.
 *
 * Source: Shamir 1979, doi:10.1145/359168.359176, by the audited package shamir-secret-sharing; the cards of one
 * making carry a number of their own, so that cards of two makings are never put together.
 */
export async function sharesOf(root: Root): Promise<readonly (readonly string[])[]> {
  const shares = await split(Uint8Array.from(root), SHARES.people, SHARES.needed);
  const set = randomBytes(2);
  return shares.map((share) => wordsOf(Uint8Array.of(VERSION, ...set, ...share)));
}

/** @returns the root; `undefined`: not two different cards of one making, or a word is wrong */
export async function rootOfShares(cards: readonly string[]): Promise<Root | undefined> {
  const read = cards.map((card) => entropyOf(wordsIn(card)));
  const first = read[0];
  const alike = (card: Uint8Array | undefined): card is Uint8Array =>
    card?.length === CARD_BYTES && [0, 1, 2].every((i) => card[i] === first?.[i]) && card[0] === VERSION;
  if (read.length < SHARES.needed || !read.every(alike)) return undefined;
  try {
    return await combine(read.map((card) => card.slice(3)));
  } catch {
    return undefined;
  }
}
