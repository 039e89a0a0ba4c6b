/** Folders at the root of the repository whose paths documents name. */
export const ROOTS = [
  'bench',
  'bin',
  'cli',
  'devices',
  'docs',
  'engine',
  'fixtures',
  'scripts',
  'server',
  'test',
  'web',
];

/** From a root folder on, wherever it stands in the text; a link to elsewhere has a slash or dot before it. */
const FROM_ROOT = new RegExp(`(?<![\\w/.-])(?:${ROOTS.join('|')})/[\\w./*-]*`, 'g');
/** A source or document file by the end of its path, as in `dose-controller.ts`. */
const FILE_END = /`((?:[\w-]+\/)*[\w.-]+\.(?:tsx?|mjs|cjs|css|md))`/g;

/**
 * Paths that a document names and the tree does not have.
 *
 * @param tree  every file of the repository, from its root; folders follow from them
 * @returns in order of appearance, each once. A `*` stands for any name, and a path that goes on with a placeholder
 *   such as `<id>` is looked at up to it.
 */
export function missingPaths(text: string, tree: readonly string[]): readonly string[] {
  const named = [
    ...[...text.matchAll(FROM_ROOT)].map(([path]) => path.replace(/[./]+$/, '')),
    ...[...text.matchAll(FILE_END)].map(([, path]) => path!),
  ];
  return [...new Set(named)].filter((path) => !tree.some((file) => holds(file, path)));
}

function holds(file: string, path: string): boolean {
  const pattern = path.split('*').map((part) => part.replaceAll('.', '\\.'));
  return new RegExp(`(?:^|/)${pattern.join('[^/]*')}(?:/|$)`).test(file);
}
