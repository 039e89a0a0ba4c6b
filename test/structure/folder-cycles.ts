import { dirname } from 'node:path';

/** One file imports another; paths from the project's root. */
export type Import = readonly [from: string, to: string];

/**
 * Ways round from a folder to itself, each as `a → b → a`, one for each folder that has one. A
 * folder is the files right in it: `dosing/` and `dosing/policies/` are two. (dependency-cruiser
 * counts the inner one as part of the outer.)
 */
export function folderCycles(imports: readonly Import[]): readonly string[] {
  const needs = new Map<string, Set<string>>();
  for (const [from, to] of imports) {
    const [a, b] = [dirname(from), dirname(to)];
    if (a !== b) needs.set(a, (needs.get(a) ?? new Set()).add(b));
  }
  return [...needs.keys()].flatMap((folder) => {
    const way = wayRound(folder, needs);
    return way ? [way.join(' → ')] : [];
  });
}

/** The shortest way from a folder back to it. */
function wayRound(
  folder: string,
  needs: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] | undefined {
  const seen = new Set<string>();
  for (let ways: readonly (readonly string[])[] = [[folder]]; ways.length > 0;) {
    const next: (readonly string[])[] = [];
    for (const way of ways)
      for (const to of needs.get(way.at(-1)!) ?? []) {
        if (to === folder) return [...way, to];
        if (seen.has(to)) continue;
        seen.add(to);
        next.push([...way, to]);
      }
    ways = next;
  }
  return undefined;
}
