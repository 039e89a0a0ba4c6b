import type { EngineConfig } from '../config/engine-config.ts';
import type { MeasurementRead } from '../packets/events.ts';
import type { Signal, SignalStep } from '../session/signal.ts';
import { beatClock, type Placement } from './beat-clock.ts';
import { beatSource } from './beat-source.ts';
import type { IntervalsRead } from './events.ts';

type Emit = (signal: Signal) => void;

/**
 * Turns measurements and recorded intervals into beats on the beat clock. A packet that equals the one before
 * it, within `duplicateMs`, is dropped if its beats would run ahead of the clock, and so is a first interval
 * that repeats the last one of the packet before; in a late burst equal ones are both meant. Intervals that
 * come without skin contact are not beats.
 */
export function beatPlacement(config: EngineConfig): SignalStep {
  const clock = beatClock(config);
  let previous = { hex: '', atMs: -Infinity };
  let lastRrMs: number | undefined;
  let contact = true;
  const sourceOf = beatSource();

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
  const receive = (measurement: MeasurementRead, emit: Emit) => {
    const { atMs, hex, heartRate: bpm, rrMs } = measurement;
    if (isRepeated(atMs, hex, rrMs)) return;
    const touches = measurement.contact !== false;
    if (touches !== contact) emit({ type: 'skin-contact', atMs, contact: touches });
    contact = touches;
    if (!touches) {
      place(clock.interrupt(), atMs, emit);
      return;
    }
    const alone = sourceOf(measurement) === 'heart-rate-only' && bpm > 0;
    emit({ type: 'strap-rate', atMs, bpm, alone });
    place(clock.placeArrived(atMs, withoutOverlap(atMs, rrMs)), atMs, emit);
  };

  return (signal, emit) => {
    const { type, atMs } = signal;
    if (type === 'session-ended') place(clock.interrupt(), atMs, emit);
    emit(signal);
    if (type === 'measurement') receive(signal, emit);
    else if (type === 'intervals') place(withLabels(clock.placeTimed(atMs, signal.rrMs), signal), atMs, emit);
    else if (type === 'sensor' && signal.state === 'lost') place(clock.interrupt(), atMs, emit);
  };
}

/** Intervals with a time are placed at once and all of them, so that each has its label at its place. */
const withLabels = (placed: Placement, { labels }: Pick<IntervalsRead, 'labels'>): Placement =>
  labels === undefined
    ? placed
    : {
        ...placed,
        beats: placed.beats.map((beat, i) =>
          labels[i] === undefined ? beat : { ...beat, label: labels[i] },
        ),
      };
