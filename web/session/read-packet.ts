import { decodeHex } from '../../engine/index.ts';
import type { ReadPacket } from './session-picture.ts';

/** A strap's packet for the trace; a packet that cannot be read shows nothing. */
export const readPacket: ReadPacket = (hex) => {
  const measurement = decodeHex(hex);
  if (!measurement.ok) return { rrMs: [] };
  const { rrMs, heartRate, contact } = measurement.value;
  return contact === false ? { rrMs: [] } : { rrMs, ...(heartRate > 0 && { bpm: heartRate }) };
};
