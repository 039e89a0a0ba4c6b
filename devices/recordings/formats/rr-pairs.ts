import { fault, ok, type Result } from '../../../engine/index.ts';
import { cellsOf, dialectOf, numberOf } from '../values/cells.ts';
import { placeTimed } from '../values/placing.ts';
import { badFile, badLine, faultOfRr, shown, type BadRecording } from '../recording.ts';
import { found, type ParsedRecording, type RowParser } from '../parser.ts';
import { msPerTimeUnit } from '../values/times.ts';
import { median, unitOfRr, unitUnknown } from '../values/units.ts';
import type { TextFormat } from '../format.ts';

/** Number of rows needed to see which column is which. */
const MIN_ROWS = 3;

/**
 * Two columns without a header, a time and an RR interval, as Kubios, Polar
 * Flow, HRVAS and others read or write them.
 */
function rrPairsParser(first: string, line: number): RowParser | BadRecording {
  const dialect = dialectOf(first);
  if (cellsOf(first, dialect.separator)?.length !== 2) return stranger(first, line);
  const times: number[] = [];
  const rr: number[] = [];
  const lines: number[] = [];
  return {
    get count() {
      return rr.length;
    },
    row(text, at) {
      const cells = cellsOf(text, dialect.separator) ?? [];
      const [time, interval] = [numberOf(cells[0], dialect), numberOf(cells[1], dialect)];
      if (cells.length !== 2 || Number.isNaN(time + interval))
        return badLine(
          'not-a-number',
          at,
          `${shown(text)} is not a time and an RR interval; remove that line`,
        );
      if (time < (times.at(-1) ?? time))
        return badLine(
          'unsorted',
          at,
          `the time ${time} is earlier than on the line before; sort the file by time`,
        );
      times.push(time);
      rr.push(interval);
      lines.push(at);
      return undefined;
    },
    finish: () => finished(times, rr, lines),
  };
}

function finished(
  times: readonly number[],
  rr: readonly number[],
  lines: readonly number[],
): Result<ParsedRecording, BadRecording> {
  if (rr.length < MIN_ROWS)
    return fault(
      badFile('unknown-format', 'too few rows to tell times from RR intervals; add the header t_s,rr_ms'),
    );
  const unit = unitOfRr(rr);
  if (!unit) return fault(unitUnknown(median(rr)));
  const rrMs = rr.map((value) => value * unit.ms);
  const bad = rrMs.map((value, i) => faultOfRr(value, lines[i]!, String(rr[i]))).find((one) => one);
  if (bad) return fault(bad);
  const ms = msPerTimeUnit(times, rrMs);
  if (ms === undefined)
    return fault(
      badFile(
        'unknown-format',
        'the two columns are not a time and an RR interval; add the header t_s,rr_ms',
      ),
    );
  const placed = placeTimed(
    times.map((time) => time * ms),
    rrMs,
  );
  const facts = {
    what: 'times and RR intervals without a header',
    unit: { name: unit.name, from: 'values' },
    times: placed.times,
  } as const;
  const { items, clockMs, warnings } = placed;
  return ok({ format: 'rr-csv', items, clockMs, found: found(facts, { warnings }) });
}

const stranger = (first: string, line: number): BadRecording =>
  badLine(
    'unknown-format',
    line,
    `${shown(first)} begins a table without a header; name its columns in the first line, such as t_s,rr_ms`,
  );

export const RR_PAIRS: TextFormat = {
  id: 'rr-pairs',
  kind: 'text',
  tells: (line) => {
    const dialect = dialectOf(line);
    const cells = cellsOf(line, dialect.separator);
    return cells?.every((cell) => !Number.isNaN(numberOf(cell, dialect))) === true;
  },
  hasHeader: false,
  open: rrPairsParser,
  layouts: [
    {
      name: 'two columns without a header (Polar Flow, HRVAS)',
      format: 'rr-csv',
      recognisedBy: 'two numbers',
      gives: 'time and RR, if they agree with each other',
      unit: 'both by the values',
      times: 'as written',
      tested: 'virtual',
    },
  ],
};
