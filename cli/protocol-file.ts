import { readFileSync } from 'node:fs';
import { PROTOCOLS, readProtocol, type Protocol } from '../engine/index.ts';
import { BadInput } from './bad-input.ts';
import { noteRead } from './files-read.ts';
import { openFault } from './recording-file.ts';

/**
 * The protocol of this id, or the one in this document.
 * @throws BadInput  neither; says which ids there are
 */
export function namedProtocol(name: string): Protocol {
  const shipped = PROTOCOLS.find(({ id }) => id === name);
  if (shipped) return shipped;
  if (/[./\\]/.test(name)) return protocolFile(name);
  throw new BadInput(
    `there is no protocol "${name}"; there are ${PROTOCOLS.map(({ id }) => id).join(', ')}, or name the file of one`,
  );
}

/** @throws BadInput  cannot be read, or everything that is wrong with it, a line each */
export function protocolFile(path: string): Protocol {
  noteRead(path);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new BadInput(`${path}: ${openFault(cause)}`, { cause });
  }
  const read = readProtocol(text);
  if (read.ok) return read.value;
  const faults = read.fault.faults.map(({ line, path: at, message }) =>
    `${path}:${line}: ${at} ${message}`.replace(':  ', ': '),
  );
  throw new BadInput(faults.join('\n'));
}
