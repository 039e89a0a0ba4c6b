import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inheritedSocket } from '../../server/listening.ts';
import { event, newSession } from '../support/session-store-contract.ts';

/**
 * What systemd does with a `.socket` unit: listens, hands the socket to the service on descriptor 3, and starts it anew
 * whenever it ends. It never accepts: while the service runs, its own loop stands still.
 */
const HOLDER = `
const { createServer } = require('node:net');
const { spawnSync } = require('node:child_process');
const shell = 'echo started $$; LISTEN_PID=$$ LISTEN_FDS=1 exec "$0" "$@"';
const server = createServer().listen(0, '127.0.0.1', () => {
  process.stdout.write('port ' + server.address().port + '\\n');
  const command = [process.execPath, 'dist/command-under-test/main.js', 'serve'];
  for (;;)
    spawnSync('sh', ['-c', shell, ...command], { stdio: ['ignore', 'inherit', 'inherit', server._handle.fd] });
});`;

let dataDir: string;
const pids: number[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'attune-restart-'));
});
afterEach(() => {
  for (const pid of pids.splice(0)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended.
    }
  }
  rmSync(dataDir, { recursive: true, force: true });
});

const hold = async () => {
  const env = { ...process.env, ATTUNE_DATA_DIR: dataDir, ATTUNE_DRAIN_SECONDS: '1' };
  const holder = spawn(process.execPath, ['-e', HOLDER], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  // The holder first, so that nothing is started any more.
  pids.push(holder.pid!);
  let said = '';
  const listening = () => said.match(/attune listening on/g)?.length ?? 0;
  holder.stdout.on('data', (data) => {
    said += String(data);
    for (const [, pid] of said.matchAll(/^started (\d+)$/gm))
      if (!pids.includes(Number(pid))) pids.push(Number(pid));
  });
  while (listening() === 0) await once(holder.stdout, 'data');
  return { api: `http://127.0.0.1:${/^port (\d+)/m.exec(said)![1]!}/api/v1`, listening };
};

describe('a restart on a socket that somebody holds', () => {
  it.skipIf(process.platform === 'win32')(
    'refuses no request under load, and loses nothing',
    async () => {
      const { api, listening } = await hold();
      const wrong: string[] = [];
      let isOn = true;
      const room = async (n: number): Promise<number> => {
        const id = `00000000-0000-4000-8000-00000000000${n}`;
        let acknowledged = 0;
        const send = async (path: string, body: object): Promise<{ nextSeq?: number }> => {
          const headers = { 'content-type': 'application/json' };
          const answer = await fetch(`${api}${path}`, {
            method: 'POST',
            body: JSON.stringify(body),
            headers,
          });
          if (!answer.ok) wrong.push(String(answer.status));
          return (await answer.json()) as { nextSeq?: number };
        };
        await send('/sessions', { ...newSession(), id });
        while (isOn) {
          const { nextSeq } = await send(`/sessions/${id}/events`, { events: [event(acknowledged)] });
          expect(nextSeq).toBe(acknowledged + 1);
          acknowledged += 1;
        }
        return acknowledged;
      };
      const rooms = [1, 2, 3, 4].map((n) => room(n).catch((error: unknown) => wrong.push(String(error))));
      for (const restart of [1, 2]) {
        process.kill(pids.at(-1)!, 'SIGTERM');
        await expect.poll(listening, { timeout: 60_000 }).toBe(restart + 1);
      }
      isOn = false;
      const counts = await Promise.all(rooms);
      expect(wrong).toEqual([]);
      for (const [i, count] of counts.entries()) {
        const answer = await fetch(`${api}/sessions/00000000-0000-4000-8000-00000000000${i + 1}`);
        expect(await answer.json()).toMatchObject({ eventCount: count });
      }
    },
    120_000,
  );
});

describe('inheritedSocket', () => {
  it('is the one socket that is handed to this very process', () => {
    expect(inheritedSocket({ LISTEN_FDS: '1', LISTEN_PID: '7' }, 7)).toBe(3);
  });

  it.each([
    {},
    { LISTEN_FDS: '1' },
    { LISTEN_FDS: '1', LISTEN_PID: '8' },
    { LISTEN_FDS: '2', LISTEN_PID: '7' },
  ])('is absent for %j', (env) => {
    expect(inheritedSocket(env, 7)).toBeUndefined();
  });
});
