/** A file, and where it lies within what was given: `study/sub-01/beats.tsv`. */
export interface PlacedFile {
  readonly file: File;
  readonly path: string;
}

/** Files that were chosen, each with its path where a folder was. */
export const placedFiles = (files: readonly File[]): PlacedFile[] =>
  files.map((file) => ({ file, path: file.webkitRelativePath || file.name }));

/** The files that were dropped, those inside dropped folders too, at any depth. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<PlacedFile[]> {
  // Files and entries must be asked for at once: after the first wait the browser has cleared them away.
  const loose = placedFiles([...files]);
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return loose;
  return (await Promise.all(entries.map(filesIn))).flat();
}

async function filesIn(entry: FileSystemEntry): Promise<PlacedFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((...settle) => (entry as FileSystemFileEntry).file(...settle));
    return [{ file, path: entry.fullPath.replace(/^\//, '') }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: FileSystemEntry[] = [];
  // A folder is told in portions, the last of them empty.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((...settle) => reader.readEntries(...settle));
    if (some.length === 0) break;
    found.push(...some);
  }
  return (await Promise.all(found.map(filesIn))).flat();
}
