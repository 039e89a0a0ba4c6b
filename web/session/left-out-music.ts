import type { TriggerTags } from '../../engine/index.ts';
import type { Behavior } from '../kit/behavior.ts';

/** A song by its name, whether it is here or not. */
export interface NamedSong {
  readonly title: string;
  /** Absent: whoever plays it. */
  readonly artist?: string;
}

/** What never plays for this person, by their own word. */
export interface LeftOutRules {
  /** Own tracks that nobody has judged yet are left out as well. */
  readonly earlyRecovery: boolean;
  readonly triggerTags: Required<TriggerTags>;
  /** Songs by name; absent: none. */
  readonly songs?: readonly NamedSong[];
}

/** As much of an own track as rules go by. */
export interface LibraryTrack extends NamedSong {
  readonly id: string;
  readonly genres?: readonly string[];
  readonly year?: number;
}

/** The rules of the music and what they would fall on, for features that propose some. */
export interface LeftOutMusic {
  /** Absent: not read yet, or not readable. */
  readonly rules$: Behavior<LeftOutRules | undefined>;
  /** The person's own tracks. */
  readonly library$: Behavior<readonly LibraryTrack[]>;
  set(rules: LeftOutRules): Promise<void>;
}

/**
 * Whether a track is left out by name. People write names as they remember them: case, accents, marks, an article in
 * front, a number before or a remark behind the title make no other song, and one of several artists is enough. Where
 * in doubt it is left out.
 */
export const isNamed = (track: LibraryTrack, rules: Pick<LeftOutRules, 'songs' | 'triggerTags'>): boolean =>
  (rules.songs ?? []).some((song) => isSong(track, song)) ||
  rules.triggerTags.artists.some((artist) => isBy(track, artist)) ||
  rules.triggerTags.genres.some((genre) => track.genres?.some((one) => folded(one) === folded(genre))) ||
  rules.triggerTags.years.some(
    ([from, to]) => track.year !== undefined && track.year >= from && track.year <= to,
  );

/** A track that does not say who plays it may be by anybody. */
const isSong = (track: LibraryTrack, song: NamedSong): boolean =>
  titlesOf(track.title).some((title) => titlesOf(song.title).includes(title)) &&
  (song.artist === undefined || track.artist === undefined || isBy(track, song.artist));

/** A file without tags is often named "artist - title". */
const isBy = ({ artist, title }: LibraryTrack, name: string): boolean => {
  const said = artist ?? unnumbered(title).split(DASH).slice(0, -1)[0];
  return said !== undefined && [said, ...said.split(BETWEEN)].some((one) => folded(one) === folded(name));
};

const BETWEEN = /\s*(?:[,;/&+]|\b(?:feat|ft|featuring|with|and|und|x|vs)\b\.?)\s*/iu;
const DASH = /\s+[-–—]\s+/u;
const ARTICLE = /^(?:the|a|an|der|die|das)\s+/u;

/** Letters and digits alone, without case and accents. A name of marks alone stays as it is. */
function folded(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase().replaceAll('ß', 'ss').trim();
  const letters = plain.replace(ARTICLE, '').replace(/[^\p{L}\p{N}]/gu, '');
  return letters === '' ? plain : letters;
}

/** "03 - Home" is "Home". */
const unnumbered = (title: string): string => title.replace(/^\s*\d{1,3}\s*[-.)_]\s*/u, '');

/** What a title may be called: whole, without what stands in brackets, and each side of a dash. */
function titlesOf(title: string): readonly string[] {
  const whole = unnumbered(title);
  const bare = whole.replace(/\s*[([][^)\]]*[)\]]?\s*/gu, ' ');
  return [whole, bare, ...bare.split(DASH)].map(folded).filter((one) => one !== '');
}
