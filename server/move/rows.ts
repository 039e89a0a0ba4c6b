import type { OpenDatabase } from '../database/open-database.ts';
import { MoveError } from './move-error.ts';

/** What a driver gives for a column, in either dialect. */
export type Value = string | number | bigint | boolean | Uint8Array | null;
export type Row = Readonly<Record<string, Value>>;

/** Any tables: what moves them knows none of them. */
export type AnyTables = Record<string, Record<string, Value>>;
export type AnyDatabase = OpenDatabase<AnyTables>;
/** What is only read of one; its `db` may be a transaction, so that all is of one moment. */
export type AnySource = Pick<AnyDatabase, 'dialect' | 'db'>;

/**
 * The value as both dialects keep it: SQLite has no booleans.
 * @throws MoveError `unusable`  a value that is of another kind, such as a date of the driver's own
 */
export const plain = (value: unknown, where: string): string | number | bigint | Uint8Array | null => {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value;
  if (value instanceof Uint8Array) return value;
  throw new MoveError('unusable', `${where} holds a kind of value that cannot be moved.`);
};
