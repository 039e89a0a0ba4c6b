import { stanzasOf } from './sounds/line-sound.ts';
import { SLOTS, type Slot, type Song } from './song.ts';

/** What the parts are called in a file. */
export type SlotNames = Readonly<Record<Slot, string>>;

/** What a song is sung to, for a file that says it. */
export interface Harmony {
  readonly key: string;
  /** Chord names of a part, a bar each. */
  readonly chords: Readonly<Record<Slot, readonly string[]>>;
}

const written = ({ lyrics }: Song): Slot[] => SLOTS.filter((slot) => lyrics[slot].trim() !== '');

/** Plain text: the parts under their names, stanzas apart. */
export const lyricText = (song: Song, names: SlotNames, untitled: string): string =>
  [
    song.title.trim() || untitled,
    ...written(song).map((slot) => `${names[slot]}\n\n${stanzas(song.lyrics[slot])}`),
  ].join('\n\n') + '\n';

/** Markdown: two blanks at a line's end keep lines apart; what Markdown would read as a sign is escaped. */
export const lyricMarkdown = (song: Song, names: SlotNames, untitled: string): string =>
  [
    `# ${escaped(song.title.trim() || untitled)}`,
    ...written(song).map(
      (slot) =>
        `## ${names[slot]}\n\n` +
        stanzasOf(song.lyrics[slot])
          .map((lines) => lines.map(escaped).join('  \n'))
          .join('\n\n'),
    ),
  ].join('\n\n') + '\n';

/**
 * ChordPro, which songbook programs read: chords stand before the words they fall on, two bars a line.
 * Source: chordpro.org, directives of ChordPro 6.
 */
export function lyricChordPro(
  song: Song,
  names: SlotNames,
  { untitled, harmony }: { readonly untitled: string; readonly harmony: Harmony },
): string {
  const parts = written(song).map((slot) => {
    const kind = slot === 'chorus' ? 'chorus' : 'verse';
    const chords = harmony.chords[slot];
    let bar = 0;
    const body = stanzasOf(song.lyrics[slot]).map((lines) =>
      lines
        .map((line) => {
          const [first, second] = [chords[bar % chords.length], chords[(bar + 1) % chords.length]];
          bar += 2;
          return withChords(line, first, second);
        })
        .join('\n'),
    );
    return `{start_of_${kind}: ${directive(names[slot])}}\n${body.join('\n\n')}\n{end_of_${kind}}`;
  });
  return [
    `{title: ${directive(song.title.trim() || untitled)}}`,
    `{key: ${harmony.key}}`,
    `{tempo: ${song.backing.tempoBpm}}`,
    '',
    parts.join('\n\n'),
    '',
  ].join('\n');
}

const stanzas = (text: string): string =>
  stanzasOf(text)
    .map((lines) => lines.join('\n'))
    .join('\n\n');

const escaped = (text: string): string =>
  text
    .replace(/([\\`*_{}[\]<>#|~])/g, '\\$1')
    .replace(/^([-+])(?=\s)/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s)/, '$1\\$2');
const directive = (text: string): string => text.replace(/[{}\r\n]/g, ' ');

/** A chord before the line and one before the word in its middle. Words in brackets are not taken for chords. */
function withChords(line: string, first: string | undefined, second: string | undefined): string {
  const words = line.replace(/[[\]{}]/g, '').split(' ');
  const middle = Math.ceil(words.length / 2);
  const marked = words.map((word, i) =>
    i === 0 && first !== undefined
      ? `[${first}]${word}`
      : i === middle && second !== undefined
        ? `[${second}]${word}`
        : word,
  );
  return marked.join(' ');
}
