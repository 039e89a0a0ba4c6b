import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { SESSION_EVENT_VERSION, type SessionEvent } from '../engine/index.ts';
import { BadInput } from './bad-input.ts';
import { noteRead } from './files-read.ts';
import { openFault } from './recording-file.ts';

export interface SessionLog {
  readonly events: readonly SessionEvent[];
  /** The lines as they stand in the file, one an event. */
  readonly lines: readonly string[];
}

/**
 * The beginning of a file in which a log's first line is looked for; with some
 * thousand craving labels it is still shorter.
 */
const HEAD_BYTES = 1 << 20;

/**
 * Whether a file begins as a session log does; a session without a strap has no beats and is one all the same.
 * @throws BadInput  it cannot be opened
 */
export async function isSessionLog(path: string): Promise<boolean> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return parsed(buffer.toString('utf8', 0, bytesRead).split('\n')[0]!)?.type === 'session-started';
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw new BadInput(`${path}: ${openFault(cause)}`, { cause });
  }
}

/**
 * A session log from disk, its events numbered from 0 without a hole.
 * @throws BadInput  a line is no event, one is missing, or another version wrote it; says the file and the line
 */
export async function sessionLog(path: string): Promise<SessionLog> {
  noteRead(path);
  const events: SessionEvent[] = [];
  const lines: string[] = [];
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    const event = parsed(text);
    const where = `${path}: line ${lines.length + 1}`;
    if (event?.seq !== events.length) {
      throw new BadInput(`${where}: event ${events.length} is missing; export the log again`);
    }
    if (events.length === 0 && !isBeginning(event)) {
      throw new BadInput(`${where}: not the beginning of a session log of version ${SESSION_EVENT_VERSION}`);
    }
    events.push(event);
    lines.push(text);
  }
  return { events, lines };
}

const isBeginning = (event: SessionEvent): boolean =>
  event.type === 'session-started' && (event.version as number) === SESSION_EVENT_VERSION;

function parsed(text: string): SessionEvent | undefined {
  try {
    return JSON.parse(text) as SessionEvent;
  } catch {
    return undefined;
  }
}
