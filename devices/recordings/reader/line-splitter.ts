import { badLine, NOT_TEXT, type BadRecording } from '../recording.ts';
import { textChunks } from '../values/text-chunks.ts';

/** Characters in a line. No format read here comes near it, so a file of one endless line is refused early. */
export const MAX_LINE = 64 * 1024;

/** `open`: the file ends in this line, without a line break. */
export type LineHandler = (text: string, line: number, open: boolean) => BadRecording | undefined;

export interface LineSplitter {
  /** The next bytes of the file, cut anywhere; gives the first fault. */
  push(chunk: Uint8Array): BadRecording | undefined;
  /** Handles what follows the last line break. */
  end(): BadRecording | undefined;
  /** NUL bytes after the text's end. */
  readonly padding: number;
}

/**
 * Cuts text into lines, which end with LF, CRLF or CR, also in turns. Buffers at most one line, so memory does not
 * grow with the file.
 */
export function lineSplitter(onLine: LineHandler): LineSplitter {
  const chunks = textChunks();
  let carry = '';
  let line = 0;

  const hand = (text: string, open: boolean): BadRecording | undefined => {
    line += 1;
    return text.length > MAX_LINE ? tooLong(line) : onLine(text, line, open);
  };

  return {
    get padding() {
      return chunks.padding;
    },
    push(chunk) {
      const decoded = chunks.push(chunk);
      if (decoded === undefined) return NOT_TEXT;
      const text = carry + decoded;
      let from = 0;
      for (const {
        index,
        0: { length },
      } of text.matchAll(LINE_END)) {
        // CR at the end of the chunk may belong to the LF that begins the next.
        if (index + length > text.length - 2 && /^\r+$/.test(text.slice(index))) break;
        const found = hand(text.slice(from, index), false);
        if (found) return found;
        from = index + length;
      }
      carry = text.slice(from);
      return carry.length + chunks.waiting > MAX_LINE ? tooLong(line + 1) : undefined;
    },
    end() {
      const decoded = chunks.end();
      if (decoded === undefined) return NOT_TEXT;
      const rest = carry + decoded;
      if (rest === '') return undefined;
      const lines = rest.split(LINE_END);
      const last = lines.pop()!;
      for (const text of lines) {
        const found = hand(text, false);
        if (found) return found;
      }
      return last === '' ? undefined : hand(last, true);
    },
  };
}

/** Two CR and a LF are one end: a CRLF that a transfer took for a LF. */
const LINE_END = /\r{0,2}\n|\r/g;

const tooLong = (line: number): BadRecording =>
  badLine('line-too-long', line, `longer than ${MAX_LINE} characters; write one beat a line`);
