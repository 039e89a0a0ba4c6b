import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { citedTests } from './cited-tests.ts';

const project = join(import.meta.dirname, '../..');
const tests = readdirSync(join(project, 'test'), { recursive: true, encoding: 'utf8' })
  .map((path) => join('test', path).replaceAll('\\', '/'))
  .filter((path) => /\.(test|spec)\.ts$/.test(path));

/** What a document names that no test is called. */
const missing = (document: string): readonly string[] =>
  citedTests(readFileSync(join(project, document), 'utf8')).flatMap(({ file, pieces }) => {
    const found = tests.filter((path) => `/${path}`.endsWith(`/${file}`));
    if (found.length !== 1) return [`${file}: ${found.length} such files`];
    const text = readFileSync(join(project, found[0]!), 'utf8').replaceAll(/\s+/g, ' ');
    return pieces.filter((piece) => !text.includes(piece)).map((piece) => `${file}: "${piece}"`);
  });

describe('citedTests', () => {
  it('reads a file with the pieces of titles after it', () => {
    const text = '| `a.test.ts` "does this"; "and that" | `b.spec.ts` | "no test" |';
    expect(citedTests(text)).toEqual([
      { file: 'a.test.ts', pieces: ['does this', 'and that'] },
      { file: 'b.spec.ts', pieces: [] },
    ]);
  });
});

describe('what answers a threat', () => {
  it.each(['docs/security.md', 'docs/asvs.md'])('is a test that there is: %s', (document) => {
    expect(citedTests(readFileSync(join(project, document), 'utf8')).length).toBeGreaterThan(10);
    expect(missing(document)).toEqual([]);
  });
});
