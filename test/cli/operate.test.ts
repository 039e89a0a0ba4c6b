import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attuneCommand, temporaryFolder } from '../support/command-line.ts';

const folder = temporaryFolder();

/** The command in the temporary folder, with these variables of the environment alone. */
const attune = (args: readonly string[], env: Record<string, string> = {}) => {
  const program = join(process.cwd(), 'dist/command-under-test/main.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: folder, ...env },
    encoding: 'utf8',
  });
  return { code: status, out: stdout, lines: stderr.trimEnd().split('\n') };
};

describe('attune serve', () => {
  it('refuses wrong settings with 2 and a line for each, and makes nothing', () => {
    const { code, out, lines } = attune(['serve', '--port', '70000'], {
      ATTUNE_MODE: 'clinik',
      ATTUNE_DRAIN_SECONDS: '-1',
    });
    expect([code, out]).toEqual([2, '']);
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).toMatch(/^attune: .* must be .*, not ".*"\.$/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('prints the settings that hold, where each is from, and no secret', () => {
    const file = join(folder, 'a.json');
    writeFileSync(file, '{"mode":"clinic","metrics":"token","metricsToken":"canary-canary-canary-canary"}');
    const { code, out } = attune(['serve', '--print-config', '--config', file, '--port', '4300'], {
      ATTUNE_DATABASE_URL: 'postgresql://me:canary@db/attune',
    });
    expect(code).toBe(0);
    expect(out).toMatch(/^mode +clinic +.*a\.json$/m);
    expect(out).toMatch(/^port +4300 +command line$/m);
    expect(out).toMatch(/^databaseUrl +set +ATTUNE_DATABASE_URL$/m);
    expect(out).toMatch(/^drainSeconds +3 +default$/m);
    expect(out).not.toContain('canary');
  });

  it('looks whether it could start, and ends', () => {
    const right = attune(['serve', '--check', '--port', '0']);
    expect([right.code, right.out]).toEqual([0, expect.not.stringContaining('WRONG')]);
    const wrong = attune(['serve', '--check', '--host', '192.0.2.1', '--data', join(folder, 'a.json')]);
    expect(wrong.code).toBe(2);
    expect(wrong.out).toMatch(/^WRONG {2}folder .*is a file/m);
    expect(wrong.out).toMatch(/^WRONG {2}port .*Cannot listen on 192\.0\.2\.1/m);
  });
});

describe('attune doctor', () => {
  it('ends with 2 where no service runs, also as JSON', () => {
    const { code, out } = attune(['doctor', '--json', '--port', '9']);
    expect(code).toBe(2);
    const { checks } = JSON.parse(out) as { checks: { name: string; state: string }[] };
    expect(checks.filter(({ state }) => state === 'wrong').map(({ name }) => name)).toEqual(['service']);
  });
});

describe('attune backup and attune restore', () => {
  it('says which PostgreSQL it cannot reach, without its password', () => {
    const env = { ATTUNE_MODE: 'clinic', ATTUNE_DATABASE_URL: 'postgresql://me:canary@localhost:1/attune' };
    const { code, lines } = attune(['backup', '--to', 'b.tar.gz'], env);
    expect(code).toBe(2);
    expect(lines).toEqual([
      expect.stringMatching(/^attune: The database postgresql:\/\/me@localhost:1\/attune cannot be reached/),
    ]);
    expect(lines.join()).not.toContain('canary');
  });

  it('say in one line what is wrong', () => {
    const nothing = attune(['backup', '--to', 'b.tar.gz', '--data', 'none']);
    expect(nothing).toMatchObject({ code: 2, lines: [expect.stringMatching(/There is no session log in/)] });
    mkdirSync(join(folder, 'full'));
    writeFileSync(join(folder, 'full', 'x'), '');
    expect(attune(['restore', 'a.json', '--data', 'full'])).toMatchObject({
      code: 2,
      lines: [expect.stringMatching(/has something in it/)],
    });
    expect(attune(['restore', 'a.json', '--data', 'new'])).toMatchObject({
      code: 2,
      lines: [expect.stringMatching(/is damaged, cut short, or no backup/)],
    });
    expect(attuneCommand('restore', '--help').out).toContain('all or nothing');
  });
});
