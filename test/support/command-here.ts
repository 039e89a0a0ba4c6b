import type { Command } from 'commander';
import { vi } from 'vitest';
import { BadInput } from '../../cli/bad-input.ts';
import type { Ran } from './command-line.ts';

/**
 * Runs one command of the command line in this process: a tenth of the time of `attuneCommand`, which runs the whole
 * program. What it refuses counts as code 2, as the program has it.
 */
export async function commandHere(command: Command, ...args: readonly string[]): Promise<Ran> {
  const said = { out: '', err: '' };
  const out = vi
    .spyOn(process.stdout, 'write')
    .mockImplementation((text) => ((said.out += String(text)), true));
  const err = vi
    .spyOn(process.stderr, 'write')
    .mockImplementation((text) => ((said.err += String(text)), true));
  try {
    await command.exitOverride().parseAsync([...args], { from: 'user' });
    return { code: 0, ...said };
  } catch (failure) {
    if (!(failure instanceof BadInput)) throw failure;
    return { code: 2, out: said.out, err: `${said.err}attune: ${failure.message}\n` };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}
