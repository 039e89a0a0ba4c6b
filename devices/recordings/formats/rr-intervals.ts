import { fault, ok, type Result } from '../../../engine/index.ts';
import { labelled, ofIntervals, type BeatLabel } from '../values/beat-labels.ts';
import { placeUntimed } from '../values/place-rows.ts';
import {
  faultOfRate,
  faultOfUnit,
  median,
  samplesAt,
  unitOfRr,
  unitUnknown,
  type RrUnit,
} from '../values/units.ts';
import { faultOfRr, noBeats, type BadRecording, type Found, type RecordingFormatId } from '../recording.ts';
import { found, type ParsedRecording } from '../parser.ts';
import type { PlacedTable } from './table-times.ts';

/** Intervals as a file has them, in its own unit. */
export interface RrRows {
  readonly format: RecordingFormatId;
  readonly what: string;
  /** NaN where a beat is marked as missing. */
  readonly values: readonly number[];
  readonly lines: readonly number[];
  /** Of the beat that ends each interval. */
  readonly labels?: readonly (BeatLabel | undefined)[] | undefined;
  /** The labels are those of the intervals themselves. */
  readonly labelsIntervals?: boolean;
  /** Where the header names it. */
  readonly unit?: RrUnit | undefined;
  readonly rateHz?: number | undefined;
  /** What else there is to say. */
  readonly warnings?: readonly string[];
}

/** The unit of intervals, and how it is known. */
export type KnownUnit = RrUnit & { readonly from: Found['unit']['from'] };

/** Number of values from which the unit is evident. */
export const MIN_VALUES_FOR_UNIT = 20;

/** The unit of intervals: the header's, that of the person's rate, or the one that the values have; or why not. */
export function unitOfRows(
  rows: Pick<RrRows, 'values' | 'lines' | 'unit' | 'rateHz'>,
): KnownUnit | BadRecording {
  const { values, unit, rateHz } = rows;
  const there = values.filter((value) => !Number.isNaN(value));
  if (there.length === 0) return noBeats();
  if (unit) return faultOfRows(rows, unit) ?? faultOfUnit(there, unit) ?? { ...unit, from: 'header' };
  if (rateHz !== undefined)
    return faultOfRate(median(there), rateHz) ?? { ...samplesAt(rateHz), from: 'option' };
  const guessed = unitOfRr(there);
  return guessed ? { ...guessed, from: 'values' } : unitUnknown(median(there), there);
}

/** The fault of the first interval that is none. */
function faultOfRows(
  { values, lines }: Pick<RrRows, 'values' | 'lines'>,
  unit: RrUnit,
): BadRecording | undefined {
  for (const [i, value] of values.entries()) {
    const bad = Number.isNaN(value) ? undefined : faultOfRr(value * unit.ms, lines[i]!, String(value));
    if (bad) return bad;
  }
  return undefined;
}

/** A recording of these intervals, placed by `place` or back to back; labels reach the items. */
export function intervalsRead(
  rows: RrRows,
  place: (rrMs: readonly number[]) => PlacedTable = placeUntimed,
): Result<ParsedRecording, BadRecording> {
  const unit = unitOfRows(rows);
  if ('code' in unit) return fault(unit);
  const rrMs = rows.values.map((value) => value * unit.ms);
  const bad = faultOfRows(rows, unit);
  if (bad) return fault(bad);
  const placed = place(rrMs);
  const labels =
    rows.labels && (rows.labelsIntervals === true ? rows.labels.map(asInterval) : ofIntervals(rows.labels));
  const marked = labelled(
    placed.items,
    placed.rows.map((row) => labels?.[row]),
  );
  const { name, from } = unit;
  const few = from === 'values' && placed.items.length < MIN_VALUES_FOR_UNIT ? [fewValues(unit)] : [];
  const unused =
    rows.unit !== undefined && rows.rateHz !== undefined
      ? [`its header says ${name}, so --rate was not used`]
      : [];
  return ok({
    format: rows.format,
    items: marked.items,
    clockMs: placed.clockMs,
    found: found(
      { what: rows.what, unit: { name, from }, times: placed.times },
      {
        startedAt: placed.startedAt,
        warnings: [...few, ...unused, ...(rows.warnings ?? []), ...marked.warnings, ...placed.warnings],
      },
    ),
  });
}

const asInterval = (label: BeatLabel | undefined) => (label === 'no-beat' ? undefined : label);

const fewValues = ({ name }: RrUnit): string =>
  `fewer than ${MIN_VALUES_FOR_UNIT} intervals: that they are in ${name} is only likely`;
