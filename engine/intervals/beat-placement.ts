import type { EngineConfig } from '../config/engine-config.ts';
import type { MeasurementRead } from '../packets/events.ts';
import type { Signal, SignalStep } from '../session/signal.ts';
import { repeatedPackets } from '../packets/repeated-packets.ts';
import { marksMissedBeat } from '../packets/missed-beat.ts';
import { sum } from '../maths/statistics.ts';
import { beatClock, type Placement } from './beat-clock.ts';
import { beatSource } from './beat-source.ts';
import type { IntervalsRead } from './events.ts';

type Emit = (signal: Signal) => void;

/**
 * Turns measurements and recorded intervals into beats on the beat clock. Packets that were delivered twice count once
 * ({@link repeatedPackets}), and a first interval that repeats the last one of the packet before is dropped if its
 * beats would run ahead of the clock. An interval of 0 or 65535 is a strap's mark for a beat that it missed: none is
 * placed, and the time it took is a hole. Intervals that come without skin contact are not beats.
 */
export function beatPlacement(config: EngineConfig): SignalStep {
  const clock = beatClock(config);
  const repeated = repeatedPackets<MeasurementRead>(config);
  let last: { readonly hex: string; readonly rrMs: number } | undefined;
  let contact = true;
  const sourceOf = beatSource();

  const isAhead = (atMs: number, rrMs: readonly number[]) =>
    clock.aheadMs(atMs, rrMs) > Math.min(...rrMs) / 2;
  const withoutOverlap = ({ atMs, hex, rrMs }: MeasurementRead): readonly number[] => {
    // Of two equal packets both are meant, or one is a repeat as a whole.
    const mayOverlap = rrMs.length > 1 && rrMs[0] === last?.rrMs && hex !== last?.hex;
    const overlaps = mayOverlap && isAhead(atMs, rrMs);
    if (rrMs.length > 0) last = { hex, rrMs: rrMs.at(-1)! };
    return overlaps ? rrMs.slice(1) : rrMs;
  };

  const place = ({ beats, gap }: Placement, atMs: number, emit: Emit) => {
    if (gap) emit({ type: 'gap', author: 'engine', atMs, ...gap });
    for (const beat of beats) emit(beat);
  };
  const placeAll = (packets: readonly MeasurementRead[], emit: Emit) => {
    for (const packet of packets) {
      const { atMs } = packet;
      const runs = betweenMarks(withoutOverlap(packet));
      runs.forEach((run, i) => {
        const laterMs = sum(runs.slice(i + 1).flat());
        if (i > 0) place(clock.interrupt(), atMs, emit);
        place(clock.placeArrived(atMs - laterMs, run), atMs, emit);
      });
    }
  };
  const interrupt = (atMs: number, emit: Emit) => {
    placeAll(repeated.settle(), emit);
    place(clock.interrupt(), atMs, emit);
  };
  const receive = (measurement: MeasurementRead, emit: Emit) => {
    const { atMs, heartRate: bpm } = measurement;
    const touches = measurement.contact !== false;
    const known = touches ? repeated.take(measurement) : [];
    if (known === undefined) return;
    if (touches !== contact) emit({ type: 'skin-contact', atMs, contact: touches });
    contact = touches;
    if (!touches) {
      interrupt(atMs, emit);
      return;
    }
    const alone = sourceOf(measurement) === 'heart-rate-only' && bpm > 0;
    emit({ type: 'strap-rate', atMs, bpm, alone });
    placeAll(known, emit);
  };

  return (signal, emit) => {
    const { type, atMs } = signal;
    if (type === 'session-ended') interrupt(atMs, emit);
    emit(signal);
    if (type === 'measurement') receive(signal, emit);
    else if (type === 'intervals') place(withLabels(clock.placeTimed(atMs, signal.rrMs), signal), atMs, emit);
    else if (type === 'sensor' && signal.state === 'lost') interrupt(atMs, emit);
  };
}

/** The intervals of a packet without marks for missed beats, and a run for each stretch between these. */
function betweenMarks(rrMs: readonly number[]): readonly (readonly number[])[] {
  if (!rrMs.some(marksMissedBeat)) return [rrMs];
  const runs: number[][] = [[]];
  for (const rr of rrMs)
    if (marksMissedBeat(rr)) runs.push([]);
    else runs.at(-1)!.push(rr);
  return runs;
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
