import Type, { type Static } from 'typebox';
import { Check } from 'typebox/value';
import {
  MASTER_KEY_NAME,
  MUSIC_NAME,
  SEAL_KEY_NAME,
  SESSIONS_NAME,
  TRACKS_NAME,
} from '../database/data-files.ts';

/** What a backup has, as its last entry says. */
export const Manifest = Type.Object({
  attune: Type.Literal('backup'),
  format: Type.Literal(1),
  /** Of the program that made it. */
  version: Type.String(),
  /** All that was acknowledged before is in it, ms. */
  madeAtMs: Type.Number(),
  files: Type.Array(
    Type.Object({
      name: Type.String(),
      sizeBytes: Type.Integer(),
      sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    }),
  ),
});
export type Manifest = Static<typeof Manifest>;
export type BackedFile = Manifest['files'][number];

export const MANIFEST_NAME = 'manifest.json';
/** Whether a name in the folder of music is that of an account's. */
export const isAccountFolder = (name: string): boolean =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name);

/** The only names that a backup has, written alike on every system: none leads out of the folder. */
export const isBackedName = (name: string): boolean => {
  if ([SESSIONS_NAME, SEAL_KEY_NAME, MASTER_KEY_NAME].includes(name)) return true;
  const [music, ...rest] = name.split('/');
  const piece = rest.length === 2 && isAccountFolder(rest[0]!) ? rest[1]! : rest.join('/');
  return music === MUSIC_NAME && (piece === TRACKS_NAME || /^own-[0-9a-f]{16}$/.test(piece));
};

/** Absent: it is none of ours. */
export const readManifest = (text: string): Manifest | undefined => {
  try {
    const json: unknown = JSON.parse(text);
    return Check(Manifest, json) ? json : undefined;
  } catch {
    return undefined;
  }
};
