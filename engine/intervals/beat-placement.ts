import type { EngineConfig } from '../config.ts';
import type { SignalStep } from '../session/signal.ts';
import { beatClock, type Placement } from './beat-clock.ts';
import { decodeHex } from './heart-rate-measurement.ts';
import { rrCapability } from './rr-capability.ts';

/**
 * From packets and recorded intervals to beats on the beat clock. A packet that equals the one before it, within
 * `duplicateMs`, is dropped if its beats would run ahead of the clock, and so is a first interval that repeats the last one of
 * the packet before; in a late burst equal ones are both meant. Intervals that come without skin contact are not beats.
 */
export function beatPlacement(config: EngineConfig): SignalStep {
  const clock = beatClock(config);
  let previous = { hex: '', atMs: -Infinity };
  let lastRrMs: number | undefined;
  let contact = true;
  const capabilityOf = rrCapability();

  const isRepeated = (atMs: number, hex: string, rrMs: readonly number[]): boolean => {
    const same = hex === previous.hex && atMs - previous.atMs <= config.duplicateMs;
    previous = { hex, atMs };
    return same && isAhead(atMs, rrMs);
  };
  const isAhead = (atMs: number, rrMs: readonly number[]) =>
    clock.aheadMs(atMs, rrMs) > Math.min(...rrMs) / 2;
  const withoutOverlap = (atMs: number, rrMs: readonly number[]): readonly number[] => {
    const overlaps = rrMs.length > 1 && rrMs[0] === lastRrMs && isAhead(atMs, rrMs);
    lastRrMs = rrMs.at(-1) ?? lastRrMs;
    return overlaps ? rrMs.slice(1) : rrMs;
  };

  return (signal, emit) => {
    const place = ({ beats, gap }: Placement) => {
      if (gap) emit({ type: 'gap', author: 'engine', atMs: signal.atMs, ...gap });
      beats.forEach(emit);
    };
    if (signal.type === 'session-ended') place(clock.interrupt());
    emit(signal);
    if (signal.type === 'sensor' && signal.state === 'lost') place(clock.interrupt());
    if (signal.type === 'intervals') place(clock.placeTimed(signal.atMs, signal.rrMs));
    if (signal.type !== 'packet') return;
    const decoded = decodeHex(signal.hex);
    if (!decoded.ok || isRepeated(signal.atMs, signal.hex, decoded.value.rrMs)) return;
    const touches = decoded.value.contact !== false;
    if (touches !== contact) emit({ type: 'skin-contact', atMs: signal.atMs, contact: touches });
    contact = touches;
    if (!touches) {
      place(clock.interrupt());
      return;
    }
    const { heartRate: bpm, rrMs } = decoded.value;
    const alone = capabilityOf(decoded.value) === 'heart-rate-only' && bpm > 0;
    emit({ type: 'strap-rate', atMs: signal.atMs, bpm, alone });
    place(clock.placeArrived(signal.atMs, withoutOverlap(signal.atMs, rrMs)));
  };
}
