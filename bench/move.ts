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

/**
 * `attune move` from a data folder to PostgreSQL, killed at random moments until it was killed 50 times: does every
 * database that was filled so hold what the folder holds?
 * Run: npm run build, then npx tsx bench/move.ts [--kills 50] [--rows 5000] [--within-ms 4000] [--json]
 * A moment is any within so many ms of the start, which is more than a whole move takes on an idle machine.
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
      moment: () => setTimeout(Math.random() * Number(values['within-ms'])),
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
