import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { idOfFile } from './file-id.ts';
import { noteTrack } from './put-track.ts';
import type { TrackDatabase } from './track-database.ts';

interface Folder {
  readonly db: Kysely<TrackDatabase>;
  readonly folder: string;
  readonly notify: (message: string) => void;
}

const KEPT = /^own-[0-9a-f]{16}$/;
/** Also the folders of accounts, where the same folder served a clinic. */
const OURS = /^(tracks\.sqlite(-\w+)*|incoming-.*|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/**
 * Brings the list in line with the folder: the list may be lost, or older than the folder. A file whose name is that
 * of its bytes is music that was kept, and is listed again; what the person said of it comes back from a browser that
 * knows. Everything else stays as it is, and is named.
 */
export const takeIn = async ({ db, folder, notify }: Folder): Promise<void> => {
  const rows = await db.selectFrom('track').select('id').execute();
  const listed = new Set(rows.map(({ id }) => id));
  const unknown: string[] = [];
  let taken = 0;
  for (const name of readdirSync(folder).sort()) {
    if (listed.has(name) || OURS.test(name)) continue;
    const path = join(folder, name);
    const isTrack = KEPT.test(name) && (await idOfFile(path).catch(() => undefined)) === name;
    if (isTrack) await noteTrack(db, { id: name, sizeBytes: statSync(path).size });
    if (isTrack) taken += 1;
    else unknown.push(name);
  }
  if (taken > 0)
    notify(`${counted(taken, 'track')} in ${folder} had no line in the list of music and got one again.`);
  if (unknown.length > 0) {
    const [are, were] = unknown.length === 1 ? ['is', 'was'] : ['are', 'were'];
    const files = `${counted(unknown.length, 'file')} in ${folder}`;
    notify(`${files} ${are} not Attune's and ${were} left alone: ${some(unknown)}.`);
  }
};

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const MOST_NAMED = 5;

const some = (names: readonly string[]): string =>
  names.slice(0, MOST_NAMED).join(', ') + (names.length > MOST_NAMED ? ' and others' : '');
