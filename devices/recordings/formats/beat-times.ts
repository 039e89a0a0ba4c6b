import { fault, ok, type Result } from '../../../engine/index.ts';
import type { BeatLabel } from '../values/beat-labels.ts';
import { placeMarked, type MarkedBeats } from '../values/marked-beats.ts';
import { blanksBefore } from '../values/missing-beats.ts';
import { isoOfEpoch, type ReadTimes } from '../values/times.ts';
import { median, samplesAt, unitOfRr, unitUnknown, faultOfRate, type RrUnit } from '../values/units.ts';
import { badFile, badLine, noBeats, type BadRecording } from '../recording.ts';
import { found, type ParsedRecording } from '../parser.ts';

/** When beats were, one for each row. */
export interface BeatRows {
  readonly what: string;
  /** In the unit of the file; NaN where one is marked as missing. */
  readonly times: readonly number[];
  readonly kind: ReadTimes['kind'];
  readonly lines: readonly number[];
  readonly labels?: readonly (BeatLabel | undefined)[] | undefined;
  /** Beats that may be false ones, unless the file's layout makes them notes. */
  readonly artefacts?: MarkedBeats['artefacts'];
  /** Where the header names it. */
  readonly unit?: RrUnit | undefined;
  readonly rateHz?: number | undefined;
  readonly startedAt?: string | undefined;
}

/**
 * The intervals between beats. Marks that are no beats are left out, and no interval is taken across a beat that is
 * marked as missing.
 */
export function beatsRead(given: BeatRows): Result<ParsedRecording, BadRecording> {
  const finite = given.times.map((time) => (Number.isFinite(time) ? time : Number.NaN));
  const rows = withBlanks({ ...given, times: finite });
  const isBeat = (i: number) => rows.labels?.[i] !== 'no-beat';
  const all = rows.times.map((_, i) => i).filter(isBeat);
  const beats = all.filter((i) => !Number.isNaN(rows.times[i]!));
  if (beats.length < 2) return fault(noBeats());
  /** Which of all the beats each is that has a time. */
  const rank = all.flatMap((i, at) => (Number.isNaN(rows.times[i]!) ? [] : [at]));
  const values = beats.map((i) => rows.times[i]!);
  const steps = values.slice(1).map((value, i) => value - values[i]!);
  const ahead = steps.filter((step) => step !== 0).map((step) => Math.abs(step));
  const unit = unitFor(rows, ahead);
  if ('code' in unit) return fault(unit);
  const twice = steps.filter((step) => step === 0).length;
  if (twice > 0)
    return fault(standsTwice(twice, steps.indexOf(0), { values, lines: beats.map((i) => rows.lines[i]!) }));
  const placed = placeMarked({
    timesMs: values.map((value) => value * unit.ms),
    labels: beats.map((i) => rows.labels?.[i]),
    kind: rows.kind,
    unitMs: unit.ms,
    lines: beats.map((i) => rows.lines[i]!),
    ranks: rank,
    artefacts: rows.artefacts ?? 'beat',
  });
  if (!placed) return fault(badFile('unsorted', 'its beats stand in no order of time; export them again'));
  if (placed.items.length === 0) return fault(noBeats());
  const missing = all.length - beats.length;
  const { name, from } = unit;
  const facts = { what: rows.what, unit: { name, from }, times: 'written' } as const;
  const gaps =
    missing === 0 ? [] : [`${missing} ${missing === 1 ? 'beat is' : 'beats are'} marked as missing: gaps`];
  return ok({
    format: 'beat-times',
    items: placed.items,
    found: found(facts, {
      startedAt: rows.startedAt ?? isoOfEpoch(values[0]!),
      warnings: [...gaps, ...placed.warnings],
    }),
  });
}

/** Rows with a missing one for each blank line. */
function withBlanks(rows: BeatRows): BeatRows {
  const blanks = blanksBefore(rows.lines);
  if (blanks.every((count) => count === 0)) return rows;
  const at = blanks.flatMap((count, i) => [...new Array<undefined>(count).fill(undefined), i]);
  const of = <T>(values: readonly T[], none: T) => at.map((i) => (i === undefined ? none : values[i]!));
  return {
    ...rows,
    times: of(rows.times, Number.NaN),
    lines: of(rows.lines, 0),
    labels: rows.labels && of(rows.labels, undefined),
  };
}

type Unit = RrUnit & { readonly from: 'header' | 'values' | 'option' };

function unitFor({ kind, unit, rateHz }: BeatRows, steps: readonly number[]): Unit | BadRecording {
  if (kind !== 'number') return { name: 'clock time', ms: 1, from: 'values' };
  if (unit) return { ...unit, from: 'header' };
  if (rateHz !== undefined)
    return faultOfRate(median(steps), rateHz) ?? { ...samplesAt(rateHz), from: 'option' };
  const guessed = unitOfRr(steps);
  return guessed ? { ...guessed, from: 'values' } : unitUnknown(median(steps));
}

function standsTwice(
  count: number,
  first: number,
  { values, lines }: { readonly values: readonly number[]; readonly lines: readonly number[] },
): BadRecording {
  const others = count === 1 ? '' : `; ${count} beats stand twice, of which this is the first`;
  return badLine(
    'unsorted',
    lines[first + 1]!,
    `the beat at ${values[first + 1]!} is not later than the one before, in line ${lines[first]!}: it stands twice; ` +
      `remove one of them${others}`,
  );
}
