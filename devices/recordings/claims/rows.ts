import {
  decodeHex,
  engineConfig,
  marksMissedBeat,
  repeatedPackets,
  type ArrivedPacket,
} from '../../../engine/index.ts';
import type { ParsedRecording } from '../parser.ts';

/** One row of a file as it claims to be: what it calls a time, and the intervals that it gives with it. */
export interface ClaimedRow {
  /** By the file's own clock, ms; of a packet, when it arrived. */
  readonly atMs: number;
  readonly rrMs: readonly number[];
  /** The heart rate that the strap itself shows, 1/min, where it shows one. */
  readonly bpm?: number;
}

/** A step longer than its intervals by this much is a hole, ms. */
const HOLE_MS = 3000;

/** Whether a step of the clock is so much longer than the intervals that end it that beats are missing. */
export const isHole = (stepMs: number, lengthMs: number): boolean =>
  stepMs - lengthMs > Math.max(HOLE_MS, 2 * lengthMs);

/**
 * The rows of a recording, before anything was placed by other rules than the file's own. Of packets those that count:
 * with skin contact, and once each.
 */
export function claimedRows({ items, clockMs }: ParsedRecording): readonly ClaimedRow[] {
  const repeated = repeatedPackets<ArrivedPacket & ClaimedRow>(engineConfig());
  const rows = items.flatMap((item, i): readonly ClaimedRow[] => {
    if (item.type === 'intervals') return [{ atMs: clockMs?.[i] ?? item.atMs, rrMs: item.rrMs }];
    const decoded = decodeHex(item.hex);
    if (!decoded.ok || decoded.value.contact === false) return [];
    const { heartRate } = decoded.value;
    const rrMs = decoded.value.rrMs.filter((rr) => !marksMissedBeat(rr));
    const { atMs, hex } = item;
    return repeated.take({ atMs, hex, rrMs, ...(heartRate > 0 && { bpm: heartRate }) }) ?? [];
  });
  return [...rows, ...repeated.settle()];
}
