import { inflateSync } from 'fflate';
import { fault, ok, type Result } from '../../../engine/index.ts';
import { crc32 } from '../values/crc.ts';
import { badFile, type BadRecording } from '../recording.ts';

/** More than any recording unpacks to; a file beyond it is damaged or malicious. */
const MAX_BYTES = 1 << 28;

export interface Packed {
  readonly name: string;
  readonly unpack: () => Result<Uint8Array, BadRecording>;
}

export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;
export const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;

/** The one file in a gzip. Source: RFC 1952. */
export function gunzip(bytes: Uint8Array): Result<Uint8Array, BadRecording> {
  if (bytes.length < 18 || bytes[2] !== 8) return fault(DAMAGED);
  const flags = bytes[3]!;
  let at = 10;
  if (flags & 4) at += 2 + (bytes[at]! | (bytes[at + 1]! << 8));
  for (const flag of [8, 16]) if (flags & flag) at = bytes.indexOf(0, at) + 1 || Infinity;
  if (flags & 2) at += 2;
  const end = bytes.length - 8;
  if (at > end) return fault(DAMAGED);
  const view = new DataView(bytes.buffer, bytes.byteOffset + end, 8);
  const size = view.getUint32(4, true);
  return inflated(bytes.subarray(at, end), { size, crc: view.getUint32(0, true) });
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
    const entry = at;
    if (!name.endsWith('/')) entries.push({ name, unpack: () => unzip(bytes, view, entry) });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function unzip(bytes: Uint8Array, view: DataView, entry: number): Result<Uint8Array, BadRecording> {
  const method = view.getUint16(entry + 10, true);
  const size = view.getUint32(entry + 24, true);
  const packed = view.getUint32(entry + 20, true);
  const local = view.getUint32(entry + 42, true);
  if (local + 30 > bytes.length) return fault(DAMAGED);
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (from + packed > bytes.length || (method !== 0 && method !== 8)) return fault(DAMAGED);
  const data = bytes.subarray(from, from + packed);
  const crc = view.getUint32(entry + 16, true);
  if (method === 8) return inflated(data, { size, crc });
  return crc32(data) === crc ? ok(data) : fault(DAMAGED);
}

function inflated(
  data: Uint8Array,
  { size, crc }: { readonly size: number; readonly crc: number },
): Result<Uint8Array, BadRecording> {
  if (size > MAX_BYTES)
    return fault(badFile('too-long', 'it unpacks to more than 256 MB; no recording does'));
  try {
    // Unpacked into a buffer of the declared size: longer data is refused rather than growing the buffer.
    const out = inflateSync(data, { out: new Uint8Array(size) });
    return out.length === size && crc32(out) === crc ? ok(out) : fault(DAMAGED);
  } catch {
    return fault(DAMAGED);
  }
}

const DAMAGED = badFile('damaged', 'the packed file is damaged or cut off; copy or download it again');
