import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

/** kB of compressed script that the first screen may load, and of it what its first paint may wait for. */
const FIRST_SCREEN_KB = 120;
const FIRST_PAINT_KB = 6;

/** More files than this, each with a head and a round of its own, make the first screen wait; see `vite.config.ts`. */
const FIRST_SCREEN_FILES = 6;

const DIST = join(import.meta.dirname, '../../dist/web');

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

const chunks = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;

/** The files of these chunks, and of all that they import as they begin. */
function filesOf(names: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const add = (name: string): void => {
    const { file, imports = [] } = chunks[name]!;
    if (seen.has(file)) return;
    seen.add(file);
    imports.forEach(add);
  };
  names.forEach(add);
  return seen;
}

const kilobytesOf = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(DIST, file))).length, 0) / 1000;

test.describe('the build of the page', () => {
  test('paints before more than a few kilobytes of script', () => {
    expect(kilobytesOf(filesOf(['index.html']))).toBeLessThanOrEqual(FIRST_PAINT_KB);
  });

  test('keeps the script of the first screen within its budget', () => {
    const screen = Object.keys(chunks).filter((key) => key.startsWith('_first-screen-'));
    expect(screen).toHaveLength(1);
    const files = filesOf(['index.html', ...screen]);
    expect(kilobytesOf(files)).toBeLessThanOrEqual(FIRST_SCREEN_KB);
    expect(files.size).toBeLessThanOrEqual(FIRST_SCREEN_FILES);
  });

  test('has nothing in it of what is only for research', () => {
    const maps = readdirSync(join(DIST, 'assets')).filter((name) => name.endsWith('.js.map'));
    const sources = maps.flatMap(
      (name) =>
        (JSON.parse(readFileSync(join(DIST, 'assets', name), 'utf8')) as { sources: string[] }).sources,
    );
    expect(sources.filter((source) => /engine\/research\//.test(source))).toEqual([]);
  });
});
