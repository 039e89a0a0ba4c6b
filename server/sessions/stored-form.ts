import { createHash, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompressSync, constants } from 'node:zlib';
import { bytesOf, decrypted, encrypted } from '../keys/cipher.ts';

/** An event as the log has it, however it is stored. */
export interface StoredEvent {
  readonly seq: number;
  readonly text: string;
  /** Short link of the chain up to it; null: it is not chained yet. */
  readonly link: string | null;
}

/** The texts of events are JSON: none begins so. */
const ENCRYPTED = 'e1.';
const LINK_CHARACTERS = 8;
const LINK_BYTES = 6;

const aboutEvent = (session: string, seq: number): string => `attune event 1\n${session}\n${seq}`;

/**
 * Text and link of a row. Encrypted, the link is inside: it is a hash of what is said, and who guesses well could tell.
 * @param key  absent: plain
 */
export const rowForm = (
  key: KeyObject | undefined,
  session: string,
  { seq, text, link }: StoredEvent,
): { readonly text: string; readonly link: string | null } => {
  if (!key) return { text, link };
  const bytes = encrypted(key, `${(link ?? '').padEnd(LINK_CHARACTERS)}${text}`, aboutEvent(session, seq));
  return { text: `${ENCRYPTED}${bytes.toString('base64url')}`, link: null };
};

/** The event of a row. @throws Error  it cannot be decrypted */
export const eventOfRow = (key: KeyObject | undefined, session: string, row: StoredEvent): StoredEvent => {
  if (!row.text.startsWith(ENCRYPTED)) return row;
  if (!key) throw new RangeError('it is encrypted, and its session has no key');
  const bytes = bytesOf(row.text.slice(ENCRYPTED.length));
  const plain = decrypted(key, bytes, aboutEvent(session, row.seq)).toString();
  const link = plain.slice(0, LINK_CHARACTERS).trimEnd();
  return { seq: row.seq, text: plain.slice(LINK_CHARACTERS), link: link === '' ? null : link };
};

/** Events in a row, packed. */
export interface Chunk {
  readonly from_seq: number;
  readonly events: number;
  readonly data: Uint8Array;
}

/** The first byte of `data`: what follows. */
const PLAIN = 1;
const LOCKED = 2;
const CHECKSUM_BYTES = 8;

const aboutChunk = (session: string, { from_seq, events }: Omit<Chunk, 'data'>): string =>
  `attune chunk 1\n${session}\n${from_seq}\n${events}`;

const compress = promisify(brotliCompress);

/** Whether an event is as the service writes them, so that it comes back from a chunk as it was. */
export const isPackable = ({ text, link }: StoredEvent): boolean =>
  link !== null && /^[\w-]{8}$/.test(link) && !text.includes('\n');

/** Links and compressed texts of events. Brotli at quality 5: see docs/decisions.md. */
export const packed = async (events: readonly StoredEvent[]): Promise<Buffer> => {
  const links = Buffer.from(events.map(({ link }) => link).join(''), 'base64url');
  const texts = Buffer.from(events.map(({ text }) => text).join('\n'));
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: 5, [BROTLI_PARAM_SIZE_HINT]: texts.length };
  return Buffer.concat([links, await compress(texts, { params })]);
};

/** Brotli has no checksum; the links tell what was changed, and this tells it of bits that mean nothing. */
const checksumOf = (about: string, data: Uint8Array): Buffer =>
  createHash('sha256').update(about).update(data).digest().subarray(0, CHECKSUM_BYTES);

/** What {@link packed} gave, as it is stored. @param key  absent: plain */
export const chunkData = (
  key: KeyObject | undefined,
  session: string,
  { data, ...place }: Chunk,
): Uint8Array => {
  const about = aboutChunk(session, place);
  return key
    ? Buffer.concat([Buffer.from([LOCKED]), encrypted(key, data, about)])
    : Buffer.concat([Buffer.from([PLAIN]), checksumOf(about, data), data]);
};

const dataOfChunk = (key: KeyObject | undefined, session: string, { data, ...place }: Chunk): Uint8Array => {
  const about = aboutChunk(session, place);
  const body = data.subarray(1);
  if (data[0] === LOCKED) {
    if (!key) throw new RangeError('it is encrypted, and its session has no key');
    return decrypted(key, body, about);
  }
  const plain = body.subarray(CHECKSUM_BYTES);
  if (data[0] === PLAIN && checksumOf(about, plain).equals(body.subarray(0, CHECKSUM_BYTES))) return plain;
  throw new RangeError('it is not as it was written');
};

/** The events of a chunk. @throws Error  it was changed, or cannot be decrypted */
export const eventsOfChunk = (
  key: KeyObject | undefined,
  session: string,
  chunk: Chunk,
): readonly StoredEvent[] => {
  const { from_seq, events } = chunk;
  const plain = dataOfChunk(key, session, chunk);
  const links = Buffer.from(plain.subarray(0, LINK_BYTES * events)).toString('base64url');
  const texts = brotliDecompressSync(plain.subarray(LINK_BYTES * events))
    .toString()
    .split('\n');
  if (texts.length !== events) throw new RangeError('it has another number of events');
  return texts.map((text, i) => ({
    seq: from_seq + i,
    text,
    link: links.slice(LINK_CHARACTERS * i, LINK_CHARACTERS * (i + 1)),
  }));
};
