import { firstValueFrom } from 'rxjs';
import type { SessionEvent } from '../../engine/index.ts';
import type { BelongingFile, Belongings } from '../kit/belongings.ts';
import { lastRead } from './live-table.ts';
import type { OutboxDatabase, StoredSession } from './outbox-database.ts';
import { asNdjson, type Outbox } from './outbox.ts';

interface SessionsBelongings extends Pick<Belongings, 'title'> {
  readonly outbox: Pick<Outbox, 'sessions$' | 'eventsOf' | 'remove'>;
  readonly database: Pick<OutboxDatabase, 'sessions' | 'addWhole'>;
}

/** What is said of a session beside its log. */
type Line = Pick<StoredSession, 'id' | 'startedAtMs' | 'protocol' | 'source'>;

const LIST = 'sessions.ndjson';

/** The sessions of this browser: a list, and the log of each. */
export function sessionsBelongings({ title, outbox, database }: SessionsBelongings): Belongings {
  const here = async (): Promise<readonly StoredSession[]> =>
    (await firstValueFrom(lastRead(outbox.sessions$))).filter(({ deleted }) => !deleted);
  return {
    folder: 'sessions',
    title,
    take: async () => {
      const sessions = await here();
      const lines = sessions.map(({ id, startedAtMs, protocol, source }): Line => ({
        id,
        startedAtMs,
        protocol,
        source,
      }));
      const logs = sessions.map(async ({ id }) => file(`${id}.ndjson`, asNdjson(await outbox.eventsOf(id))));
      return [file(LIST, ndjson(lines)), ...(await Promise.all(logs))];
    },
    put: async (files) => {
      const rows = rowsOf(files.find(({ path }) => path === LIST)) as readonly Line[];
      const given = rows.map((line) => ({
        line,
        log: rowsOf(files.find(({ path }) => path === `${line.id}.ndjson`)) as readonly SessionEvent[],
      }));
      for (const { line, log } of given) {
        if (log[0]?.type !== 'session-started') throw new RangeError(`${line.id}.ndjson is no session`);
        if (await database.sessions.get(line.id)) continue;
        const fresh = { kept: 0, acknowledged: 0, known: 0, upload: 'pending', restored: true } as const;
        const { id, startedAtMs, protocol, source } = line;
        await database.addWhole({ id, startedAtMs, protocol, source, ...fresh, lastAtMs: startedAtMs }, log);
      }
    },
    destroy: async () => {
      for (const { id } of await here()) await outbox.remove(id);
    },
  };
}

const ndjson = (rows: readonly unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

const file = (path: string, text: string): BelongingFile => ({ path, bytes: new TextEncoder().encode(text) });

function rowsOf(given: BelongingFile | undefined): readonly unknown[] {
  if (!given) throw new RangeError('a file of the sessions is missing');
  const lines = new TextDecoder().decode(given.bytes).split('\n');
  return lines.filter((line) => line !== '').map((line): unknown => JSON.parse(line));
}
