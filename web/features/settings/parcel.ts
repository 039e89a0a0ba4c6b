import { strToU8, unzipSync, zip, type AsyncZippable } from 'fflate';
import type { BelongingFile, Belongings } from '../../kit/belongings.ts';

/** What tells a parcel from any other archive. */
const LABEL = 'attune.json';

interface Label {
  readonly format: 'attune-parcel';
  readonly version: 1;
  readonly madeAt: string;
}

/**
 * Everything in one zip file: a folder for each kind, open formats inside.
 *
 * @param readMe what is in it, for whoever opens it without Attune
 * @param onProgress told after each kind, 0–1
 * @throws whatever kept one kind from being taken: a part is never given for the whole
 */
export async function pack(
  kinds: readonly Belongings[],
  { atMs, readMe, onProgress }: PackOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const label: Label = { format: 'attune-parcel', version: 1, madeAt: new Date(atMs).toISOString() };
  const files: AsyncZippable = {
    [LABEL]: strToU8(`${JSON.stringify(label, undefined, 2)}\n`),
    'README.txt': strToU8(readMe),
  };
  for (const [i, kind] of kinds.entries()) {
    for (const { path, bytes } of await kind.take()) files[`${kind.folder}/${path}`] = bytes;
    onProgress((i + 1) / kinds.length);
  }
  return new Promise((settle, fail) =>
    zip(files, { mtime: atMs }, (fault, bytes) => (fault ? fail(fault) : settle(bytes))),
  );
}

interface PackOptions {
  readonly atMs: number;
  readonly readMe: string;
  readonly onProgress: (share: number) => void;
}

/** What is in a parcel, by kind; `other`: folders that no kind of this Attune knows. */
export interface Unpacked {
  readonly kinds: readonly { readonly kind: Belongings; readonly files: readonly BelongingFile[] }[];
  readonly other: readonly string[];
}

/** @returns `undefined`: it is no parcel, or a damaged one */
export function unpack(bytes: Uint8Array, kinds: readonly Belongings[]): Unpacked | undefined {
  const files = filesIn(bytes);
  if (!files || !isLabel(files[LABEL])) return undefined;
  const paths = Object.keys(files).filter((path) => path.includes('/') && !path.endsWith('/'));
  const folders = [...new Set(paths.map((path) => path.split('/')[0]!))];
  return {
    kinds: kinds
      .filter(({ folder }) => folders.includes(folder))
      .map((kind) => ({
        kind,
        files: paths
          .filter((path) => path.startsWith(`${kind.folder}/`))
          .map((path) => ({
            path: path.slice(kind.folder.length + 1),
            bytes: files[path]!,
          })),
      })),
    other: folders.filter((name) => !kinds.some(({ folder }) => folder === name)),
  };
}

function filesIn(bytes: Uint8Array): Record<string, Uint8Array<ArrayBuffer>> | undefined {
  try {
    return unzipSync(bytes);
  } catch {
    return undefined;
  }
}

function isLabel(bytes: Uint8Array | undefined): boolean {
  try {
    const { format, version } = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Label>;
    return format === 'attune-parcel' && (version as number | undefined) === 1;
  } catch {
    return false;
  }
}
