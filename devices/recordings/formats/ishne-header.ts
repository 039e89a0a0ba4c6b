import { crc16Ccitt } from '../values/crc.ts';

/** The names of leads, by their number. Source: Badilini 1998, table 1. */
const LEADS = 'unknown,bipolar,X,Y,Z,I,II,III,aVR,aVL,aVF,V1,V2,V3,V4,V5,V6,ES,AS,AI'.split(',');
/** Before the block of variable length. */
const FIXED_BYTES = 522;
const MAX_LEADS = 12;

export interface IshneHeader {
  readonly kind: 'signals' | 'annotations';
  /** Bytes before the samples or annotations. */
  readonly bytes: number;
  /** Samples of each lead; 0 where the header does not say. */
  readonly samples: number;
  /** Empty where the header does not say. */
  readonly leads: readonly string[];
  /** Samples a second; `undefined` where the header does not say. */
  readonly rateHz: number | undefined;
  readonly startedAt: string | undefined;
  readonly recorder: string | undefined;
  readonly checksum: 'right' | 'wrong' | 'absent';
}

const magicOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 8));

/** "ISHNE1.0" begins a Holter ECG, "ANN  1.0" its annotations; the same names end in WFDB's `.ecg` and `.ann` too. */
export const isIshne = (head: Uint8Array): boolean => /^(?:ISHNE\d\.\d|ANN {2}\d\.\d)$/.test(magicOf(head));

/**
 * The header that ISHNE Holter files share; `undefined` where it is cut off.
 * Source: Badilini 1998, "The ISHNE Holter Standard Output File Format",
 * thew-project.org/papers/Badilini.ISHNE.Holter.Standard.pdf
 */
export function ishneHeader(bytes: Uint8Array): IshneHeader | undefined {
  if (bytes.length < FIXED_BYTES) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const variable = Math.max(0, view.getInt32(10, true));
  const offset = view.getInt32(22, true);
  const kind = magicOf(bytes).startsWith('ANN') ? 'annotations' : 'signals';
  const length = kind === 'signals' && offset >= FIXED_BYTES ? offset : FIXED_BYTES + variable;
  if (length > bytes.length) return undefined;
  const count = Math.min(MAX_LEADS, Math.max(0, view.getInt16(156, true)));
  const rate = view.getInt16(272, true);
  const recorder = text(bytes.subarray(232, 272));
  return {
    kind,
    bytes: length,
    samples: Math.max(0, view.getInt32(14, true)),
    leads: Array.from({ length: count }, (_, i) => LEADS[view.getInt16(158 + 2 * i, true)] ?? 'unknown'),
    rateHz: rate > 0 ? rate : undefined,
    startedAt: startOf(view),
    recorder: recorder === '' ? undefined : recorder,
    checksum: checksumOf(bytes.subarray(10, length), view.getUint16(8, true)),
  };
}

function checksumOf(covered: Uint8Array, stored: number): IshneHeader['checksum'] {
  if (stored === 0) return 'absent';
  const right = crc16Ccitt(covered);
  // Some programs write the upper byte first.
  return stored === right || stored === (((right & 0xff) << 8) | (right >> 8)) ? 'right' : 'wrong';
}

const text = (bytes: Uint8Array): string =>
  String.fromCharCode(...bytes)
    .replace(/\0.*$/s, '')
    .trim();

/** Day, month, year and hour, minute, second, each in 16 bits. */
function startOf(view: DataView): string | undefined {
  const at = (from: number) => [0, 2, 4].map((step) => view.getInt16(from + step, true));
  const [day = 0, month = 0, year = 0] = at(138);
  const two = (value: number) => String(value).padStart(2, '0');
  const iso = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${at(150).map(two).join(':')}`;
  return year > 0 && !Number.isNaN(Date.parse(iso)) ? iso : undefined;
}
