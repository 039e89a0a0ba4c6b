import { Inflate, inflateSync } from 'fflate';
import { fault, ok, type Result } from '../../../engine/index.ts';
import { crc32 } from '../values/crc.ts';
import { badFile, MOST_AT_ONCE, type BadRecording } from '../recording.ts';
import { joined, withoutPadding } from '../values/text-chunks.ts';

/** Compressed bytes that are unpacked in one step. */
const STEP = 1 << 16;

/** Takes the next bytes of a file; a fault ends the unpacking. */
type Sink = (chunk: Uint8Array) => BadRecording | undefined;

export interface Packed {
  readonly name: string;
  /** Bytes when unpacked, as the package says. */
  readonly size: number;
  readonly unpack: () => Result<Uint8Array, BadRecording>;
  /** Unpacks a file too large for the memory; gives the first fault, of the package or of the sink. */
  readonly stream: (sink: Sink) => BadRecording | undefined;
}

interface Deflated {
  readonly data: Uint8Array;
  readonly size: number;
  readonly crc: number;
}

export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;
export const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;

/**
 * The file in a gzip; `undefined` where it is damaged. It may be in several members one after another, and have NUL
 * bytes behind it. Source: RFC 1952.
 */
export function gzipped(name: string, bytes: Uint8Array): Packed | undefined {
  const whole = member(name, bytes);
  if (!whole || whole.size > MOST_AT_ONCE) return whole;
  const unpack = () => {
    const read = whole.unpack();
    return read.ok ? read : (membersOf(name, bytes) ?? read);
  };
  return { ...whole, unpack };
}

function member(name: string, bytes: Uint8Array): Packed | undefined {
  if (bytes.length < 18 || !isGzip(bytes) || bytes[2] !== 8) return undefined;
  const flags = bytes[3]!;
  let at = 10;
  if (flags & 4) at += 2 + (bytes[at]! | (bytes[at + 1]! << 8));
  for (const flag of [8, 16]) if (flags & flag) at = bytes.indexOf(0, at) + 1 || Infinity;
  if (flags & 2) at += 2;
  const end = bytes.length - 8;
  if (at > end) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + end, 8);
  const size = view.getUint32(4, true);
  return packed(name, { data: bytes.subarray(at, end), size, crc: view.getUint32(0, true) });
}

/** More members than these are not looked for: each may be unpacked several times. */
const MAX_MEMBERS = 1000;
/** Deflate packs no further. Source: RFC 1951, lengths of at most 258 in two bits. */
const MAX_RATIO = 1032;

/** Members end where the next one begins; what looks like a beginning may be data, so that checksums decide. */
function membersOf(name: string, bytes: Uint8Array): Result<Uint8Array, BadRecording> | undefined {
  const length = withoutPadding(bytes);
  // A size may end in NUL bytes of its own.
  const ends = Array.from({ length: 8 }, (_, i) => length + i).filter((end) => end <= bytes.length);
  const starts = beginnings(bytes);
  const parts: Uint8Array[] = [];
  for (let from = 0; from < length;) {
    const to = [...starts.filter((start) => start > from), ...ends].find((end) => {
      const one = member(name, bytes.subarray(from, end));
      const read = one && one.size <= MAX_RATIO * (end - from) ? one.unpack() : undefined;
      if (read?.ok) parts.push(read.value);
      return read?.ok;
    });
    if (to === undefined) return undefined;
    from = to;
  }
  return ok(joined(parts));
}

function beginnings(bytes: Uint8Array): readonly number[] {
  const starts: number[] = [];
  for (let at = bytes.indexOf(0x1f); at >= 0 && starts.length < MAX_MEMBERS; at = bytes.indexOf(0x1f, at + 1))
    if (bytes[at + 1] === 0x8b && bytes[at + 2] === 8 && bytes[at + 3]! < 32) starts.push(at);
  return starts;
}

/** The files in a zip, without folders; `undefined` where its directory is damaged. Source: PKWARE APPNOTE 4.3. */
export function zipEntries(bytes: Uint8Array): readonly Packed[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 65_558 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) return undefined;
  const entries: Packed[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = view.getUint16(end + 10, true); i > 0; i--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (!name.endsWith('/')) entries.push(zipEntry(name, view, at));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function zipEntry(name: string, view: DataView, entry: number): Packed {
  const method = view.getUint16(entry + 10, true);
  const size = view.getUint32(entry + 24, true);
  const length = view.getUint32(entry + 20, true);
  const crc = view.getUint32(entry + 16, true);
  const local = view.getUint32(entry + 42, true);
  const damaged = { name, size, unpack: () => fault(DAMAGED), stream: () => DAMAGED };
  if (local + 30 > view.byteLength) return damaged;
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (from + length > view.byteLength || (method !== 0 && method !== 8)) return damaged;
  const data = new Uint8Array(view.buffer, view.byteOffset + from, length);
  if (method === 8) return packed(name, { data, size, crc });
  const sound = () => data.length === size && crc32(data) === crc;
  return {
    name,
    size,
    unpack: () => (sound() ? ok(data) : fault(DAMAGED)),
    stream: (sink) => (sound() ? sink(data) : DAMAGED),
  };
}

const packed = (name: string, deflated: Deflated): Packed => ({
  name,
  size: deflated.size,
  unpack: () => inflated(deflated),
  stream: (sink) => streamed(deflated, sink),
});

function inflated({ data, size, crc }: Deflated): Result<Uint8Array, BadRecording> {
  if (size > MOST_AT_ONCE) return fault(UNPACKS_TOO_LARGE);
  // Of nothing, five bytes are made at most; NUL bytes behind a gzip look like the size of nothing.
  if (size === 0 && data.length > 5) return fault(DAMAGED);
  try {
    // Unpacked into a buffer of the declared size: longer data is refused rather than growing the buffer.
    const out = inflateSync(data, { out: new Uint8Array(size) });
    return out.length === size && crc32(out) === crc ? ok(out) : fault(DAMAGED);
  } catch {
    return fault(DAMAGED);
  }
}

function streamed({ data, size, crc }: Deflated, sink: Sink): BadRecording | undefined {
  let failed: BadRecording | undefined;
  let [length, check] = [0, 0];
  const inflate = new Inflate((chunk) => {
    length += chunk.length;
    check = crc32(chunk, check);
    failed ??= length > size ? DAMAGED : sink(chunk);
  });
  try {
    for (let at = 0; at < data.length && !failed; at += STEP)
      inflate.push(data.subarray(at, at + STEP), at + STEP >= data.length);
  } catch {
    return failed ?? DAMAGED;
  }
  return failed ?? (length === size && check === crc ? undefined : DAMAGED);
}

const UNPACKS_TOO_LARGE = badFile('too-long', 'it unpacks to more than 256 MB; no recording does');
export const DAMAGED = badFile('damaged', 'the packed file is damaged or cut off; copy or download it again');
