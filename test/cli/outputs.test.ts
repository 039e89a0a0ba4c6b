import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { convertCommand } from '../../cli/commands/convert.ts';
import { correctCommand } from '../../cli/commands/correct.ts';
import { hrvCommand } from '../../cli/commands/hrv.ts';
import { inspectCommand } from '../../cli/commands/inspect.ts';
import { replayCommand } from '../../cli/commands/replay.ts';
import { lineOutput, writeOutput } from '../../cli/line-output.ts';
import { commandHere } from '../support/command-here.ts';
import { temporaryFolder } from '../support/command-line.ts';

const CONTENT = ['t_s,rr_ms', ...Array.from({ length: 60 }, (_, i) => `${i + 1},${990 + (i % 7) * 4}`)].join(
  '\n',
);

const root = temporaryFolder();

/** A folder of its own, with a recording and links to it. */
function folder(): (name: string) => string {
  const path = mkdtempSync(join(root, 'outputs-'));
  const file = (name: string) => join(path, name);
  writeFileSync(file('in.csv'), CONTENT);
  symlinkSync('in.csv', file('soft.csv'));
  linkSync(file('in.csv'), file('hard.csv'));
  mkdirSync(file('folder.csv'));
  symlinkSync('nothing.csv', file('dangling.csv'));
  return file;
}

const COMMANDS: readonly (readonly [
  string,
  (input: string, out: string) => ReturnType<typeof commandHere>,
])[] = [
  ['convert', (input, out) => commandHere(convertCommand(), input, out)],
  ['correct --out', (input, out) => commandHere(correctCommand(), input, '--out', out)],
  ['replay --out', (input, out) => commandHere(replayCommand(), input, '--out', out)],
  ['inspect --plot', (input, out) => commandHere(inspectCommand(), input, '--plot', out)],
];

describe.each(COMMANDS)('attune %s', (_, run) => {
  it.each(['in.csv', 'soft.csv', 'hard.csv'])(
    'never puts %s, which it reads, in the place of itself',
    async (out) => {
      const file = folder();
      const before = readdirSync(file('.'));
      for (const input of ['in.csv', 'soft.csv', 'hard.csv']) {
        const { code, err } = await run(file(input), file(out));
        expect(code).toBe(2);
        expect(err).toMatch(/this is the file that is read/);
      }
      expect(readFileSync(file('in.csv'), 'utf8')).toBe(CONTENT);
      expect(lstatSync(file('soft.csv')).isSymbolicLink()).toBe(true);
      expect(readdirSync(file('.'))).toEqual(before);
    },
  );

  it.each([
    ['folder.csv', /this is a folder/],
    ['dangling.csv', /leads nowhere/],
    ['none/out.csv', /cannot be written here/],
  ])('refuses %s in one line and leaves nothing behind', async (out, message) => {
    const file = folder();
    const before = readdirSync(file('.'));
    const { code, err } = await run(file('in.csv'), file(out));
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(readdirSync(file('.'))).toEqual(before);
  });
});

describe('attune hrv --plot', () => {
  it.each(['x.svg', 'x.png'])('refuses a folder named %s', async (name) => {
    const file = folder();
    mkdirSync(file(name));
    expect(await commandHere(hrvCommand(), file('in.csv'), '--plot', file(name))).toMatchObject({ code: 2 });
    expect(readdirSync(file(name))).toEqual([]);
  });
});

describe('lineOutput', () => {
  it('replaces what a link leads to, and keeps the link', () => {
    const file = folder();
    writeFileSync(file('old.csv'), 'old');
    symlinkSync('old.csv', file('link.csv'));
    writeOutput(file('link.csv'), 'new');
    expect(readFileSync(file('old.csv'), 'utf8')).toBe('new');
    expect(lstatSync(file('link.csv')).isSymbolicLink()).toBe(true);
  });

  it.runIf(existsSync('/dev/full'))('refuses a device, which a rename would replace', () => {
    for (const path of ['/dev/full', '/dev/null']) expect(() => lineOutput(path)).toThrow(/no ordinary file/);
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('keeps what was there until all is written', () => {
    const file = folder();
    writeFileSync(file('old.csv'), 'old');
    const output = lineOutput(file('old.csv'));
    output.line('new');
    expect(readFileSync(file('old.csv'), 'utf8')).toBe('old');
    output.discard();
    expect(readFileSync(file('old.csv'), 'utf8')).toBe('old');
    expect(readdirSync(file('.')).filter((name) => name.includes('partial'))).toEqual([]);
  });
});
