import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { openPostgres } from '../../server/database/dialects/postgres.ts';
import { openSqlite } from '../../server/database/dialects/sqlite.ts';
import { sessionsFileIn } from '../../server/index.ts';
import type { AnyDatabase, AnyTables } from '../../server/move/rows.ts';
import { SCHEMA } from '../../server/schema.ts';
import { allRows, fillTables } from './any-rows.ts';

export interface KilledMoves {
  /** Where the source is made. */
  readonly folder: string;
  readonly rows: number;
  readonly kills: number;
  /** The command line, bundled. */
  readonly main: string;
  /** The address of a new, empty database. */
  readonly newDatabase: () => Promise<string>;
  /** Resolves when the move that was just started shall be killed; `count` says how many events are copied. */
  readonly moment: (count: () => Promise<number>) => Promise<unknown>;
}

export interface KilledMovesOutcome {
  readonly killed: number;
  /** Of them with a part of the rows there. */
  readonly midway: number;
  /** Databases that were filled, each at last to the end. */
  readonly targets: number;
  /** Of them those that were not the same as the source. */
  readonly different: number;
}

/** Moves a data folder to PostgreSQL and kills the process again and again, until it was killed so many times. */
export const killedMoves = async (options: KilledMoves): Promise<KilledMovesOutcome> => {
  const { folder, rows, kills, main, newDatabase, moment } = options;
  mkdirSync(folder, { recursive: true });
  const source = await openSqlite<AnyTables>(sessionsFileIn(folder), SCHEMA);
  await fillTables(source, { rows });
  const wanted = JSON.stringify(await allRows(source));
  await source.close();
  const start = (url: string) => spawn(process.execPath, [main, 'move', '--from', folder, '--to', url]);
  const outcome = { killed: 0, midway: 0, targets: 0, different: 0 };
  while (outcome.killed < kills) {
    const url = await newDatabase();
    outcome.targets += 1;
    const target = await openPostgres<AnyTables>(url, SCHEMA, {
      ...{ applicationName: 'look', connections: 1, reach: 'all' },
    });
    const count = () => countIn(target);
    for (let isDone = false; !isDone;) {
      const child = start(url);
      const said = text(child.stderr);
      const ended = once(child, 'close') as Promise<[number | null]>;
      if (outcome.killed < kills) await Promise.race([moment(count), ended]);
      else await ended;
      child.kill('SIGKILL');
      const [code] = await ended;
      if (code !== null && code !== 0) throw new Error(await said);
      isDone = code === 0;
      if (isDone) continue;
      outcome.killed += 1;
      if ((await count()) > 0) outcome.midway += 1;
    }
    if (JSON.stringify(await allRows(target)) !== wanted) outcome.different += 1;
    await target.close();
  }
  return outcome;
};

const countIn = async ({ db }: AnyDatabase): Promise<number> => {
  const counted = db.selectFrom('session_event').select((it) => it.fn.countAll<number>().as('n'));
  return (await counted.executeTakeFirstOrThrow()).n;
};
