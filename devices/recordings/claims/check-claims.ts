import { decodeHex, fault, marksMissedBeat, ok, type Result } from '../../../engine/index.ts';
import type { ParsedRecording, ReadOptions } from '../parser.ts';
import { badFile, LAST_MS, type BadRecording } from '../recording.ts';
import { clockAgainstIntervals } from './clock.ts';
import { evenSpacing } from './even-spacing.ts';
import { samplesForMs, strapRateAgainstIntervals } from './heart-rates.ts';
import { claimedRows } from './rows.ts';
import { smoothness } from './smoothness.ts';
import { storedTwice } from './stored-twice.ts';
import type { Suspicion } from './suspicion.ts';

/**
 * Holds what the reading of a file claims against what the file says elsewhere: its own clock, how its rows are spaced,
 * the rate that the strap shows, and how any heart behaves. The one place for it, after every format.
 *
 * @returns the recording, with a warning where something speaks against it; refused where its figures would be wrong
 *   beyond use, unless the person insists (`asIs`). The first suspicion counts: the others follow from it.
 */
export function checkClaims(
  parsed: ParsedRecording,
  { asIs = false }: Pick<ReadOptions, 'asIs'>,
): Result<ParsedRecording, BadRecording> {
  const { clockMs: _, ...recording } = parsed;
  if (!recording.items.every(({ atMs }) => Math.abs(atMs) <= LAST_MS)) return fault(NO_TIME);
  const suspicion = suspicionOf(parsed);
  if (suspicion?.refuse && !asIs) return fault(badFile('contradicts-itself', suspicion.sentence));
  const said = [...(suspicion ? [suspicion.sentence] : []), ...missedBeats(parsed)];
  const { found } = recording;
  return ok({ ...recording, found: { ...found, warnings: [...said, ...found.warnings] } });
}

const NO_TIME = badFile(
  'out-of-range',
  'a time in it is none that a date can name; correct or remove that line',
);

/** What straps send in place of beats that they missed is left out by the engine; here it is counted. */
function missedBeats({ items }: ParsedRecording): readonly string[] {
  let count = 0;
  for (const item of items) {
    if (item.type !== 'packet') continue;
    const decoded = decodeHex(item.hex);
    if (decoded.ok) count += decoded.value.rrMs.filter(marksMissedBeat).length;
  }
  if (count === 0) return [];
  const marks = count === 1 ? '1 interval is a mark' : `${count} intervals are marks`;
  return [`${marks} of the strap for missing beats (0, or longer than 10 s); each is a gap`];
}

function suspicionOf(parsed: ParsedRecording): Suspicion | undefined {
  const { found } = parsed;
  const rows = claimedRows(parsed);
  const rrMs = rows.flatMap((row) => row.rrMs);
  return (
    (parsed.items[0]?.type === 'intervals' && found.times !== 'summed' ? evenSpacing(rows) : undefined) ??
    smoothness(rrMs) ??
    (found.times === 'summed' ? undefined : clockAgainstIntervals(rows, found.times)) ??
    storedTwice(rrMs) ??
    strapRateAgainstIntervals(rows) ??
    samplesForMs(rrMs, found)
  );
}
