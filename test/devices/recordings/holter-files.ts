import { crc16Ccitt } from '../../../devices/recordings/values/crc.ts';
import { RATE_HZ } from './ecg-files.ts';
import { bytes } from './own-heart.ts';

export interface Holter {
  readonly magic?: string;
  readonly rateHz?: number;
  readonly leads?: readonly number[];
  readonly samples?: number;
  readonly checksum?: number;
  readonly body: readonly number[];
}

/** An ISHNE Holter file, ECG or annotations, around this body. */
export function holter({
  magic = 'ISHNE1.0',
  rateHz = RATE_HZ,
  leads = [6],
  samples,
  checksum,
  body,
}: Holter): Uint8Array {
  const head = new Uint8Array(522);
  const view = new DataView(head.buffer);
  head.set(bytes(magic));
  view.setInt32(14, samples ?? body.length / 2 / leads.length, true);
  view.setInt32(18, 522, true);
  view.setInt32(22, 522, true);
  [5, 3, 2024].forEach((one, i) => view.setInt16(138 + 2 * i, one, true));
  [10, 11, 12].forEach((one, i) => view.setInt16(150 + 2 * i, one, true));
  view.setInt16(156, leads.length, true);
  leads.forEach((lead, i) => view.setInt16(158 + 2 * i, lead, true));
  head.set(bytes('Own'), 232);
  view.setInt16(272, rateHz, true);
  view.setUint16(8, checksum ?? crc16Ccitt(head.subarray(10)), true);
  return Uint8Array.from([...head, ...body]);
}
