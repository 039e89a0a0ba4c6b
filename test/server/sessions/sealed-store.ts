import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database as Sqlite } from 'better-sqlite3';
import { openSqliteFile, overSqlite } from '../../../server/database/dialects/sqlite.ts';
import type { OpenDatabase } from '../../../server/database/open-database.ts';
import { openOnce } from '../../../server/database/reopening.ts';
import { SCHEMA, type Tables } from '../../../server/schema.ts';
import { sealKeyIn } from '../../../server/sessions/seal/seal-key.ts';
import { writeSeal } from '../../../server/sessions/seal/write-seal.ts';
import { logEntry, type SessionStore } from '../../../server/sessions/session-store.ts';
import { sqlSessionStore } from '../../../server/sessions/sql-session-store.ts';
import { verifyLog, type LogFault } from '../../../server/sessions/verify/verify-log.ts';
import { event, sessionId } from '../../support/session-store-contract.ts';

/** A session log in memory that can be sealed, checked, and changed behind its back. */
export interface SealedStore {
  readonly open: OpenDatabase<Tables>;
  readonly store: SessionStore;
  readonly keyFile: string;
  /** Appends events to a session from one number to before another. */
  append(n: number, from: number, to: number): Promise<void>;
  seal(atMs?: number): Promise<number | undefined>;
  faults(): Promise<readonly LogFault[]>;
  /** Runs a statement that no store would. */
  tamper(sql: string): void;
  close(): Promise<void>;
}

export const sealedStore = async (file = ':memory:'): Promise<SealedStore> => {
  const folder = mkdtempSync(join(tmpdir(), 'attune-sealed-'));
  const sqlite: Sqlite = openSqliteFile(file);
  const open = await overSqlite<Tables>(sqlite, SCHEMA);
  const store = sqlSessionStore(openOnce(open));
  const keyFile = join(folder, 'seal-key.pem');
  return {
    open,
    store,
    keyFile,
    append: async (n, from, to) => {
      const entries = Array.from({ length: to - from }, (_, i) => logEntry(event(from + i)));
      await store.append(sessionId(n), entries);
    },
    seal: (atMs = 1_700_000_000_000) => writeSeal(open.within, sealKeyIn(keyFile), { atMs }),
    faults: async () => (await verifyLog(open.within, () => undefined)).faults,
    tamper: (sql) => void sqlite.exec(`pragma foreign_keys = off; ${sql}; pragma foreign_keys = on`),
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
