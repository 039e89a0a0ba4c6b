import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sessionsFileIn } from '../../../server/data-folder.ts';
import { openSqlite } from '../../../server/database/dialects/sqlite.ts';
import type { OpenDatabase } from '../../../server/database/open-database.ts';
import { openOnce } from '../../../server/database/reopening.ts';
import { clientKeys, type ClientKeys } from '../../../server/keys/client-keys.ts';
import { SCHEMA, type Tables } from '../../../server/schema.ts';
import { packing } from '../../../server/sessions/packing/packing.ts';
import type { LoggedEvent } from '../../../server/contract/index.ts';
import {
  logEntry,
  type LogEntry,
  type SessionLog,
  type SessionStore,
} from '../../../server/sessions/session-store.ts';
import { sqlSessionStore } from '../../../server/sessions/sql-session-store.ts';
import { verifyLog, type LogFault } from '../../../server/sessions/verify/verify-log.ts';
import { newSession, sessionId } from '../../support/session-store-contract.ts';

/** The session log of a service in a folder, whose sessions are encrypted, packed and looked into. */
export interface ClinicFolder {
  readonly open: OpenDatabase<Tables>;
  readonly store: SessionStore;
  readonly keys: ClientKeys;
  /** The sessions of a client. */
  of(client: string): SessionLog;
  /** Packs everything, as if all had been quiet for long. @returns chunks */
  pack(): Promise<number>;
  texts(n: number): Promise<readonly string[]>;
  faults(): Promise<readonly LogFault[]>;
}

export interface FolderPorts {
  /** Absent: nothing is encrypted. */
  readonly keyFile?: string;
  /** In place of a file in the folder. */
  readonly database?: OpenDatabase<Tables>;
}

export const clinicFolder = async (folder: string, ports: FolderPorts = {}): Promise<ClinicFolder> => {
  const open = ports.database ?? (await openSqlite<Tables>(sessionsFileIn(folder), SCHEMA));
  const { keyFile = join(folder, 'none.key') } = ports;
  const keysOf = () => clientKeys({ file: keyFile, encrypts: ports.keyFile !== undefined });
  const keys = keysOf();
  const store = sqlSessionStore(openOnce(open), undefined, keys);
  return {
    ...{ open, store, keys },
    of: (client) => store.within({ whose: [client], owner: client }),
    pack: async () => {
      let nowMs = 0;
      const packs = packing({ database: openOnce(open), keys, clock: () => nowMs, notify: fail });
      const before = await packs.look();
      nowMs = 3_600_000;
      return before + (await packs.look());
    },
    texts: (n) => store.texts(sessionId(n), { from: 0, limit: 100_000 }),
    // With keys of its own, so that nothing that was held in memory stands in for what is stored.
    faults: async () => (await verifyLog(open.within, () => undefined, keysOf())).faults,
  };
};

const fail = (message: string): void => {
  throw new Error(message);
};

/** A note of the person with those words. */
export const note = (seq: number, words: string): LogEntry =>
  logEntry({ seq, atMs: seq * 1000, type: 'note', author: 'person', words } as LoggedEvent);

/** Announces session `n` in a log and appends these words, each a note; returns the stored texts. */
export const tell = async (
  log: SessionLog,
  n: number,
  words: readonly string[],
): Promise<readonly string[]> => {
  await log.create(newSession(n));
  const entries = words.map((word, seq) => note(seq, word));
  const done = await log.append(sessionId(n), entries);
  if (!done.ok) throw new Error(done.fault.code);
  return entries.map(({ text }) => text);
};

/** The files of a folder, however deep, that contain one of these words. */
export const filesWith = (folder: string, words: readonly string[]): readonly string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesWith(path, words);
    const bytes = readFileSync(path);
    return words.some((word) => bytes.includes(word)) ? [path] : [];
  });
