import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { killedMoves } from '../test/support/killed-moves.ts';
import { startPostgres } from '../test/support/postgres-server.ts';
import { runAlone, type Report } from './report.ts';

/** More than a whole move takes on an idle machine. */
const WITHIN_MS = 4000;

/**
 * `attune move` from a data folder to PostgreSQL, killed at random moments until it was killed 50 times: does every
 * database that was filled so hold what the folder holds?
 * Run: npm run build, then npx tsx bench/move.ts [--kills 50] [--rows 5000] [--json]
 */
async function moving(args: readonly string[]): Promise<Report> {
  const options = {
    kills: { type: 'string', default: '50' },
    rows: { type: 'string', default: '5000' },
  } as const;
  const { values } = parseArgs({ args: [...args], options });
  const folder = mkdtempSync(join(tmpdir(), 'attune-move-'));
  const server = await startPostgres();
  let databases = 0;
  let turn = 0;
  try {
    const outcome = await killedMoves({
      folder: join(folder, 'data'),
      rows: Number(values.rows),
      kills: Number(values.kills),
      main: fileURLToPath(new URL('../dist/node/main.js', import.meta.url)),
      newDatabase: async () => {
        const name = `moved_${(databases += 1)}`;
        const client = new pg.Client(server.url('postgres'));
        await client.connect();
        await client.query(`create database ${name}`);
        await client.end();
        return server.url(name);
      },
      // Every second one as rows are copied, which is short beside the start of the process.
      moment: async (count) => {
        if ((turn += 1) % 2 === 0) return setTimeout(Math.random() * WITHIN_MS);
        const before = await count();
        for (let i = 0; i < 1000 && (await count()) === before; i++) await setTimeout(5);
        return setTimeout(Math.random() * 100);
      },
    });
    const { killed, midway, targets, different } = outcome;
    const text =
      `killed ${killed} times, ${midway} of them with a part of the rows there; ` +
      `${targets} databases filled, ${different} not the same as the source`;
    return { text, data: outcome };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

await runAlone(import.meta.url, moving);
