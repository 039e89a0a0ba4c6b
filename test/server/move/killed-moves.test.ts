import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/command-line.ts';
import { killedMoves } from '../../support/killed-moves.ts';
import { newPostgresDatabase } from '../../support/postgres-database.ts';

const folder = temporaryFolder();

describe('attune move', () => {
  // bench/move.ts kills it 50 times at random moments.
  it('loses and doubles nothing, killed five times as it copies', async () => {
    let seen = 0;
    const outcome = await killedMoves({
      folder: join(folder, 'data'),
      rows: 3000,
      kills: 5,
      main: 'dist/command-under-test/main.js',
      newDatabase: () => {
        seen = 0;
        return newPostgresDatabase();
      },
      moment: async (count) => {
        await expect.poll(count, { interval: 5 }).toBeGreaterThan(seen);
        seen = await count();
      },
    });
    expect(outcome).toMatchObject({ killed: 5, different: 0 });
  });
});
