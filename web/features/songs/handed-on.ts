import { BARS, BEATS_PER_BAR } from './backing.ts';
import { harmonyOf } from './song-harmony.ts';
import { SUNG, type Song } from './song.ts';
import { stanzasOf } from './sounds/line-sound.ts';
import { songs as words } from './words.ts';

/** A song for others to play and sing from: its words in the order in which they are sung, with their chords. */
export interface HandedOnSong {
  readonly id: string;
  readonly title: string;
  readonly tempoBpm: number;
  readonly beatsPerBar: number;
  readonly lines: readonly {
    readonly text: string;
    readonly chords: readonly { readonly name: string; readonly beats: number }[];
  }[];
}

/** Bars of the backing that a line of words has. */
const BARS_A_LINE = 2;

export function handedOn(song: Song): HandedOnSong {
  const { id, title, lyrics, backing } = song;
  const harmony = harmonyOf(song);
  const lines = SUNG.flatMap((slot) => {
    const chords = harmony.chords[slot];
    return stanzasOf(lyrics[slot])
      .flat()
      .map((text, line) => ({
        text,
        chords: Array.from({ length: BARS_A_LINE }, (_, bar) => ({
          name: chords[(BARS_A_LINE * line + bar) % BARS]!,
          beats: BEATS_PER_BAR,
        })),
      }));
  });
  const named = title.trim() || lines[0]?.text || words.untitled;
  return { id, title: named, tempoBpm: backing.tempoBpm, beatsPerBar: BEATS_PER_BAR, lines };
}
