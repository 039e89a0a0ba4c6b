import { badFile, faultOfRr, numberIn, type RecordingItem } from './recording.ts';
import type { RowReader } from './row-reader.ts';
import { secondsNotMs } from './rr-csv.ts';

/** So many values that each exceed the one before are times of beats, not intervals between them. */
const RISING_ALL_ALONG = 20;

/** One RR interval in ms a line, as Kubios, Elite HRV and others write it; the first begins at 0. */
export function rrTextReader(): RowReader {
  const items: RecordingItem[] = [];
  let atMs = 0;
  let beforeMs = 0;
  let rising = true;

  return {
    format: 'rr-text',
    items,
    row(text, line) {
      const rrMs = numberIn(text);
      // Read before the range, since times of beats soon exceed any RR.
      rising &&= rrMs > beforeMs;
      const bad = faultOfRr(rrMs, line, text);
      if (bad) return bad;
      beforeMs = rrMs;
      atMs += rrMs;
      items.push({ type: 'intervals', atMs, rrMs: [rrMs] });
      return undefined;
    },
    finish() {
      if (items.length === 0) return undefined;
      if (rising && items.length >= RISING_ALL_ALONG) return BEAT_TIMES;
      return secondsNotMs(atMs / items.length);
    },
  };
}

const BEAT_TIMES = badFile(
  'not-milliseconds',
  'every value exceeds the one before, so these look like times of beats; Attune reads the RR intervals between them, in ms',
);
