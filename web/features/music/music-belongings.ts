import type { BelongingFile, Belongings } from '../../kit/belongings.ts';
import { databaseBelongings } from '../../storage/database-belongings.ts';
import type { MusicDatabase } from './music-database.ts';
import type { OwnTrack } from './own/own-track.ts';
import type { TrackBytes } from './own/track-bytes.ts';

interface MusicBelongings extends Pick<Belongings, 'title'> {
  readonly database: MusicDatabase;
  readonly bytes: TrackBytes;
}

const SOUND = 'sound/';
/** Pictures of albums do not go into lines of text; the file of the song has them still. */
const TRACKS = 'tracks.ndjson';

/** The person's songs, each as the file that it was, and what they said of music. */
export function musicBelongings({ title, database, bytes }: MusicBelongings): Belongings {
  const tables = ['tracks', 'listenings', 'rules'];
  const said = databaseBelongings({ folder: 'music', title, database, tables });
  return {
    ...said,
    take: async () => {
      const files = (await said.take()).map((file) => (file.path === TRACKS ? withoutCovers(file) : file));
      const tracks = await database.tracks.toArray();
      for (const { id, fileName } of tracks) {
        const sound = await bytes.get(id);
        // One that only the service still has comes back from there.
        if (sound)
          files.push({ path: soundPath(id, fileName), bytes: new Uint8Array(await sound.arrayBuffer()) });
      }
      return files;
    },
    put: async (files) => {
      await said.put(files.filter(({ path }) => !path.startsWith(SOUND)));
      for (const { path, bytes: sound } of files)
        if (path.startsWith(SOUND)) await putSound(path.slice(SOUND.length), sound, { database, bytes });
    },
    destroy: async () => {
      const ids = await database.tracks.toCollection().primaryKeys();
      await database.tracks.toCollection().modify({ removed: true });
      // Marks the service's copies to be deleted there too; that list goes when it is done.
      await database.forgetRemoved();
      for (const id of ids) await bytes.remove(id);
      await Promise.all([database.listenings.clear(), database.rules.clear(), database.bytes.clear()]);
    },
  };
}

const soundPath = (id: string, fileName: string): string =>
  `${SOUND}${id}/${fileName.replace(/[/\\]/g, '_')}`;

async function putSound(
  path: string,
  sound: Uint8Array<ArrayBuffer>,
  { database, bytes }: Omit<MusicBelongings, 'title'>,
): Promise<void> {
  const id = path.split('/')[0]!;
  if (!(await database.tracks.get(id)) || (await bytes.get(id))) return;
  await bytes.put(id, new Blob([sound]));
}

function withoutCovers({ path, bytes }: BelongingFile): BelongingFile {
  const lines = new TextDecoder().decode(bytes).trimEnd().split('\n').filter(Boolean);
  const rows = lines.map((line) => {
    const { cover: _, ...track } = JSON.parse(line) as OwnTrack;
    return `${JSON.stringify(track)}\n`;
  });
  return { path, bytes: new TextEncoder().encode(rows.join('')) };
}
