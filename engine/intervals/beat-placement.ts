import type { EngineConfig } from '../config.ts';
import type { PacketReceived } from '../session/input-events.ts';
import type { Signal, SignalStep } from '../session/signal.ts';
import { beatClock, type Placement } from './beat-clock.ts';
import { decodeHex } from './heart-rate-measurement.ts';

type Emit = (signal: Signal) => void;

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
  const isAlone = rateOnly();

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

  const place = ({ beats, gap }: Placement, atMs: number, emit: Emit) => {
    if (gap) emit({ type: 'gap', author: 'engine', atMs, ...gap });
    for (const beat of beats) emit(beat);
  };
  const receive = (signal: PacketReceived, emit: Emit) => {
    const decoded = decodeHex(signal.hex);
    if (!decoded.ok || isRepeated(signal.atMs, signal.hex, decoded.value.rrMs)) return;
    const touches = decoded.value.contact !== false;
    if (touches !== contact) emit({ type: 'skin-contact', atMs: signal.atMs, contact: touches });
    contact = touches;
    if (!touches) {
      place(clock.interrupt(), signal.atMs, emit);
      return;
    }
    const { heartRate: bpm, rrMs } = decoded.value;
    emit({ type: 'strap-rate', atMs: signal.atMs, bpm, alone: isAlone(rrMs.length > 0, bpm) });
    place(clock.placeArrived(signal.atMs, withoutOverlap(signal.atMs, rrMs)), signal.atMs, emit);
  };

  return (signal, emit) => {
    const { type, atMs } = signal;
    if (type === 'session-ended') place(clock.interrupt(), atMs, emit);
    emit(signal);
    if (type === 'intervals') place(clock.placeTimed(atMs, signal.rrMs), atMs, emit);
    else if (type === 'packet') receive(signal, emit);
    else if (type === 'sensor' && signal.state === 'lost') place(clock.interrupt(), atMs, emit);
  };
}

/** So many rates without an interval come of a device that sends none: at one a second, ten beats. */
const ENOUGH = 10;

/** Whether a device sends its heart rate only; one interval settles that it does not. */
function rateOnly(): (hasIntervals: boolean, bpm: number) => boolean {
  let without = 0;
  return (hasIntervals, bpm) => {
    if (hasIntervals) without = -Infinity;
    else if (bpm > 0) without += 1;
    return without >= ENOUGH && bpm > 0;
  };
}
