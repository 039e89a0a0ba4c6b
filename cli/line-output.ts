import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { BadInput } from './bad-input.ts';

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
 * Lines into a file, which appears only when all are written, or onto standard output (`-`).
 * @throws BadInput  the file cannot be made
 */
export function lineOutput(path: string): LineOutput {
  const partial = `${path}.${process.pid}.partial`;
  const toFile = path !== '-';
  const descriptor = toFile ? open(partial, path) : 1;
  let pending = '';
  const flush = () => {
    writeAll(descriptor, Buffer.from(pending));
    pending = '';
  };
  return {
    line(text) {
      pending += `${text}\n`;
      if (pending.length >= CHUNK) flush();
    },
    bytes(content) {
      flush();
      writeAll(descriptor, content);
    },
    commit() {
      flush();
      if (!toFile) return;
      closeSync(descriptor);
      renameSync(partial, path);
    },
    discard() {
      if (!toFile) return;
      closeSync(descriptor);
      rmSync(partial, { force: true });
    },
  };
}

function open(partial: string, path: string): number {
  try {
    return openSync(partial, 'w');
  } catch (cause) {
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
