import { crc16 } from '../values/crc.ts';

/** One FIT file of a chain: a header, messages, a checksum. */
export interface FitSequence {
  /** The messages' bytes. */
  readonly messages: Uint8Array;
  /** `cut`: the file ends before it does; `open`: its header says that it holds nothing, as after a crash. */
  readonly end: 'complete' | 'cut' | 'open';
  readonly checksum: 'right' | 'wrong' | 'absent';
}

export interface FitChain {
  readonly sequences: readonly FitSequence[];
  /** Bytes after the last sequence that are no FIT file. */
  readonly trailing: number;
}

const HEADER_BYTES = 12;
const CRC_BYTES = 2;

export const isFit = (head: Uint8Array, at = 0): boolean =>
  head.length >= at + HEADER_BYTES &&
  head[at]! >= HEADER_BYTES &&
  String.fromCharCode(...head.subarray(at + 8, at + 12)) === '.FIT';

/**
 * The files that follow each other in one: a watch writes a second one for what a strap kept by itself.
 * Source: Garmin FIT protocol, "Chained FIT Files".
 */
export function fitChain(bytes: Uint8Array): FitChain {
  const sequences: FitSequence[] = [];
  let at = 0;
  while (isFit(bytes, at)) {
    const read = sequenceAt(bytes, at);
    sequences.push(read.sequence);
    at = read.next;
  }
  return { sequences, trailing: bytes.length - at };
}

function sequenceAt(
  bytes: Uint8Array,
  from: number,
): { readonly sequence: FitSequence; readonly next: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const begin = from + bytes[from]!;
  const size = view.getUint32(from + 4, true);
  const end = begin + size;
  if (size > 0 && end + CRC_BYTES <= bytes.length) {
    const stored = view.getUint16(end, true);
    // Some programs write 0 instead of a checksum.
    const right = stored === 0 ? 'absent' : crc16(bytes.subarray(from, end)) === stored ? 'right' : 'wrong';
    const sequence = { messages: bytes.subarray(begin, end), end: 'complete', checksum: right } as const;
    return { sequence, next: end + CRC_BYTES };
  }
  const open = size === 0 || size === 0xffffffff;
  const closed = open && endsInChecksum(bytes, from);
  const messages = bytes.subarray(begin, closed ? bytes.length - CRC_BYTES : bytes.length);
  return { sequence: { messages, end: open ? 'open' : 'cut', checksum: 'absent' }, next: bytes.length };
}

/** Whether the last two bytes are the checksum of all before, so that they are no message. */
function endsInChecksum(bytes: Uint8Array, from: number): boolean {
  const end = bytes.length - CRC_BYTES;
  if (end <= from + HEADER_BYTES) return false;
  return crc16(bytes.subarray(from, end)) === (bytes[end]! | (bytes[end + 1]! << 8));
}
