import { fault, ok } from '../../../engine/index.ts';
import {
  badLine,
  faultOfRr,
  faultOfTime,
  noBeats,
  numberIn,
  type BadRecording,
  type RecordingItem,
} from '../recording.ts';
import { found, intervalsAt, type RowParser } from '../parser.ts';
import { isoOfEpoch } from '../values/times.ts';
import { faultOfUnit, S } from '../values/units.ts';
import type { TextFormat } from '../format.ts';

const EMPATICA_HEADER = /^\s*\d{9,10}(?:\.\d+)?\s*,\s*IBI\s*$/;

/**
 * IBI.csv of an Empatica E4: the Unix time of the start, then when each interval ended, s since then, and its length
 * in s.
 */
function empaticaIbiParser(header: string): RowParser {
  const items: RecordingItem[] = [];
  const seconds: number[] = [];
  let beforeMs = 0;
  return {
    get count() {
      return items.length;
    },
    row(text, line): BadRecording | undefined {
      const cells = text.split(',');
      if (cells.length !== 2) return badLine('bad-line', line, 'it is not a time and an interval; remove it');
      const [atS, rrS] = cells.map(numberIn) as [number, number];
      const bad =
        faultOfRr(rrS * 1000, line, cells[1]!) ??
        faultOfTime(atS * 1000, beforeMs, { line, cell: cells[0]! });
      if (bad) return bad;
      beforeMs = atS * 1000;
      items.push(intervalsAt(atS * 1000, rrS * 1000));
      seconds.push(rrS);
      return undefined;
    },
    finish() {
      if (items.length === 0) return fault(noBeats('the wristband found no intervals'));
      const bad = faultOfUnit(seconds, S);
      if (bad) return fault(bad);
      const facts = {
        what: 'IBI.csv of an Empatica E4 (pulse wave at the wrist)',
        unit: { name: 's', from: 'format' },
        times: 'written',
      } as const;
      const more = { device: 'Empatica E4', startedAt: isoOfEpoch(Number(header.split(',')[0])) };
      return ok({ format: 'empatica-ibi', items, found: found(facts, more) });
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
      recognisedBy: 'first line `unix time, IBI`',
      gives: 'every interval',
      unit: 's, by the format',
      times: 'as written',
      tested: 'recorded: 1 file; zip and folder virtual',
    },
  ],
};
