import {
  closeSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { BadInput } from './bad-input.ts';
import { wasRead } from './files-read.ts';

/** Where lines go: all of them, or none. */
export interface LineOutput {
  line(text: string): void;
  /** Bytes as they are, such as a picture. */
  bytes(content: Uint8Array): void;
  /** Everything is written: the file appears under its name. */
  commit(): void;
  /** Leaves nothing behind. */
  discard(): void;
}

const CHUNK = 1 << 16;

/**
 * Lines into a file, which appears only when all are written, or onto standard output (`-`). A link is written to
 * where it leads. Where anything fails, nothing is left behind and what was there stays.
 * @throws BadInput  the file cannot be made or replaced, the disk is full, or it is one that this run has read
 */
export function lineOutput(path: string): LineOutput {
  return path === '-' ? onto(1, { end: () => undefined, drop: () => undefined }) : intoFile(path);
}

/** Writes a whole text or picture as {@link lineOutput} does. */
export function writeOutput(path: string, content: string | Uint8Array): void {
  const output = lineOutput(path);
  output.bytes(typeof content === 'string' ? Buffer.from(content) : content);
  output.commit();
}

function intoFile(path: string): LineOutput {
  const target = targetOf(path);
  const partial = `${target}.${process.pid}.partial`;
  let isOpen = true;
  const descriptor = attempt(path, () => openSync(partial, 'wx'));
  const drop = () => {
    if (isOpen) closeSync(descriptor);
    isOpen = false;
    rmSync(partial, { force: true });
  };
  const end = () => {
    // The input may have been read after this was opened.
    refuseInput(path, target);
    isOpen = false;
    closeSync(descriptor);
    renameSync(partial, target);
  };
  return onto(descriptor, { end: () => attempt(path, end, drop), drop });
}

function onto(
  descriptor: number,
  { end, drop }: { readonly end: () => void; readonly drop: () => void },
): LineOutput {
  let pending = '';
  const write = (content: Uint8Array) => {
    try {
      writeAll(descriptor, content);
    } catch (failure) {
      drop();
      throw failure;
    }
  };
  const flush = () => {
    const content = Buffer.from(pending);
    pending = '';
    write(content);
  };
  return {
    line(text) {
      pending += `${text}\n`;
      if (pending.length >= CHUNK) flush();
    },
    bytes(content) {
      flush();
      write(content);
    },
    commit() {
      flush();
      end();
    },
    discard: drop,
  };
}

/** The file to replace: where a link leads, checked before anything is computed. */
function targetOf(path: string): string {
  const link = lstatSync(path, { throwIfNoEntry: false });
  if (link === undefined) return path;
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined)
    throw new BadInput(`${path}: this is a link that leads nowhere; remove it, or name another file`);
  if (stats.isDirectory()) throw new BadInput(`${path}: this is a folder; name a file in it`);
  if (!stats.isFile())
    throw new BadInput(
      `${path}: this is no ordinary file and cannot be replaced; name another, or - for standard output`,
    );
  const target = realpathSync(path);
  refuseInput(path, target);
  return target;
}

function refuseInput(path: string, target: string): void {
  if (wasRead(target))
    throw new BadInput(`${path}: this is the file that is read, and would be lost; name another`);
}

function attempt<T>(path: string, act: () => T, drop: () => void = () => undefined): T {
  try {
    return act();
  } catch (cause) {
    drop();
    if (cause instanceof BadInput) throw cause;
    throw new BadInput(`${path}: cannot be written here: ${(cause as Error).message}`, { cause });
  }
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (cause) {
      const { code, message } = cause as NodeJS.ErrnoException;
      // Whoever read the pipe has seen enough.
      if (code === 'EPIPE') process.exit(0);
      // Anything but a pipe that is full for the moment: a full disk, a folder that went away.
      if (code !== 'EAGAIN') throw new BadInput(`writing failed: ${message}; nothing was kept`, { cause });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
