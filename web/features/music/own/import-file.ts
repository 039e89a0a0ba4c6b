import { proposalOf } from './analysis/proposal.ts';
import type { MusicDatabase } from '../music-database.ts';
import { isFull, type TrackBytes } from './track-bytes.ts';
import type { TrackReader } from './track-reader.ts';

/** Why a file cannot be taken; the screens say what to do. */
export type FileTrouble =
  'not-audio' | 'locked' | 'too-long' | 'too-big' | 'too-short' | 'broken' | 'silent' | 'no-room';

export type Imported =
  | { readonly kind: 'added' | 'known'; readonly id: string; readonly title: string }
  | { readonly kind: 'refused'; readonly why: FileTrouble };

export interface ImportPorts {
  readonly reader: TrackReader;
  readonly database: Pick<MusicDatabase, 'add'> & { readonly tracks: Pick<MusicDatabase['tracks'], 'get'> };
  readonly bytes: TrackBytes;
  readonly now: () => number;
}

/** A decoded minute takes 21 MB of memory. */
const LONGEST_S = 15 * 60;
/** Shorter than this is an effect and no music. */
const SHORTEST_S = 20;
/** Where a file does not say how long it is. */
const LARGEST_BYTES = 200e6;

/** Reads, measures and keeps one file, with a proposal that waits for the person's word. */
export async function importFile(file: File, ports: ImportPorts): Promise<Imported> {
  if (!mayBeAudio(file)) return refused('not-audio');
  if (file.size > LARGEST_BYTES) return refused('too-big');
  const { reader, database, bytes, now } = ports;
  const { id, tags, lengthS, locked } = await reader.probe(file);
  if (locked) return refused('locked');
  if (lengthS !== undefined && lengthS > LONGEST_S) return refused('too-long');
  const title = tags.title ?? nameOf(file.name);
  const here = await database.tracks.get(id);
  if (here && !here.removed) return { kind: 'known', id, title: here.title };
  const sound = await reader.decode(file).catch(() => undefined);
  if (!sound) return refused('broken');
  const decodedS = sound.channels[0]!.length / sound.sampleRate;
  if (decodedS > LONGEST_S) return refused('too-long');
  if (decodedS < SHORTEST_S) return refused('too-short');
  const analysis = await reader.analyse(sound);
  if (!analysis) return refused('silent');
  try {
    await bytes.put(id, file);
    const proposed = proposalOf(analysis);
    const track = { ...tags, id, fileName: file.name, title, addedAtMs: now(), analysis, proposed };
    return { kind: await database.add({ ...track, trigger: 'unknown' }), id, title };
  } catch (cause) {
    if (isFull(cause)) return refused('no-room');
    throw cause;
  }
}

const refused = (why: FileTrouble): Imported => ({ kind: 'refused', why });

const ENDINGS = /\.(mp3|m4a|m4b|m4p|mp4|aac|aax?|flac|ogg|oga|opus|wav|wave|aiff?|wma|webm|weba|caf|alac)$/i;

/** By its kind or its ending; what is in it shows only later. */
export const mayBeAudio = ({ name, type }: File): boolean =>
  /^(audio|video)\//.test(type) || ENDINGS.test(name);

/** "03 - A song.mp3" is "A song". */
const nameOf = (fileName: string): string =>
  fileName
    .replace(/\.[^.]+$/, '')
    .replace(/^\d{1,3}[\s._-]+/, '')
    .replace(/_/g, ' ')
    .trim() || fileName;
