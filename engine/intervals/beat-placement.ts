import type { EngineConfig } from '../config.ts';
import type { SignalStep } from '../session/signal.ts';
import { beatClock, type Placement } from './beat-clock.ts';
import { decodeHex } from './heart-rate-measurement.ts';

/**
 * From packets and recorded intervals to beats on the beat clock. A packet that equals the one before it, within
 * `duplicateMs`, is dropped if its beats would run ahead of the clock; in a late burst equal packets are both meant.
 * Intervals that come without skin contact are not beats.
 */
export function beatPlacement(config: EngineConfig): SignalStep {
  const clock = beatClock(config);
  let previous = { hex: '', atMs: -Infinity };
  let contact = true;

  const isRepeated = (atMs: number, hex: string, rrMs: readonly number[]): boolean => {
    const same = hex === previous.hex && atMs - previous.atMs <= config.duplicateMs;
    previous = { hex, atMs };
    return same && clock.aheadMs(atMs, rrMs) > Math.min(...rrMs) / 2;
  };

  return (signal, emit) => {
    emit(signal);
    const place = ({ beats, gap }: Placement) => {
      if (gap) emit({ type: 'gap', author: 'engine', atMs: signal.atMs, ...gap });
      beats.forEach(emit);
    };
    if (signal.type === 'intervals') place(clock.placeTimed(signal.atMs, signal.rrMs));
    if (signal.type !== 'packet') return;
    const decoded = decodeHex(signal.hex);
    if (!decoded.ok || isRepeated(signal.atMs, signal.hex, decoded.value.rrMs)) return;
    const touches = decoded.value.contact !== false;
    if (touches !== contact) emit({ type: 'skin-contact', atMs: signal.atMs, contact: touches });
    contact = touches;
    if (!touches) {
      clock.interrupt();
      return;
    }
    emit({ type: 'strap-rate', atMs: signal.atMs, bpm: decoded.value.heartRate });
    place(clock.placeArrived(signal.atMs, decoded.value.rrMs));
  };
}
