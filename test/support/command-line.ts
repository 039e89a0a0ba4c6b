import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/**
 * Runs the command line as a process of its own, bundled from its sources
 * before the tests (`build-command-line.ts`).
 */
export function attuneCommand(...args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['dist/command-under-test/main.js', ...args],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  return { code: status, out: stdout, err: stderr };
}

/** A folder that is gone after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'attune-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
