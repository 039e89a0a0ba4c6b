import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { moveCommand } from '../../cli/commands/move.ts';
import { openSqliteSessionStore, sessionsFileIn } from '../../server/index.ts';
import { commandHere } from '../support/command-here.ts';
import { temporaryFolder } from '../support/command-line.ts';
import { newSession } from '../support/session-store-contract.ts';

const root = temporaryFolder();
const folderWith = async (name: string, sessions: number): Promise<string> => {
  const folder = join(root, name);
  mkdirSync(join(folder, 'music'), { recursive: true });
  const store = await openSqliteSessionStore(sessionsFileIn(folder));
  for (let n = 1; n <= sessions; n++) await store.create(newSession(n));
  await store.close();
  return folder;
};

describe('attune move', () => {
  it('says of each table how many rows there are, and where music stays', async () => {
    const from = await folderWith('from', 3);
    const { code, out, err } = await commandHere(moveCommand(), '--from', from, '--to', join(root, 'to'));
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^session +3 rows, 3 copied now, the same on both sides \([0-9a-f]{16}\)$/m);
    expect(out).toContain(`it stays in ${join(from, 'music')}.`);
    const again = await commandHere(moveCommand(), '--from', from, '--to', join(root, 'to'), '--json');
    expect(JSON.parse(again.out)).toContainEqual({
      name: 'session',
      rows: 3,
      copied: 0,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
  });

  it('refuses a target with other data in one line', async () => {
    const [from, to] = [await folderWith('a', 1), await folderWith('b', 2)];
    expect(await commandHere(moveCommand(), '--from', from, '--to', to)).toEqual({
      code: 2,
      out: '',
      err: 'attune: The target has data of its own: name an empty folder or database.\n',
    });
  });
});
