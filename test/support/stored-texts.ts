import type { Database } from 'better-sqlite3';
import { eventsOfChunk, type Chunk } from '../../server/sessions/stored-form.ts';

/** The texts of a session's events as its database file has them, packed or not; not of one that is encrypted. */
export const storedTexts = (database: Database, session: string): readonly string[] => {
  const chunks = database
    .prepare<[string], Chunk>(
      'select from_seq, events, data from session_chunk where session_id = ? order by from_seq',
    )
    .all(session);
  const rows = database
    .prepare<[string], string>('select text from session_event where session_id = ? order by seq')
    .pluck()
    .all(session);
  const packed = chunks.flatMap((chunk) => eventsOfChunk(undefined, session, chunk));
  return [...packed.map(({ text }) => text), ...rows];
};
