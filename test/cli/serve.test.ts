import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attuneCommand, temporaryFolder } from '../support/command-line.ts';

const folder = temporaryFolder();
let count = 0;
const fresh = () => join(folder, `data-${(count += 1)}`);

/** Starts the service, and ends it as soon as it has said enough. */
const saidBy = (args: readonly string[], enough: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    const command = ['dist/command-under-test/main.js', 'serve', '--port', '0', '--data', fresh(), ...args];
    const child = spawn(process.execPath, command);
    let said = '';
    child.stdout.on('data', (data) => {
      said += String(data);
      if (enough.test(said)) child.kill('SIGTERM');
    });
    child.on('exit', () => resolve(said)).on('error', reject);
  });

describe('attune serve', () => {
  it.each<[string, () => string, RegExp]>([
    [
      'a lock with rubbish in it',
      () => {
        const data = fresh();
        mkdirSync(data);
        writeFileSync(join(data, 'server.lock'), 'rubbish');
        return data;
      },
      /The lock .*server\.lock has something in it that is not Attune's\. Delete that one file/,
    ],
    [
      'a lock that is a folder',
      () => {
        const data = fresh();
        mkdirSync(join(data, 'server.lock'), { recursive: true });
        return data;
      },
      /The lock .*server\.lock cannot be opened or made\. Give yourself leave/,
    ],
    [
      'a file in place of the folder',
      () => {
        const data = fresh();
        writeFileSync(data, '');
        return data;
      },
      /The data folder .* is a file, or lies in one, or is a link to nothing\. Move it/,
    ],
    [
      'a folder within a file',
      () => {
        const data = fresh();
        writeFileSync(data, '');
        return join(data, 'deep', 'data');
      },
      /The data folder .* is a file, or lies in one, or is a link to nothing\. Move it/,
    ],
    [
      'a name that is too long',
      () => join(fresh(), 'x'.repeat(5000)),
      /The name of the data folder is longer than this system takes: .{60}… Use a shorter one/,
    ],
    [
      'a place where no folder can be',
      () => '/proc/attune',
      /The data folder \/proc\/attune .*choose another/,
    ],
    [
      'a log that is a folder',
      () => {
        const data = fresh();
        mkdirSync(join(data, 'sessions.sqlite'), { recursive: true });
        return data;
      },
      /The session log .*sessions\.sqlite cannot be used.* Move what is there/,
    ],
    [
      'music that is a file',
      () => {
        const data = fresh();
        mkdirSync(data);
        writeFileSync(join(data, 'music'), '');
        return data;
      },
      /music.* Move what is there/,
    ],
  ])('refuses %s in one line that says what to do', (_what, make, message) => {
    const { code, out, err } = attuneCommand('serve', '--port', '0', '--data', make());
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(err).toMatch(/--data|ATTUNE_DATA_DIR/);
  });

  it.skipIf(process.getuid?.() === 0)('refuses a folder that it may not write to', () => {
    const data = fresh();
    mkdirSync(data, { mode: 0o500 });
    const { code, err } = attuneCommand('serve', '--port', '0', '--data', data);
    chmodSync(data, 0o700);
    expect(code).toBe(2);
    expect(err).toMatch(/may not be written to|cannot be opened or made/);
  });

  it('says what a browser leaves out where it is found by plain http under another name', async () => {
    const said = await saidBy(['--host', '0.0.0.0'], /reads everything/);
    expect(said).toMatch(/no Bluetooth, so no strap, nothing offline, and may drop what it keeps/);
    expect(said).toMatch(/a proxy with TLS/);
    expect(said).toMatch(/or use it on this computer as http:\/\/localhost:\d+/);
  });

  it('says nothing of it where only this computer can reach it', async () => {
    expect(await saidBy([], /Ctrl\+C/)).not.toContain('Bluetooth');
    expect(await saidBy(['--host', 'localhost'], /Ctrl\+C/)).not.toContain('Bluetooth');
  });
});
