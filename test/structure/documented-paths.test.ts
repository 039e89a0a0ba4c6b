import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { missingPaths, ROOTS } from './documented-paths.ts';

const project = join(import.meta.dirname, '../..');
/** Made by a command and not in the repository. */
const GENERATED = ['web/audio/recorded/index.ts'];

const tree = [
  ...readdirSync(project),
  ...ROOTS.flatMap((root) =>
    readdirSync(join(project, root), { recursive: true, encoding: 'utf8' }).map((path) =>
      join(root, path).replaceAll('\\', '/'),
    ),
  ),
];
const documents = tree.filter((path) => /^(?:docs\/)?[\w-]+\.md$/.test(path));

describe('missingPaths', () => {
  it('finds a path from the root, and a file by the end of its path', () => {
    const text = 'See `engine/often.ts`, `hrv/rmssd.ts` and engine/hrv/, not https://a.org/web/x.';
    expect(missingPaths(text, ['engine/hrv/sdnn.ts'])).toEqual(['engine/often.ts', 'hrv/rmssd.ts']);
  });

  it('reads a star as any name and stops at a placeholder', () => {
    const text = '`engine/*/events.ts`, `web/activities/<id>/card.ts`';
    expect(missingPaths(text, ['engine/hrv/events.ts', 'web/activities/index.ts'])).toEqual([]);
  });
});

describe('the documents', () => {
  it.each(documents)('name only paths that exist: %s', (document) => {
    expect(missingPaths(readFileSync(join(project, document), 'utf8'), [...tree, ...GENERATED])).toEqual([]);
  });
});
