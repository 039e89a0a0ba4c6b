import { fault, ok, type Result } from '../../../engine/index.ts';
import { placeBeats, placeSummed } from '../values/placing.ts';
import { badFile, badLine, faultOfRr, numberIn, shown, type BadRecording } from '../recording.ts';
import { found, type ParsedRecording, type ReadOptions, type RowParser } from '../parser.ts';
import { MIN_VALUES_FOR_UNIT, fewValues } from './rr-table.ts';
import { median, unitOfRr, unitUnknown, type RrUnit } from '../values/units.ts';
import type { TextFormat } from '../format.ts';

/** Times of beats have grown by this factor within a handful of lines. */
const RISING_BY = 1.8;
/** Intervals fall about as often as they rise; where fewer fall, the values are times, some of them wrong. */
const FALLING_AT_MOST = 0.05;

interface Lines {
  readonly values: number[];
  readonly lines: number[];
}

/**
 * One number a line: RR intervals back to back from 0, as Kubios, Elite HRV and others write them, or times of
 * beats, which rise throughout. The unit is ms or s, whichever gives a possible heart rate.
 */
function rrTextParser({ rateHz }: ReadOptions): RowParser {
  const values: number[] = [];
  const lines: number[] = [];
  return {
    get count() {
      return values.length;
    },
    row(text, line, open = false) {
      const value = numberIn(text.replace(/^(\s*\d+),(\d+\s*)$/, '$1.$2'));
      // A truncated last number is not an interval, and among times it is a step backwards.
      const cut = open && (value < values.at(-1)! / 2 || (value < values.at(-1)! && areTimes(values)));
      if (Number.isNaN(value) || cut) return notANumber(text, line);
      values.push(value);
      lines.push(line);
      return undefined;
    },
    finish: () => (areTimes(values) ? beatTimes : intervals)({ values, lines }, rateHz),
  };
}

/** Intervals do not rise for long; values that do, or that rise far, are times. */
function areTimes(values: readonly number[]): boolean {
  const falls = values.filter((value, i) => i > 0 && value <= values[i - 1]!).length;
  if (values.length >= MIN_VALUES_FOR_UNIT) return falls <= FALLING_AT_MOST * values.length;
  return values.length >= 3 && falls === 0 && values.at(-1)! > RISING_BY * values[0]!;
}

const notANumber = (text: string, line: number): BadRecording =>
  badLine(
    'not-a-number',
    line,
    `the RR interval ${shown(text)} is not a number; use digits with a decimal point`,
  );

function intervals(
  { values, lines }: Lines,
  rateHz: number | undefined,
): Result<ParsedRecording, BadRecording> {
  const unit = rateHz === undefined ? unitOfRr(values) : samplesAt(rateHz);
  if (!unit) return fault(notOfAHeart(values));
  for (const [i, value] of values.entries()) {
    const bad = faultOfRr(value * unit.ms, lines[i]!, String(value));
    if (bad) return fault(bad);
  }
  const placed = placeSummed(values.map((value) => value * unit.ms));
  const warnings = rateHz === undefined && values.length < MIN_VALUES_FOR_UNIT ? [fewValues(unit)] : [];
  const facts = { what: 'RR intervals, one a line', unit: nameOf(unit, rateHz), times: placed.times };
  return ok({ format: 'rr-text', items: placed.items, found: found(facts, { warnings }) });
}

function beatTimes(
  { values, lines }: Lines,
  rateHz: number | undefined,
): Result<ParsedRecording, BadRecording> {
  const steps = values.slice(1).map((value, i) => value - values[i]!);
  const unit = rateHz === undefined ? unitOfRr(steps) : samplesAt(rateHz);
  if (!unit) return fault(unitUnknown(median(steps)));
  if (rateHz === undefined && values.length < MIN_VALUES_FOR_UNIT) return fault(UNCLEAR);
  const back = steps.findIndex((step) => step <= 0) + 1;
  if (back > 0)
    return fault(
      badLine(
        'unsorted',
        lines[back]!,
        `the beat at ${values[back]!} is not later than the one before; correct it`,
      ),
    );
  const placed = placeBeats(values.map((value) => value * unit.ms));
  const facts = { what: 'times of beats, one a line', unit: nameOf(unit, rateHz), times: placed.times };
  return ok({
    format: 'beat-times',
    items: placed.items,
    found: found(facts, { warnings: placed.warnings }),
  });
}

const samplesAt = (rateHz: number): RrUnit => ({ name: `1/${rateHz} s`, ms: 1000 / rateHz });

const nameOf = ({ name }: RrUnit, rateHz: number | undefined) =>
  ({ name, from: rateHz === undefined ? 'values' : 'option' }) as const;

const UNCLEAR = badFile(
  'unknown-unit',
  'these few values rise all along, so they may be RR intervals or times of beats; export more of them',
);

/** Names the export of another device that this may be. */
function notOfAHeart(values: readonly number[]): BadRecording {
  const [first = 0, second = 0] = values;
  if (first > 1e9 && second > 0 && second <= 256)
    return badFile(
      'heart-rate-only',
      'this looks like a signal or heart rate of an Empatica; Attune reads the IBI.csv beside it',
    );
  if (first > 1e9)
    return badFile('empty', 'these are times of marks, not of beats; open the file of RR intervals');
  return unitUnknown(median(values));
}

export const RR_TEXT: TextFormat = {
  id: 'rr-text',
  kind: 'text',
  tells: (line) => !Number.isNaN(numberIn(line)) || /^\s*\d+,\d+\s*$/.test(line),
  hasHeader: false,
  open: (_first, _line, options) => rrTextParser(options),
  layouts: [
    {
      name: 'Elite HRV, plain RR text',
      format: 'rr-text',
      recognisedBy: 'numbers, one a line',
      gives: 'every line',
      unit: 'ms or s, by the values',
      times: 'summed',
      tested: 'recorded: 3 files, line for line',
    },
    {
      name: 'times of beats',
      format: 'beat-times',
      recognisedBy: 'numbers that rise all along',
      gives: 'differences',
      unit: 'ms or s, by the values',
      times: 'as written',
      tested: 'recorded: 1 file (gHRV)',
    },
  ],
};
