import { badFile, badLine, type BadRecording } from '../recording.ts';

/** Characters in a line. No format read here comes near it, so a file of one endless line is refused early. */
const MAX_LINE = 64 * 1024;

/** `open`: the file ends in this line, without a line break. */
export type LineHandler = (text: string, line: number, open: boolean) => BadRecording | undefined;

export interface LineSplitter {
  /** The next bytes of the file, cut anywhere; gives the first fault. */
  push(chunk: Uint8Array): BadRecording | undefined;
  /** Handles what follows the last line break. */
  end(): BadRecording | undefined;
}

/**
 * Cuts text into lines, which end with LF or CRLF; a byte order mark is dropped. It is UTF-8, or UTF-16 where a
 * mark says so; letters in an older encoding come out as U+FFFD, which harms no number. Buffers at most one line,
 * so memory does not grow with the file.
 */
export function lineSplitter(onLine: LineHandler): LineSplitter {
  let decoder: TextDecoder | undefined;
  let carry = '';
  let line = 0;

  const decode = (chunk?: Uint8Array): string | undefined => {
    decoder ??= new TextDecoder(encodingOf(chunk));
    const text = chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    return text.includes('\0') ? undefined : text;
  };
  const hand = (text: string, open: boolean): BadRecording | undefined => {
    line += 1;
    return text.length > MAX_LINE
      ? tooLong(line)
      : onLine(text.endsWith('\r') ? text.slice(0, -1) : text, line, open);
  };

  return {
    push(chunk) {
      const decoded = decode(chunk);
      if (decoded === undefined) return NOT_TEXT;
      const text = carry + decoded;
      let from = 0;
      for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
        const found = hand(text.slice(from, to), false);
        if (found) return found;
        from = to + 1;
      }
      carry = text.slice(from);
      return carry.length > MAX_LINE ? tooLong(line + 1) : undefined;
    },
    end() {
      const decoded = decode();
      if (decoded === undefined) return NOT_TEXT;
      return carry + decoded === '' ? undefined : hand(carry + decoded, true);
    },
  };
}

const encodingOf = ([first, second]: Uint8Array = new Uint8Array()): string => {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
};

const NOT_TEXT = badFile(
  'not-text',
  'this is neither text nor a recording that Attune knows; export RR intervals as CSV with the header t_s,rr_ms',
);

const tooLong = (line: number): BadRecording =>
  badLine('line-too-long', line, `longer than ${MAX_LINE} characters; write one beat a line`);
