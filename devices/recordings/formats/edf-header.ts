/** One signal of an EDF file. */
export interface EdfSignal {
  readonly label: string;
  readonly dimension: string;
  readonly samplesPerRecord: number;
  /** Physical value = raw · gain + offset. */
  readonly gain: number;
  readonly offset: number;
  /** Bytes into each record. */
  readonly at: number;
}

export interface EdfHeader {
  readonly bytes: number;
  readonly records: number;
  readonly recordS: number;
  readonly recordBytes: number;
  readonly startedAt: string | undefined;
  readonly recording: string;
  /** Records may have holes between them. */
  readonly discontinuous: boolean;
  readonly signals: readonly EdfSignal[];
}

const MAX_SIGNALS = 512;

export const isEdf = (head: Uint8Array): boolean => head.length >= 256 && ascii(head, 0, 8) === '0';

/**
 * The header of an EDF or EDF+ file; `undefined` where it is damaged.
 * Source: Kemp & Olivan 2003, doi:10.1016/S1388-2457(03)00123-8; https://www.edfplus.info/specs/edfplus.html
 */
export function edfHeader(bytes: Uint8Array): EdfHeader | undefined {
  const [headerBytes, count] = [numeric(bytes, 184, 8), numeric(bytes, 252, 4)];
  const [records, recordS] = [numeric(bytes, 236, 8), numeric(bytes, 244, 8)];
  if (!(count >= 1 && count <= MAX_SIGNALS) || headerBytes !== 256 * (count + 1)) return undefined;
  if (bytes.length < headerBytes || !(recordS >= 0) || !Number.isInteger(records)) return undefined;
  const column = (from: number, width: number, i: number) => 256 + from * count + width * i;
  let at = 0;
  const signals = Array.from({ length: count }, (_, i): EdfSignal => {
    const [low, high] = [numeric(bytes, column(104, 8, i), 8), numeric(bytes, column(112, 8, i), 8)];
    const [digitalLow, digitalHigh] = [
      numeric(bytes, column(120, 8, i), 8),
      numeric(bytes, column(128, 8, i), 8),
    ];
    const gain = (high - low) / (digitalHigh - digitalLow);
    const signal = {
      label: ascii(bytes, column(0, 16, i), 16),
      dimension: ascii(bytes, column(96, 8, i), 8),
      samplesPerRecord: numeric(bytes, column(216, 8, i), 8),
      gain,
      offset: low - gain * digitalLow,
      at,
    };
    at += 2 * signal.samplesPerRecord;
    return signal;
  });
  if (!signals.every(({ samplesPerRecord: n }) => Number.isInteger(n) && n > 0 && n < 1e7)) return undefined;
  return {
    bytes: headerBytes,
    records,
    recordS,
    recordBytes: at,
    startedAt: startOf(bytes),
    recording: ascii(bytes, 88, 80),
    discontinuous: ascii(bytes, 192, 5) === 'EDF+D',
    signals,
  };
}

const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length)).trim();

/** NaN for anything that is not a number, blank included. */
function numeric(bytes: Uint8Array, from: number, length: number): number {
  const text = ascii(bytes, from, length);
  return text === '' ? Number.NaN : Number(text);
}

/** "dd.mm.yy" and "hh.mm.ss", of the years 1985 to 2084. */
function startOf(bytes: Uint8Array): string | undefined {
  const [, d, m, y] = /^(\d\d)\.(\d\d)\.(\d\d)$/.exec(ascii(bytes, 168, 8)) ?? [];
  const [, hours, minutes, seconds] = /^(\d\d)\.(\d\d)\.(\d\d)$/.exec(ascii(bytes, 176, 8)) ?? [];
  if (y === undefined || hours === undefined) return undefined;
  return `${Number(y) >= 85 ? 19 : 20}${y}-${m}-${d}T${hours}:${minutes}:${seconds}`;
}
