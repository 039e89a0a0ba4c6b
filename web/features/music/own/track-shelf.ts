import type { Track, TrackShelf } from '../../../audio/index.ts';
import type { TrackAnalysis } from './analysis/analyse.ts';
import type { MusicDatabase } from '../music-database.ts';
import { isOwn } from './own-track.ts';
import type { TrackBytes } from './track-bytes.ts';

/** Where all music is brought to. */
const TARGET_LUFS = -18;
/** A quiet track with loud moments is not turned up further than to here. dBTP */
const HIGHEST_PEAK_DB = -1.5;
/** Seconds of decoded sound that are kept beside the newest: a minute takes 21 MB. */
const KEPT_S = 15 * 60;
/** Phrases are of so many beats, as long as a change may wait. */
const PHRASE_BEATS = [16, 8, 4] as const;
const LONGEST_PHRASE_S = 12;
/** A beat that is less sure is not worth waiting for. */
const STEADY = 0.3;

/** The person's own tracks, decoded when they are first needed; the newest stay decoded. */
export function trackShelf({
  database,
  bytes,
}: {
  readonly database: MusicDatabase;
  readonly bytes: TrackBytes;
}): TrackShelf {
  const decoded = new Map<string, Track>();
  const keep = (track: Track): void => {
    decoded.delete(track.id);
    decoded.set(track.id, track);
    let leftS = KEPT_S;
    for (const { id, buffer } of [...decoded.values()].reverse().slice(1)) {
      leftS -= buffer.duration;
      if (leftS < 0) decoded.delete(id);
    }
  };
  return {
    has: isOwn,
    get: (id) => decoded.get(id),
    load: async (id, context) => {
      const [line, file] = await Promise.all([database.tracks.get(id), bytes.get(id)]);
      if (!line || !file) throw new Error(`${id}: this track is not in this browser`);
      const buffer = await context.decodeAudioData(await file.arrayBuffer());
      keep({ id, buffer, ...howToPlay(line.analysis) });
    },
  };
}

/** What the player needs to know beside the sound. */
export function howToPlay({
  fromS,
  toS,
  lufs,
  truePeakDb,
  tempo,
}: TrackAnalysis): Omit<Track, 'id' | 'buffer'> {
  const gainDb = Math.min(TARGET_LUFS - lufs, HIGHEST_PEAK_DB - truePeakDb);
  const how = { fromS, toS, gainDb };
  if (!tempo || tempo.steadiness < STEADY) return how;
  const beats = PHRASE_BEATS.find((count) => (count * 60) / tempo.bpm <= LONGEST_PHRASE_S);
  return beats === undefined
    ? how
    : { ...how, phrase: { lengthS: (beats * 60) / tempo.bpm, firstS: tempo.beatS } };
}
