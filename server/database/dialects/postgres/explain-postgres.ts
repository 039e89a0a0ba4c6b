import type { Schema } from '../../open-database.ts';
import { StoreError, type StoreErrorCode } from '../../store-error.ts';

/** SQLSTATE, or what Node says of a connection, to a store's code; whole classes by their first two characters. */
const CODES: Readonly<Record<string, StoreErrorCode>> = {
  // disk_full
  '53100': 'full',
  // data_corrupted, index_corrupted
  XX001: 'corrupt',
  XX002: 'corrupt',
  // Connection exceptions, too_many_connections, and a server that is ended, has crashed, or is not up yet.
  '08': 'unavailable',
  '53300': 'unavailable',
  '57P01': 'unavailable',
  '57P02': 'unavailable',
  '57P03': 'unavailable',
  '57P05': 'unavailable',
  // read_only_sql_transaction: the server that was the first one is a standby since a failover.
  '25006': 'unavailable',
  // statement_timeout, a lock that was not to be had, and a transaction that lost against another one
  '57014': 'busy',
  '55P03': 'busy',
  '40001': 'busy',
  '40P01': 'busy',
  // out_of_memory
  '53200': 'busy',
  // ENOENT: the server's socket is not there.
  ...Object.fromEntries(
    [
      'ECONNREFUSED',
      'ECONNRESET',
      'EPIPE',
      'ETIMEDOUT',
      'EHOSTUNREACH',
      'ENETUNREACH',
      'ENOTFOUND',
      'EAI_AGAIN',
      'ENOENT',
    ].map((code) => [code, 'unavailable' as const]),
  ),
};

/** What pg says without a code where a connection was lost, or none was to be had in time. */
const LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client .*not queryable)/;

/** What a store's user does about what the driver threw. */
export const codeOf = (error: unknown): StoreErrorCode => {
  const { code = '', message = '' } = error as { readonly code?: string; readonly message?: string };
  if (message.startsWith('corrupted migrations')) return 'newer';
  return CODES[code] ?? CODES[code.slice(0, 2)] ?? (LOST.test(message) ? 'unavailable' : 'failed');
};

/** Where a database is, without the password. */
export const placeOf = (url: string): string => {
  const { protocol, username, host, pathname } = new URL(url);
  return `${protocol}//${username && `${username}@`}${decodeURIComponent(host)}${pathname}`;
};

/** @param place  for messages; see {@link placeOf} */
export const explainPostgres = (error: unknown, place: string, { called }: Schema): StoreError => {
  if (error instanceof StoreError) return error;
  const code = codeOf(error);
  const reason = error instanceof Error ? error.message || error.name : String(error);
  return new StoreError(code, messageOf(code, { place, called, reason }), { cause: error });
};

const messageOf = (
  code: StoreErrorCode,
  { place, called, reason }: { readonly place: string; readonly called: string; readonly reason: string },
): string => {
  switch (code) {
    case 'full':
      return `There is no room left on the disk of the database ${place}. Make room there.`;
    case 'corrupt':
      return `The ${called} in ${place} is damaged (${reason}). Restore a backup.`;
    case 'newer':
      return `${place} was written by a newer version of Attune. Update Attune.`;
    case 'unavailable':
      return `The database ${place} cannot be reached (${reason}). Start it, or put ATTUNE_DATABASE_URL right.`;
    case 'busy':
      return `The database ${place} is too busy (${reason}).`;
    case 'gone':
    case 'failed':
      return `The ${called} in ${place} cannot be used (${reason}). Put the database or ATTUNE_DATABASE_URL right.`;
  }
};
