/** One data message: its global number and the raw bytes of its fields. */
export interface FitMessage {
  readonly number: number;
  readonly littleEndian: boolean;
  /** By field number. */
  readonly fields: ReadonlyMap<number, DataView>;
  /** Of a compressed header: the low five bits of its time. */
  readonly timeOffset?: number;
}

interface Definition {
  readonly number: number;
  readonly littleEndian: boolean;
  readonly fields: readonly { readonly number: number; readonly size: number }[];
  /** Of developer fields, which are skipped. */
  readonly extra: number;
}

const COMPRESSED = 0x80;
const DEFINITION = 0x40;
const DEVELOPER = 0x20;

/**
 * The messages between a FIT file's header and its checksum, in order.
 * @returns whether the bytes end at the end of a message; `false`: cut off, or corrupt from there on
 * Source: Garmin, "Flexible and Interoperable Data Transfer (FIT) Protocol",
 * sections "Record Header" and "Record Content".
 */
export function fitMessages(bytes: Uint8Array, each: (message: FitMessage) => void): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const definitions = new Map<number, Definition>();
  let at = 0;
  while (at < bytes.length) {
    const header = bytes[at]!;
    at += 1;
    const compressed = (header & COMPRESSED) !== 0;
    const local = compressed ? (header >> 5) & 3 : header & 15;
    if (!compressed && (header & DEFINITION) !== 0) {
      const read = definitionAt(view, at, (header & DEVELOPER) !== 0);
      if (!read) return false;
      definitions.set(local, read.definition);
      at = read.next;
      continue;
    }
    const definition = definitions.get(local);
    if (!definition) return false;
    const fields = new Map<number, DataView>();
    for (const { number, size } of definition.fields) {
      if (at + size > bytes.length) return false;
      fields.set(number, new DataView(bytes.buffer, bytes.byteOffset + at, size));
      at += size;
    }
    at += definition.extra;
    if (at > bytes.length) return false;
    const { number, littleEndian } = definition;
    each({ number, littleEndian, fields, ...(compressed && { timeOffset: header & 31 }) });
  }
  return true;
}

function definitionAt(
  view: DataView,
  from: number,
  developer: boolean,
): { readonly definition: Definition; readonly next: number } | undefined {
  if (from + 5 > view.byteLength) return undefined;
  const littleEndian = view.getUint8(from + 1) === 0;
  const number = view.getUint16(from + 2, littleEndian);
  const count = view.getUint8(from + 4);
  let at = from + 5;
  if (at + 3 * count > view.byteLength) return undefined;
  const fields = Array.from({ length: count }, (_, i) => ({
    number: view.getUint8(at + 3 * i),
    size: view.getUint8(at + 3 * i + 1),
  }));
  at += 3 * count;
  let extra = 0;
  if (developer) {
    const extras = at < view.byteLength ? view.getUint8(at) : Infinity;
    at += 1;
    if (at + 3 * extras > view.byteLength) return undefined;
    for (let i = 0; i < extras; i++) extra += view.getUint8(at + 3 * i + 1);
    at += 3 * extras;
  }
  return { definition: { number, littleEndian, fields, extra }, next: at };
}
