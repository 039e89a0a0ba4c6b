import type { ReadOptions } from '../parser.ts';
import { badFile, type BadRecording } from '../recording.ts';
import { textOf } from '../values/text-chunks.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Folders from that of a recording up to the dataset's: `func`, `ses-01`, `sub-01`, and the dataset itself. */
const FOLDERS = ['../../../', '../../', '../', ''];
/** More parts than any BIDS name has; their subsets would be too many to ask for. */
const MAX_ENTITIES = 9;

/** The parts of a BIDS name: entities such as `sub-01`, and what kind of file it is, such as `physio`. */
function partsOf(name: string): { readonly entities: readonly string[]; readonly suffix: string } {
  const parts = name.replace(/\.(?:tsv(?:\.gz)?|json)$/i, '').split('_');
  return { entities: parts.slice(0, -1), suffix: parts.at(-1)! };
}

/** The names that a sidecar of this file may have, those for the most files first. */
function sidecarNames(name: string): readonly string[] {
  const { entities, suffix } = partsOf(name);
  const optional = entities.slice(0, MAX_ENTITIES);
  const subsets = Array.from({ length: 1 << optional.length }, (_, mask) =>
    entities.filter((_entity, i) => i >= MAX_ENTITIES || mask & (1 << i)),
  );
  return subsets
    .toSorted((a, b) => a.length - b.length)
    .map((chosen) => `${[...chosen, suffix].join('_')}.json`);
}

/**
 * What the sidecars of a recording say together. One in a folder nearer to it, or for fewer recordings, goes before
 * another, field by field.
 *
 * @returns `undefined` if there is none; what is no JSON object counts as none
 * Source: BIDS 1.8, "The Inheritance Principle".
 */
export function inheritedSidecar(name: string, sibling: ReadOptions['sibling']): Fields | undefined {
  const names = sidecarNames(name);
  let merged: Fields | undefined;
  for (const folder of FOLDERS)
    for (const one of names) {
      const bytes = sibling?.(folder + one);
      const fields = bytes && fieldsIn(bytes);
      if (fields) merged = { ...merged, ...fields };
    }
  return merged;
}

function fieldsIn(bytes: Uint8Array): Fields | undefined {
  try {
    const value: unknown = JSON.parse(textOf(bytes) ?? '');
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Fields)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Why a document that is itself a sidecar is not read: it names the file to open; `undefined` for other documents. */
export function sidecarRefusal(document: unknown, name: string): BadRecording | undefined {
  const fields = typeof document === 'object' && document !== null ? (document as Fields) : {};
  const isPhysio = 'SamplingFrequency' in fields || Array.isArray(fields['Columns']);
  const { entities, suffix } = partsOf(name);
  const [kind] = /^(?:physio|events|beats)$/.exec(suffix) ?? [isPhysio ? 'physio' : undefined];
  if (kind === undefined || !(isPhysio || name.endsWith('.json'))) return undefined;
  const isForAll = !entities.some((entity) => entity.startsWith('sub-'));
  const stem = [...(isForAll ? ['sub-…'] : []), ...entities, kind].join('_');
  const data = `${stem}.tsv${kind === 'physio' ? '.gz' : ''}`;
  const about = 'this describes a BIDS recording and has no beats of its own';
  return badFile(
    'unknown-format',
    `${about}; open ${data}${isForAll ? ', one of the files that it describes' : ''}`,
  );
}
