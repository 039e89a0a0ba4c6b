import { fault, ok, type Result } from '../../../engine/index.ts';
import { badFile, shown, type BadRecording } from '../recording.ts';
import type { ReadOptions } from '../parser.ts';
import { wfdbHeader, type WfdbHeader } from './wfdb-header.ts';

/** A stretch of a record with a header of its own. */
export interface WfdbStretch {
  readonly header: WfdbHeader;
  /** When it begins in the record, s. */
  readonly fromS: number;
}

/**
 * The stretches of a record with signals: the record itself, or its segments without the layout and the null segments.
 * Source: WFDB Applications Guide, header(5), "Multi-segment records".
 */
export function stretchesOf(
  header: WfdbHeader,
  options: ReadOptions,
): Result<readonly WfdbStretch[], BadRecording> {
  if (header.segments.length === 0) return ok([{ header, fromS: 0 }]);
  const stretches: WfdbStretch[] = [];
  const missing: string[] = [];
  let frames = 0;
  for (const segment of header.segments) {
    const fromS = frames / header.rateHz;
    frames += segment.frames;
    if (segment.name === '~' || segment.frames === 0) continue;
    const bytes = siblingOf(`${segment.name}.hea`, options);
    const own = bytes && wfdbHeader(new TextDecoder().decode(bytes));
    if (!own) missing.push(`${segment.name}.hea`);
    else if (own.segments.length === 0)
      // The record says how long it is, or a longer file would reach into the next segment.
      stretches.push({
        header: { ...own, frames: Math.round((segment.frames * own.rateHz) / header.rateHz) },
        fromS,
      });
  }
  if (missing.length === 0) return ok(stretches);
  const names = missing.slice(0, 3).join(', ') + (missing.length > 3 ? ' …' : '');
  return fault(
    badFile(
      'unknown-format',
      `${shown(header.name)} is a WFDB record of ${header.segments.length} segments, and ${missing.length} of their ` +
        `headers are not beside it (${names}); open them too, with their signal files`,
    ),
  );
}

/** A file of the same folder, by its path in a header or by its name alone. */
export function siblingOf(path: string, { sibling }: ReadOptions): Uint8Array | undefined {
  return sibling?.(path) ?? sibling?.(path.replace(/^.*[/\\]/, ''));
}
