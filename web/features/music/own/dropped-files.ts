/** The files that were dropped, those inside dropped folders too, at any depth. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<File[]> {
  // Entries must be asked for at once: after the first wait the browser has cleared them away.
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return [...files];
  return (await Promise.all(entries.map(filesIn))).flat();
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile)
    return [await new Promise<File>((...settle) => (entry as FileSystemFileEntry).file(...settle))];
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
