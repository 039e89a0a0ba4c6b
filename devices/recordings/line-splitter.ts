import { badFile, badLine, type BadRecording } from './recording.ts';

/** No line of any format that is read here comes near it; so a file of one endless line is refused early. */
const LONGEST_LINE = 64 * 1024;

export type LineHandler = (text: string, line: number) => BadRecording | undefined;

export interface LineSplitter {
  /** The next bytes of the file, cut anywhere; gives the first fault. */
  push(chunk: Uint8Array): BadRecording | undefined;
  /** The rest after the last line end. */
  end(): BadRecording | undefined;
}

/**
 * Cuts UTF-8 bytes into lines, which end with LF or CRLF; a byte order mark is dropped. Holds one line at most, so
 * memory does not grow with the file.
 */
export function lineSplitter(onLine: LineHandler): LineSplitter {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let carry = '';
  let line = 0;

  const decode = (chunk?: Uint8Array): string | undefined => {
    try {
      const text = chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
      return text.includes('\0') ? undefined : text;
    } catch {
      return undefined;
    }
  };
  const hand = (text: string): BadRecording | undefined => {
    line += 1;
    return text.length > LONGEST_LINE
      ? tooLong(line)
      : onLine(text.endsWith('\r') ? text.slice(0, -1) : text, line);
  };

  return {
    push(chunk) {
      const decoded = decode(chunk);
      if (decoded === undefined) return NOT_TEXT;
      const text = carry + decoded;
      let from = 0;
      for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
        const found = hand(text.slice(from, to));
        if (found) return found;
        from = to + 1;
      }
      carry = text.slice(from);
      return carry.length > LONGEST_LINE ? tooLong(line + 1) : undefined;
    },
    end() {
      const decoded = decode();
      if (decoded === undefined) return NOT_TEXT;
      return carry + decoded === '' ? undefined : hand(carry + decoded);
    },
  };
}

const NOT_TEXT = badFile(
  'not-text',
  'this is not a text file in UTF-8; export RR intervals as CSV with the header t_s,rr_ms',
);

const tooLong = (line: number): BadRecording =>
  badLine('line-too-long', line, `longer than ${LONGEST_LINE} characters; write one beat a line`);
