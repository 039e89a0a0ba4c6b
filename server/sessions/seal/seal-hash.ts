import { hash } from 'node:crypto';
import type { Buried } from '../chain.ts';

/** How a session stood. */
export interface SealedSession {
  readonly sessionHash: string;
  readonly events: number;
  readonly head: string;
}

/** All that a seal stands for. */
export interface Sealed {
  readonly number: number;
  readonly atMs: number;
  /** Hash of the seal before; empty for the first. */
  readonly before: string;
  readonly sessions: readonly SealedSession[];
  readonly tombstones: readonly Buried[];
}

/** The hash of a seal: whatever order its sessions are in. base64url */
export const sealHashOf = ({ number, atMs, before, sessions, tombstones }: Sealed): string => {
  const lines = [
    JSON.stringify(['attune seal 1', number, atMs, before]),
    ...sessions.map((it) => JSON.stringify([it.sessionHash, it.events, it.head])).sort(),
    ...tombstones
      .map((it) => JSON.stringify([it.sessionHash, it.deletedAtMs, it.events, it.head, 'deleted']))
      .sort(),
  ];
  return hash('sha256', lines.join('\n'), 'base64url');
};

/** A hash as it is printed and typed: 64 hexadecimal digits in groups of four. */
export const printedHead = (sealHash: string): string =>
  Buffer.from(sealHash, 'base64url')
    .toString('hex')
    .replace(/(.{4})(?!$)/g, '$1 ');

/** The hash that was printed so, with a number in front or none. Absent: it is no such head. */
export const headRead = (text: string): string | undefined => {
  const digits = text.replace(/^.*:/, '').replace(/[\s-]/g, '').toLowerCase();
  return /^[0-9a-f]{64}$/.test(digits) ? Buffer.from(digits, 'hex').toString('base64url') : undefined;
};
