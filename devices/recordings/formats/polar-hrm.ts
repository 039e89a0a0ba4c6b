import { fault, ok, type Result } from '../../../engine/index.ts';
import { marksMissing } from '../values/missing-beats.ts';
import { placeUntimed } from '../values/place-rows.ts';
import { badFile, faultOfRr, noBeats, numberIn, type BadRecording } from '../recording.ts';
import { found, type ParsedRecording, type RowParser } from '../parser.ts';
import { faultOfUnit, MS } from '../values/units.ts';
import type { TextFormat } from '../format.ts';

/** `Interval=` of a recording of RR intervals; otherwise the seconds between heart rates. */
const RR_DATA = '238';
/**
 * Share by which the length in the header may exceed the sum of the intervals:
 * undetected beats, and rounding to a second.
 */
const SHORT_BY = 0.05;

/**
 * Polar's .hrm: sections in brackets, settings in `[Params]`, RR intervals in ms one a line in `[HRData]`.
 * Source: Polar, "HRM File Format", version 106 and 107.
 */
function polarHrmParser(): RowParser {
  const params = new Map<string, string>();
  const rrMs: number[] = [];
  let section = '';
  return {
    get count() {
      return rrMs.length;
    },
    row(text, line) {
      const [, name] = /^\s*\[(\w+)\]\s*$/.exec(text) ?? [];
      if (name !== undefined) section = name;
      else if (section === 'Params') {
        const [key = '', value = ''] = text.split('=');
        params.set(key.trim(), value.trim());
      } else if (section === 'HRData' && params.get('Interval') === RR_DATA) {
        const [cell = ''] = text.split('\t');
        const isMissing = marksMissing(cell);
        const rr = isMissing ? Number.NaN : numberIn(cell);
        const bad = isMissing ? undefined : faultOfRr(rr, line, text);
        if (bad) return bad;
        rrMs.push(rr);
      }
      return undefined;
    },
    finish: () => finished(params, rrMs),
  };
}

function finished(
  params: ReadonlyMap<string, string>,
  rrMs: readonly number[],
): Result<ParsedRecording, BadRecording> {
  const every = params.get('Interval');
  if (every === undefined)
    return fault(
      badFile('damaged', 'the settings break off before the interval of recording; copy the file again'),
    );
  if (every !== RR_DATA)
    return fault(
      badFile(
        'heart-rate-only',
        `this Polar file has a heart rate every ${every} s; switch RR recording on in the watch and record again`,
      ),
    );
  const there = rrMs.filter((rr) => !Number.isNaN(rr));
  if (there.length === 0) return fault(noBeats());
  const bad = faultOfUnit(there, MS);
  if (bad) return fault(bad);
  const { items, times, warnings } = placeUntimed(rrMs);
  const facts = {
    what: 'a Polar .hrm recording of RR intervals',
    unit: { name: 'ms', from: 'format' },
    times,
  } as const;
  const monitor = params.get('Monitor');
  const more = {
    device: monitor === undefined ? undefined : `Polar monitor ${monitor}`,
    startedAt: startOf(params),
    partial: partialOf(params, items.at(-1)!.atMs / 1000),
    warnings,
  };
  return ok({ format: 'polar-hrm', items, found: found(facts, more) });
}

function startOf(params: ReadonlyMap<string, string>): string | undefined {
  const [, y, m, d] = /^(\d{4})(\d\d)(\d\d)$/.exec(params.get('Date') ?? '') ?? [];
  const [, time] = /^(\d\d:\d\d:\d\d)/.exec(params.get('StartTime') ?? '') ?? [];
  return y === undefined || time === undefined ? undefined : `${y}-${m}-${d}T${time}`;
}

function partialOf(params: ReadonlyMap<string, string>, seconds: number): string | undefined {
  const [, h = '0', m = '0', s = '0'] =
    /^(\d\d):(\d\d):(\d\d(?:\.\d)?)$/.exec(params.get('Length') ?? '') ?? [];
  const declared = (Number(h) * 60 + Number(m)) * 60 + Number(s);
  if (seconds >= declared * (1 - SHORT_BY) - 5) return undefined;
  return `the header says ${Math.round(declared)} s, the intervals make ${Math.round(seconds)} s`;
}

export const POLAR_HRM: TextFormat = {
  id: 'polar-hrm',
  kind: 'text',
  tells: (line) => /^\s*\[Params\]/.test(line),
  hasHeader: false,
  open: polarHrmParser,
  layouts: [
    {
      name: 'Polar `.hrm`',
      format: 'polar-hrm',
      recognisedBy: '`[Params]`',
      gives: '`[HRData]` where `Interval=238`; date, monitor',
      unit: 'ms, by the format',
      times: 'summed',
      tested: 'recorded: 1 file',
    },
  ],
};
