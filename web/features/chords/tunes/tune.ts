import type { Chord } from '../theory/chord.ts';

/** A chord and how long it is held. */
export interface TimedChord {
  readonly chord: Chord;
  /** From the first beat of the tune, its upbeat included. */
  readonly atBeat: number;
  readonly beats: number;
}

/** A tone that is sung, with its syllable. */
export interface TimedTone {
  readonly midi: number;
  readonly atBeat: number;
  readonly beats: number;
  /** Empty where the syllable before goes on over this tone. */
  readonly syllable: string;
  /** The word goes on with the next syllable. */
  readonly joined: boolean;
}

export interface TuneLine {
  readonly text: string;
  readonly atBeat: number;
  readonly beats: number;
  readonly chords: readonly TimedChord[];
  /** None where no tune is known: what is sung is the singer's own. */
  readonly tones: readonly TimedTone[];
}

/** A song to play and sing. */
export interface Tune {
  readonly id: string;
  readonly title: string;
  /** Who it is by, and since when nobody owns it. */
  readonly by: string;
  readonly beatsPerBar: number;
  /** Beats before the first bar. */
  readonly upbeat: number;
  readonly tempoBpm: number;
  readonly lines: readonly TuneLine[];
}

export const beatsOf = ({ lines }: Pick<Tune, 'lines'>): number =>
  lines.reduce((end, line) => Math.max(end, line.atBeat + line.beats), 0);

/** The chords in their order, one that is held over a line's end as one. */
export function changesOf({ lines }: Pick<Tune, 'lines'>): readonly TimedChord[] {
  const changes: TimedChord[] = [];
  for (const one of lines.flatMap(({ chords }) => chords)) {
    const last = changes.at(-1);
    const held = last && last.chord.root === one.chord.root && last.chord.quality === one.chord.quality;
    if (held) changes[changes.length - 1] = { ...last, beats: last.beats + one.beats };
    else changes.push(one);
  }
  return changes;
}

/** Each chord of it once, in the order in which they come. */
export function chordsOf(tune: Pick<Tune, 'lines'>): readonly Chord[] {
  const seen = new Map<string, Chord>();
  for (const { chord } of changesOf(tune)) {
    const name = `${chord.root} ${chord.quality}`;
    if (!seen.has(name)) seen.set(name, chord);
  }
  return [...seen.values()];
}
