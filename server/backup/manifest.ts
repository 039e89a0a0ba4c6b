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
/** As names in a backup are written, on every system. */
export const TRACK_LIST = `${MUSIC_NAME}/${TRACKS_NAME}`;

/** The only names that a backup has: none leads out of the folder. */
export const isBackedName = (name: string): boolean =>
  [SESSIONS_NAME, TRACK_LIST, SEAL_KEY_NAME, MASTER_KEY_NAME].includes(name) ||
  /^music\/own-[0-9a-f]{16}$/.test(name);

/** Absent: it is none of ours. */
export const readManifest = (text: string): Manifest | undefined => {
  try {
    const json: unknown = JSON.parse(text);
    return Check(Manifest, json) ? json : undefined;
  } catch {
    return undefined;
  }
};
