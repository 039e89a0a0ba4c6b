import { fault, ok, type Result } from '../types/result.ts';
import { bpm, milliseconds, type Bpm, type Milliseconds } from '../types/units.ts';
import { bytesFromHex } from './hex.ts';

/** One notification of the Heart Rate Measurement characteristic (0x2A37). It carries no time. */
export interface HeartRateMeasurement {
  /** As computed and smoothed by the device; 0 where it has none. */
  readonly heartRate: Bpm;
  /** Whether the sensor touches skin; absent where the device cannot tell. */
  readonly contact?: boolean;
  /** Energy since the last reset, kJ; 65535 means that or more. Absent in most packets. */
  readonly energyKj?: number;
  /** RR intervals as sent, 1/1024 s, oldest first; empty when no beat ended since the last packet. */
  readonly rrRaw: readonly number[];
  /** The same intervals in ms, not rounded. */
  readonly rrMs: readonly Milliseconds[];
  /** Number of bytes that no flag explains, such as half an RR at the end. */
  readonly unreadBytes: number;
}

/** `empty`: no flags byte. `truncated`: shorter than its own flags say. */
export interface BadMeasurement {
  readonly code: 'empty' | 'truncated';
}

const HR_IS_U16 = 0x01;
const CONTACT_DETECTED = 0x02;
const CONTACT_SUPPORTED = 0x04;
const HAS_ENERGY = 0x08;
const HAS_RR = 0x10;

/** RR intervals travel in units of 1/1024 s. */
const MS_PER_RAW = 1000 / 1024;

/**
 * What one 0x2A37 payload says. Every packet is read by its own flags, since format, contact, energy and
 * RR may change in mid-connection; reserved flags are ignored.
 *
 * @param payload  the characteristic's bytes; a view into a larger buffer is read at its own offset
 * @returns never throws; a payload too short for its flags is a fault, half an RR at the end is left unread
 * Cost: O(bytes). Source: Bluetooth SIG, Heart Rate Service 1.0, section 3.1.
 */
export function decodeHeartRateMeasurement(
  payload: DataView | Uint8Array,
): Result<HeartRateMeasurement, BadMeasurement> {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  if (view.byteLength === 0) return fault({ code: 'empty' });
  const flags = view.getUint8(0);
  const energyAt = flags & HR_IS_U16 ? 3 : 2;
  const rrAt = flags & HAS_ENERGY ? energyAt + 2 : energyAt;
  if (view.byteLength < rrAt) return fault({ code: 'truncated' });

  const rrRaw: number[] = [];
  let at = rrAt;
  if (flags & HAS_RR) for (; at + 2 <= view.byteLength; at += 2) rrRaw.push(view.getUint16(at, true));
  return ok({
    heartRate: bpm(flags & HR_IS_U16 ? view.getUint16(1, true) : view.getUint8(1)),
    ...(flags & CONTACT_SUPPORTED ? { contact: (flags & CONTACT_DETECTED) !== 0 } : {}),
    ...(flags & HAS_ENERGY ? { energyKj: view.getUint16(energyAt, true) } : {}),
    rrRaw,
    rrMs: rrRaw.map((raw) => milliseconds(raw * MS_PER_RAW)),
    unreadBytes: view.byteLength - at,
  });
}

/** As `decodeHeartRateMeasurement`, from the hexadecimal of a `packet` event. */
export function decodeHex(
  hex: string,
): Result<HeartRateMeasurement, BadMeasurement | { readonly code: 'not-hex' }> {
  const bytes = bytesFromHex(hex);
  return bytes.ok ? decodeHeartRateMeasurement(bytes.value) : bytes;
}

/** What `encodeHeartRateMeasurement` writes; each absent field is left out of the payload. */
export type MeasurementToSend = Pick<HeartRateMeasurement, 'contact' | 'energyKj'> & {
  readonly heartRateBpm: number;
  /** 1/1024 s, whole numbers. */
  readonly rrRaw?: readonly number[];
};

/**
 * The 0x2A37 payload a strap would send: 8-bit heart rate where it fits, RR present only if there are any.
 *
 * @throws RangeError  a field is not a whole number of 0–65535
 */
export function encodeHeartRateMeasurement(measurement: MeasurementToSend): Uint8Array {
  const { heartRateBpm, contact, energyKj, rrRaw = [] } = measurement;
  const wide = heartRateBpm > 0xff;
  const words = [...(wide ? [heartRateBpm] : []), ...(energyKj === undefined ? [] : [energyKj]), ...rrRaw];
  for (const word of [heartRateBpm, ...words]) {
    if (!Number.isInteger(word) || word < 0 || word > 0xffff) {
      throw new RangeError(`a heart rate measurement holds whole numbers of 0–65535, not ${word}`);
    }
  }
  const flags =
    (wide ? HR_IS_U16 : 0) |
    (contact === undefined ? 0 : CONTACT_SUPPORTED) |
    (contact ? CONTACT_DETECTED : 0) |
    (energyKj === undefined ? 0 : HAS_ENERGY) |
    (rrRaw.length > 0 ? HAS_RR : 0);
  const start = wide ? 1 : 2;
  const view = new DataView(new ArrayBuffer(start + 2 * words.length));
  view.setUint8(0, flags);
  if (!wide) view.setUint8(1, heartRateBpm);
  words.forEach((word, i) => view.setUint16(start + 2 * i, word, true));
  return new Uint8Array(view.buffer);
}
