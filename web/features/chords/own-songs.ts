import { chordNamed } from './theory/chord.ts';
import type { TimedChord, Tune, TuneLine } from './tunes/tune.ts';

/** A song that the person has written, as it is handed on: words and the names of chords, no tune. */
export interface OwnSong {
  readonly id: string;
  readonly title: string;
  readonly tempoBpm: number;
  readonly beatsPerBar: number;
  readonly lines: readonly {
    readonly text: string;
    readonly chords: readonly { readonly name: string; readonly beats: number }[];
  }[];
}

/** An own song to play and sing: chords as beginners take them, the tune left to the singer. `undefined`: no words. */
export function tuneOfOwn({ id, title, tempoBpm, beatsPerBar, lines }: OwnSong): Tune | undefined {
  let at = 0;
  const made = lines.map(({ text, chords }): TuneLine => {
    const from = at;
    const timed = chords.flatMap(({ name, beats }): readonly TimedChord[] => {
      const chord = chordNamed(name);
      const atBeat = at;
      at += beats;
      return chord ? [{ chord, atBeat, beats }] : [];
    });
    return { text, atBeat: from, beats: at - from, chords: timed, tones: [] };
  });
  if (made.length === 0 || made.every(({ chords }) => chords.length === 0)) return undefined;
  return { id, title, by: '', beatsPerBar, upbeat: 0, tempoBpm, lines: made };
}
