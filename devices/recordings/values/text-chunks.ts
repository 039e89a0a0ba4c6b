/** Turns the bytes of a text into characters as they come; `undefined` where they are no text. */
export interface TextChunks {
  /** Ends with a whole line, or with whatever there is where lines are long. */
  push(chunk: Uint8Array): string | undefined;
  end(): string | undefined;
  /** NUL bytes after the text's end, so far. */
  readonly padding: number;
  /** Bytes that wait for the rest of their line. */
  readonly waiting: number;
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Bytes from which an encoding without a mark is told: at least, and at most. */
const MIN_HEAD = 8;
const HEAD = 1024;
/** Of the bytes that would be the high halves of Latin letters, the share that must be 0. */
const HIGH_HALVES = 0.6;

/**
 * The encoding of a text that begins with these bytes: by its byte order mark or, in UTF-16 without one, by the NUL
 * in every other byte that digits and Latin letters have there.
 */
export function encodingOf(head: Uint8Array): Encoding {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const text = head.subarray(0, Math.min(HEAD, withoutPadding(head) + 1));
  if (text.length < MIN_HEAD) return 'utf-8';
  for (const [encoding, high] of [
    ['utf-16le', 1],
    ['utf-16be', 0],
  ] as const) {
    const highs = text.filter((_, i) => i % 2 === high);
    const lows = text.filter((_, i) => i % 2 !== high);
    const empty = highs.filter((byte) => byte === 0).length / highs.length;
    // The text's last unit may have been cut in the middle.
    if (empty >= HIGH_HALVES && !lows.subarray(0, -1).includes(0)) return encoding;
  }
  return 'utf-8';
}

/** Length without the NUL bytes at the end. */
export function withoutPadding(bytes: Uint8Array): number {
  let length = bytes.length;
  while (length > 0 && bytes[length - 1] === 0) length -= 1;
  return length;
}

/**
 * Characters of a text in UTF-8 or UTF-16. A line that is no UTF-8 is read as Windows-1252, which older programs
 * write. NUL bytes at the end (a file that was given its size before it was written) and DOS's mark of the end are no
 * part of the text; anywhere else they mean that it is none.
 */
export function textChunks(): TextChunks {
  let encoding: Encoding | undefined;
  let wide: TextDecoder | undefined;
  let held = new Uint8Array();
  let padding = 0;

  let begun = false;
  const clean = (text: string): string | undefined => {
    const to = END.exec(text)?.index ?? text.length;
    const body = text.slice(!begun && text.startsWith(MARK) ? 1 : 0, to);
    begun ||= text !== '';
    if (body.includes('\0') || (padding > 0 && body !== '')) return undefined;
    padding += text.length - to;
    return body;
  };
  const narrow = (chunk: Uint8Array, last: boolean): string => {
    const bytes = held.length === 0 ? chunk : joined([held, chunk]);
    const to = last ? bytes.length : cutAt(bytes);
    held = bytes.slice(to);
    return decoded(bytes.subarray(0, to));
  };

  return {
    get padding() {
      return padding;
    },
    get waiting() {
      return held.length;
    },
    push(chunk) {
      encoding ??= encodingOf(chunk);
      if (encoding === 'utf-8') return clean(narrow(chunk, false));
      wide ??= new TextDecoder(encoding);
      return clean(wide.decode(chunk, { stream: true }));
    },
    end: () => clean(wide ? wide.decode() : narrow(new Uint8Array(), true)),
  };
}

const MARK = '\uFEFF';

/** NUL, and Ctrl-Z, at the end of a text. */
// eslint-disable-next-line no-control-regex
const END = /[\0\x1a]+$/;

/** The whole text of a small file, such as a sidecar; `undefined` where it is none. */
export function textOf(bytes: Uint8Array): string | undefined {
  const chunks = textChunks();
  const text = chunks.push(bytes);
  const rest = chunks.end();
  return text === undefined || rest === undefined ? undefined : text + rest;
}

/** Behind the last line break, or behind the last whole character where a line is longer than the bytes. */
function cutAt(bytes: Uint8Array): number {
  const line = Math.max(bytes.lastIndexOf(10), bytes.lastIndexOf(13)) + 1;
  if (line > 0 || bytes.length < LONG_LINE) return line;
  let to = bytes.length;
  // A UTF-8 character has at most three bytes of 10xxxxxx after its first.
  while (to > bytes.length - 4 && (bytes[to - 1]! & 0xc0) === 0x80) to -= 1;
  return bytes[to - 1]! >= 0xc0 ? to - 1 : bytes.length;
}

/** Lines of documents may be as long as the file; nothing is gained from holding more than this. */
const LONG_LINE = 16 * 1024;

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return linesOf(bytes).map(decodedLine).join('');
  }
}

function decodedLine(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  let from = 0;
  for (let i = 0; i < bytes.length; i++)
    if (bytes[i] === 10 || bytes[i] === 13) {
      lines.push(bytes.subarray(from, i + 1));
      from = i + 1;
    }
  return [...lines, bytes.subarray(from)];
}

export function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
