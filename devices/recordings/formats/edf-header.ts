/** One signal of an EDF or BDF file. */
export interface EdfSignal {
  readonly label: string;
  readonly samplesPerRecord: number;
  /** Bytes into each record. */
  readonly at: number;
}

export interface EdfHeader {
  readonly kind: 'EDF' | 'BDF';
  readonly bytes: number;
  /** −1: not known when the header was written. */
  readonly records: number;
  /** Length of a record, s; 0 where the header gives none. */
  readonly recordS: number;
  readonly recordBytes: number;
  /** 2 in EDF, 3 in BDF. */
  readonly sampleBytes: number;
  readonly startedAt: string | undefined;
  /** Records may have holes between them. */
  readonly discontinuous: boolean;
  readonly signals: readonly EdfSignal[];
}

const MAX_SIGNALS = 512;
const FIXED_BYTES = 256;

const isBdf = (head: Uint8Array): boolean => head[0] === 0xff && ascii(head, 1, 7) === 'BIOSEMI';

/**
 * "0" in the version's eight bytes, or BioSemi's mark. Programs pad them with 0 bytes or write another version; what
 * tells the file then is a header as long as its number of signals asks for.
 */
export function isEdf(head: Uint8Array): boolean {
  if (head.length < FIXED_BYTES) return false;
  if (isBdf(head) || ascii(head, 0, 8) === '0') return true;
  const version = numeric(head, 0, 8);
  return version >= 0 && version < 10 && numeric(head, 184, 8) === FIXED_BYTES * (numeric(head, 252, 4) + 1);
}

/**
 * The header of an EDF, EDF+ or BDF file; `undefined` where it is damaged. Numbers may have a decimal comma, and fields
 * may be padded with 0 bytes: both are against the format, and are written.
 * Source: Kemp & Olivan 2003, doi:10.1016/S1388-2457(03)00123-8; https://www.edfplus.info/specs/edfplus.html;
 * BioSemi, "Which file format does BioSemi use"
 */
export function edfHeader(bytes: Uint8Array): EdfHeader | undefined {
  const count = numeric(bytes, 252, 4);
  const [records, recordS] = [numeric(bytes, 236, 8), numeric(bytes, 244, 8)];
  if (!(Number.isInteger(count) && count >= 1 && count <= MAX_SIGNALS)) return undefined;
  // The number of signals gives the length, whatever the field for it says.
  const headerBytes = FIXED_BYTES * (count + 1);
  if (bytes.length < headerBytes || !(recordS >= 0) || !Number.isInteger(records)) return undefined;
  const sampleBytes = isBdf(bytes) ? 3 : 2;
  let at = 0;
  const signals = Array.from({ length: count }, (_, i): EdfSignal => {
    const samplesPerRecord = numeric(bytes, FIXED_BYTES + 216 * count + 8 * i, 8);
    const signal = { label: ascii(bytes, FIXED_BYTES + 16 * i, 16), samplesPerRecord, at };
    at += sampleBytes * samplesPerRecord;
    return signal;
  });
  if (!signals.every(({ samplesPerRecord: n }) => Number.isInteger(n) && n >= 0 && n < 1e7) || at === 0)
    return undefined;
  return {
    kind: sampleBytes === 3 ? 'BDF' : 'EDF',
    bytes: headerBytes,
    records,
    recordS,
    recordBytes: at,
    sampleBytes,
    startedAt: startOf(bytes),
    discontinuous: /^[EB]DF\+D/.test(ascii(bytes, 192, 5)),
    signals,
  };
}

const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length))
    .replaceAll('\0', ' ')
    .trim();

/** NaN for anything that is not a number, blank included. */
function numeric(bytes: Uint8Array, from: number, length: number): number {
  const text = ascii(bytes, from, length).replace(',', '.');
  return text === '' ? Number.NaN : Number(text);
}

/** "dd.mm.yy" and "hh.mm.ss", of the years 1985 to 2084; `undefined` for what is no time of a day. */
function startOf(bytes: Uint8Array): string | undefined {
  const [, d, m, y] = /^(\d\d)[.:/-](\d\d)[.:/-](\d\d)$/.exec(ascii(bytes, 168, 8)) ?? [];
  const [, hours, minutes, seconds] = /^(\d\d)[.:/-](\d\d)[.:/-](\d\d)$/.exec(ascii(bytes, 176, 8)) ?? [];
  if (y === undefined || hours === undefined) return undefined;
  const text = `${Number(y) >= 85 ? 19 : 20}${y}-${m}-${d}T${hours}:${minutes}:${seconds}`;
  return Number.isNaN(Date.parse(text)) ? undefined : text;
}
