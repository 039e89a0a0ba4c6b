import { fault, ok, type Result } from '../types/result.ts';

/** One notification of Polar's measurement data service. */
export type PolarFrame = PolarEcg | PolarAcceleration;

interface Stamped {
  /** When the last sample was taken, ms since 2000 by the strap's own clock, which is seldom set. */
  readonly lastMs: number;
}

export interface PolarEcg extends Stamped {
  readonly kind: 'ecg';
  /** µV, 130 a second. */
  readonly microvolts: readonly number[];
}

/** Along the strap's three axes. */
export type Vector = readonly [x: number, y: number, z: number];

export interface PolarAcceleration extends Stamped {
  readonly kind: 'acceleration';
  /** Thousandths of gravity along the strap's three axes. */
  readonly milliG: readonly Vector[];
}

export interface PolarFault {
  /** `compressed`: delta frames, which wrist devices send; `unread`: another measurement. */
  readonly code: 'too-short' | 'torn' | 'compressed' | 'unread';
}

const HEADER = 10;
const ECG = 0;
const ACCELERATION = 2;
const ECG_BYTES = 3;
const COMPRESSED = 0x80;

/**
 * Reads a PMD data frame: type, time of the last sample (ns, 64 bits), frame type, samples; little-endian
 * throughout. ECG comes as 24-bit µV, acceleration as 8-, 16- or 24-bit mG by its frame type.
 * Source: Polar BLE SDK, "Polar Measurement Data Specification" and its `EcgData`, `AccData`.
 */
export function decodePolarFrame(bytes: Uint8Array): Result<PolarFrame, PolarFault> {
  if (bytes.length < HEADER) return fault({ code: 'too-short' });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [type, frameType] = [bytes[0]!, bytes[9]!];
  const lastMs = Number(view.getBigUint64(1, true)) / 1e6;
  if (type !== ECG && type !== ACCELERATION) return fault({ code: 'unread' });
  if (frameType & COMPRESSED) return fault({ code: 'compressed' });
  const width = type === ECG ? ECG_BYTES : frameType + 1;
  const size = type === ECG ? width : 3 * width;
  if (width > 3 || (type === ECG && frameType !== 0)) return fault({ code: 'unread' });
  const count = (bytes.length - HEADER) / size;
  if (!Number.isInteger(count)) return fault({ code: 'torn' });
  const at = (i: number) => signed(bytes, HEADER + i * width, width);
  if (type === ECG)
    return ok({ kind: 'ecg', lastMs, microvolts: Array.from({ length: count }, (_, i) => at(i)) });
  const milliG = Array.from({ length: count }, (_, i) => [at(3 * i), at(3 * i + 1), at(3 * i + 2)] as const);
  return ok({ kind: 'acceleration', lastMs, milliG });
}

function signed(bytes: Uint8Array, from: number, width: number): number {
  let value = 0;
  for (let k = width - 1; k >= 0; k--) value = (value << 8) | bytes[from + k]!;
  const spare = 32 - 8 * width;
  return (value << spare) >> spare;
}
