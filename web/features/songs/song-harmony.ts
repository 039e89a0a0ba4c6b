import { backingOf, chordName, keyName } from './backing.ts';
import type { Harmony } from './lyric-files.ts';
import type { Slot, Song } from './song.ts';

/** The chords that a song is sung to, as musicians write them. */
export function harmonyOf({ id, backing }: Song): Harmony {
  const chordsOf = (slot: Slot) =>
    backingOf(slot, backing, id).chords.map((chord) => chordName(chord, backing.transpose));
  return {
    key: keyName(backing.transpose),
    chords: { first: chordsOf('first'), second: chordsOf('second'), chorus: chordsOf('chorus') },
  };
}
