import type { ColumnType } from 'kysely';
import type { Schema } from '../database/open-database.ts';
import { track } from './migrations/0001-track.ts';

/** The tables, alike on every dialect. */
export interface TrackDatabase {
  track: {
    id: ColumnType<string, string, never>;
    size_bytes: ColumnType<number, number, never>;
    /** JSON. */
    about: ColumnType<string | null, string | null | undefined, string>;
  };
}

/** A file of its own: the session log can be moved, put back or begun anew without the music. */
export const TRACK_SCHEMA: Schema = {
  called: 'list of kept music',
  reserveBytes: 512 * 1024,
  migrations: { '0001-track': track },
};
