import type { SignalStep } from '../session/signal.ts';
import { bytesFromHex } from './hex.ts';
import { decodeHex } from './heart-rate-measurement.ts';
import { decodePolarFrame } from './polar-frame.ts';

/**
 * Follows each raw notification with what it says: a `measurement` after a packet, an `acceleration` after a frame
 * that holds one. The only stage that reads bytes; an unreadable notification is followed by nothing.
 */
export function packetDecoding(): SignalStep {
  return (signal, emit) => {
    emit(signal);
    if (signal.type === 'packet') {
      const decoded = decodeHex(signal.hex);
      if (decoded.ok) emit({ type: 'measurement', atMs: signal.atMs, hex: signal.hex, ...decoded.value });
    }
    if (signal.type === 'frame') {
      const bytes = bytesFromHex(signal.hex);
      const frame = bytes.ok ? decodePolarFrame(bytes.value) : bytes;
      if (frame.ok && frame.value.kind === 'acceleration')
        emit({ type: 'acceleration', atMs: signal.atMs, milliG: frame.value.milliG });
    }
  };
}
