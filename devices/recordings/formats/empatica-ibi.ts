import { fault, ok } from '../../../engine/index.ts';
import { badFile, badLine, faultOfRr, noBeats, shown, type BadRecording } from '../recording.ts';
import { found, type RowParser } from '../parser.ts';
import { cellsOf, dialectOf, numberOf } from '../values/cells.ts';
import { marksMissing } from '../values/missing-beats.ts';
import { placeRows } from '../values/place-rows.ts';
import { isoOfEpoch } from '../values/times.ts';
import { faultOfUnit, S } from '../values/units.ts';
import type { TextFormat } from '../format.ts';

/** A spreadsheet that saves it again may put semicolons, tabs and decimal commas in. */
const EMPATICA_HEADER = /^\s*"?\d{1,10}(?:[.,]\d+)?"?\s*[,;\t]\s*"?IBI"?\s*[,;\t]*\s*$/;

/**
 * IBI.csv of an Empatica E4: the Unix time of the start, then when each interval ended, s since then, and its length
 * in s.
 */
function empaticaIbiParser(header: string): RowParser {
  const dialect = dialectOf(header);
  const times: number[] = [];
  const seconds: number[] = [];
  const lines: number[] = [];
  return {
    get count() {
      return seconds.length;
    },
    row(text, line): BadRecording | undefined {
      const cells = cellsOf(text, dialect.separator) ?? [];
      const isTwo = cells.length >= 2 && cells.slice(2).every((cell) => cell.trim() === '');
      if (!isTwo) return badLine('bad-line', line, 'it is not a time and an interval; remove it');
      const [time = '', interval = ''] = cells;
      const atS = numberOf(time, dialect);
      if (Number.isNaN(atS))
        return badLine('not-a-number', line, `the time ${shown(time)} is not a number; correct it`);
      const isMissing = marksMissing(interval);
      const rrS = isMissing ? Number.NaN : numberOf(interval, dialect);
      const bad = isMissing ? undefined : faultOfRr(rrS * 1000, line, interval);
      if (bad) return bad;
      times.push(atS);
      seconds.push(rrS);
      lines.push(line);
      return undefined;
    },
    finish() {
      const there = seconds.filter((rr) => !Number.isNaN(rr));
      if (there.length === 0) return fault(noBeats('the wristband found no intervals'));
      const bad = faultOfUnit(there, S);
      if (bad) return fault(bad);
      const rrMs = seconds.map((rr) => rr * 1000);
      const placed = placeRows({ rrMs, times, unitMs: 1000, kind: 'number', lines, exact: true });
      if (!placed)
        return fault(badFile('unsorted', 'its intervals stand in no order of time; export it again'));
      const facts = {
        what: 'IBI.csv of an Empatica E4 (pulse wave at the wrist)',
        unit: { name: 's', from: 'format' },
        times: 'written',
      } as const;
      const start = numberOf(cellsOf(header, dialect.separator)?.[0], dialect);
      const more = { device: 'Empatica E4', startedAt: isoOfEpoch(start), warnings: placed.warnings };
      return ok({ format: 'empatica-ibi', items: placed.items, found: found(facts, more) });
    },
  };
}

export const EMPATICA_IBI: TextFormat = {
  id: 'empatica-ibi',
  kind: 'text',
  tells: (header) => EMPATICA_HEADER.test(header),
  hasHeader: true,
  open: empaticaIbiParser,
  layouts: [
    {
      name: 'Empatica E4 `IBI.csv`, zip or folder',
      format: 'empatica-ibi',
      recognisedBy: 'first line `unix time, IBI`, also with semicolons',
      gives: 'every interval',
      unit: 's, by the format',
      times: 'as written',
      tested: 'recorded: 1 file; zip and folder virtual',
    },
  ],
};
