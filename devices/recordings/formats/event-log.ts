import { fault, ok } from '../../../engine/index.ts';
import { marksMissing } from '../values/missing-beats.ts';
import { placeRows } from '../values/place-rows.ts';
import { badFile, badLine, faultOfRr, noBeats, numberIn, type BadRecording } from '../recording.ts';
import { found, type RowParser } from '../parser.ts';
import { isoOf, wallClockMs } from '../values/times.ts';
import { faultOfUnit, MS } from '../values/units.ts';
import type { TextFormat } from '../format.ts';

const EVENT_LOG_ROW = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)?;[A-Z_]+;/;
const BEAT = 'HEART_RATE_VARIABILITY';

/**
 * A Garmin companion app's log: `time;KIND;value` a line, of which `HEART_RATE_VARIABILITY` holds an RR interval in
 * ms and its time the beat that ended it.
 */
function eventLogParser(): RowParser {
  const timesMs: number[] = [];
  const rrMs: number[] = [];
  const lines: number[] = [];
  let startedAt: string | undefined;
  let zoned = false;
  return {
    get count() {
      return rrMs.length;
    },
    row(text, line): BadRecording | undefined {
      const [time = '', kind, value = ''] = text.split(';');
      if (kind === undefined)
        return badLine('bad-line', line, 'it is not "time;KIND;value"; remove or complete it');
      if (kind !== BEAT) return undefined;
      const atMs = wallClockMs(time);
      if (Number.isNaN(atMs))
        return badLine('not-a-number', line, 'its time is no date and time; correct it');
      const rr = marksMissing(value) ? Number.NaN : numberIn(value);
      const bad = marksMissing(value) ? undefined : faultOfRr(rr, line, value);
      if (bad) return bad;
      startedAt ??= isoOf(time);
      zoned ||= /(?:Z|[+-]\d\d:?\d\d)$/.test(time);
      timesMs.push(atMs);
      rrMs.push(rr);
      lines.push(line);
      return undefined;
    },
    finish() {
      const there = rrMs.filter((rr) => !Number.isNaN(rr));
      if (there.length === 0) return fault(noBeats(`no line of this log is ${BEAT}`));
      const bad = faultOfUnit(there, MS);
      if (bad) return fault(bad);
      const clock = { times: timesMs, unitMs: 1, kind: zoned ? 'instant' : 'date' } as const;
      const placed = placeRows({ ...clock, rrMs, lines });
      if (!placed) return fault(badFile('unsorted', 'its beats stand in no order of time; export it again'));
      const { items, times, warnings, clockMs } = placed;
      const facts = {
        what: 'a Garmin log of events',
        unit: { name: 'ms', from: 'format' },
        times,
      } as const;
      return ok({ format: 'event-log', items, clockMs, found: found(facts, { startedAt, warnings }) });
    },
  };
}

export const EVENT_LOG: TextFormat = {
  id: 'event-log',
  kind: 'text',
  tells: (line) => EVENT_LOG_ROW.test(line),
  hasHeader: false,
  open: eventLogParser,
  layouts: [
    {
      name: 'Garmin event log',
      format: 'event-log',
      recognisedBy: '`time;KIND;value`',
      gives: '`HEART_RATE_VARIABILITY`',
      unit: 'ms, by the format',
      times: 'as written',
      tested: 'recorded: 1 file, equal to flirt',
    },
  ],
};
