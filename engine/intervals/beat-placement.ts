import type { EngineConfig } from '../config.ts';
import type { SignalStep } from '../session/signal.ts';
import { beatClock, type Placement } from './beat-clock.ts';
import { decodeHex, type HeartRateMeasurement } from './heart-rate-measurement.ts';

/**
 * From packets and recorded intervals to beats on the beat clock. A packet that repeats the one before it within
 * `duplicateMs` is dropped; packets are judged, never beats. Intervals that come without skin contact are not beats.
 */
export function beatPlacement(config: EngineConfig): SignalStep {
  const clock = beatClock(config);
  let previous = { hex: '', atMs: -Infinity };
  let contact = true;

  const read = (atMs: number, hex: string): HeartRateMeasurement | undefined => {
    const repeated = hex === previous.hex && atMs - previous.atMs <= config.duplicateMs;
    previous = { hex, atMs };
    const decoded = decodeHex(hex);
    return repeated || !decoded.ok ? undefined : decoded.value;
  };

  return (signal, emit) => {
    emit(signal);
    const place = ({ beats, gap }: Placement) => {
      if (gap) emit({ type: 'gap', author: 'engine', atMs: signal.atMs, ...gap });
      beats.forEach(emit);
    };
    if (signal.type === 'intervals') place(clock.placeTimed(signal.atMs, signal.rrMs));
    if (signal.type !== 'packet') return;
    const measurement = read(signal.atMs, signal.hex);
    if (measurement === undefined) return;
    const touches = measurement.contact !== false;
    if (touches !== contact) emit({ type: 'skin-contact', atMs: signal.atMs, contact: touches });
    contact = touches;
    if (touches) place(clock.placeArrived(signal.atMs, measurement.rrMs));
    else clock.interrupt();
  };
}
