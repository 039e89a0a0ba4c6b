import { sum, type IntervalsRead, type PacketReceived } from '../../engine/index.ts';
import type { Recording } from './recording.ts';

/** The recording's items as the engine takes them, in the recording's own time: for replays that need no sensor. */
export function recordingEvents(recording: Recording): readonly (IntervalsRead | PacketReceived)[] {
  const author = 'device';
  const sensor = recording.name;
  return recording.items.map((item) =>
    item.type === 'intervals'
      ? {
          type: item.type,
          atMs: item.atMs,
          rrMs: item.rrMs,
          ...(item.labels && { labels: item.labels }),
          author,
          sensor,
        }
      : { type: item.type, atMs: item.atMs, hex: item.hex, author, sensor },
  );
}

/** When the recording begins: the start of its first interval where that is known, but not before 0. */
export function startOfRecording({ items }: Recording): number {
  const first = items[0]!;
  const lengthMs = first.type === 'intervals' ? sum(first.rrMs) : 0;
  return Math.max(0, first.atMs - lengthMs);
}
