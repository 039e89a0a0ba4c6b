/** The folder of a path within what was given, with its slash; '' at the top. */
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/**
 * The path of a file that lies beside another, or above it with a `../` for each folder; `undefined` where that
 * leads out of what was given.
 */
export function pathBeside(path: string, name: string): string | undefined {
  let folder = folderOf(path);
  let rest = name;
  while (rest.startsWith('../')) {
    if (folder === '') return undefined;
    folder = folderOf(folder.slice(0, -1));
    rest = rest.slice(3);
  }
  return folder + rest;
}
