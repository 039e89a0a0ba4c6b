import { card as words } from './card-words.ts';

/** What a card says. */
export interface Invitation {
  readonly to: string;
  readonly from: string;
  readonly text: string;
}

/** The card as lines of plain text: greeting, text, name. */
export const textOf = ({ to, from, text }: Invitation): string =>
  [to.trim() ? words.dear(to.trim()) : words.hello, text.trim(), from.trim()]
    .filter((part) => part !== '')
    .join('\n\n');

/**
 * The text with or without the sentence that says more. What the person changed in it stays theirs: a sentence that
 * was changed is not taken out.
 */
export function withOpenness(text: string, open: boolean): string {
  if (open) return text.includes(words.openly) ? text : `${text.trimEnd()} ${words.openly}`.trimStart();
  return text.replace(words.openly, '').replace(/ {2,}/g, ' ').trimEnd();
}

/**
 * Breaks text into lines that are at most `most` wide; a blank line stays one. A word that is wider stands alone.
 *
 * @param widthOf in the unit of `most`
 */
export function linesOf(text: string, most: number, widthOf: (line: string) => number): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(/\s+/)) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && widthOf(longer) > most) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  });
}
