import { hash } from 'node:crypto';
import type { NewSession } from '../contract/index.ts';

/** SHA-256, base64url: 43 characters. */
const sha256 = (text: string): string => hash('sha256', text, 'base64url');

/** Where a session's chain begins: what the session says of itself. */
export const originOf = ({ id, startedAtMs, protocol }: NewSession): string =>
  sha256(JSON.stringify(['attune session 1', id, startedAtMs, protocol]));

/** The chain's hash after one more event. @param head  the hash before it */
export const headAfter = (head: string, seq: number, text: string): string =>
  sha256(`${head}\n${seq}\n${text}`);

/**
 * The first 48 bits of a hash, as each row keeps them: they tell where a chain breaks, its whole head that it does.
 */
export const linkOf = (head: string): string => head.slice(0, 8);

/** By what a session is named where it may outlive it: only who knows the id, which is random, finds it by this. */
export const sessionHashOf = (id: string): string => sha256(`attune session id\n${id}`);

/** By what whoever had a session is known once it is deleted: only to who knows both ids. */
export const ownerHashOf = (id: string, client: string): string =>
  sha256(`attune session owner\n${id}\n${client}`);

/** What a tombstone keeps of a deleted session. */
export interface Buried {
  readonly sessionHash: string;
  readonly deletedAtMs: number;
  readonly events: number;
  readonly head: string;
}

export const tombstoneHashOf = ({ sessionHash, deletedAtMs, events, head }: Buried): string =>
  sha256(JSON.stringify(['attune tombstone 1', sessionHash, deletedAtMs, events, head]));
