import { Zip, ZipDeflate } from 'fflate';

/** A file of an archive; its content comes piece by piece. */
export interface ZipEntry {
  readonly name: string;
  readonly content: Iterable<string> | AsyncIterable<string>;
}

/**
 * The bytes of a zip archive while its files are being read: never more than one stretch of one file in memory.
 * @param atMs  what its files are dated, epoch ms: the same bytes for the same content
 */
export async function* zipped(entries: AsyncIterable<ZipEntry>, atMs: number): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  const taken = () => {
    const bytes = ready;
    ready = [];
    return bytes;
  };
  const encoder = new TextEncoder();
  for await (const { name, content } of entries) {
    const file = new ZipDeflate(name);
    file.mtime = atMs;
    zip.add(file);
    for await (const text of content) {
      file.push(encoder.encode(text));
      yield* taken();
    }
    file.push(new Uint8Array(), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
