import { bytesFromHex, fault, ok, sum, type IntervalLabel } from '../../../engine/index.ts';
import {
  badFile,
  badLine,
  faultOfRr,
  LAST_MS,
  noBeats,
  shown,
  type BadRecording,
  type RecordingItem,
} from '../recording.ts';
import { found, type RowParser } from '../parser.ts';
import { straightenClock, type StraightClock } from '../values/straighten-clock.ts';
import { median } from '../values/units.ts';
import type { TextFormat } from '../format.ts';

type Fields = Readonly<Record<string, unknown>>;

const WHAT = {
  'packet-lines': 'packets of a strap, as they came (0x2A37)',
  'session-log': "the log of one of Attune's sessions",
} as const;

/**
 * JSON lines: 0x2A37 payloads as `{"t_s": 0, "hex": "163c1104"}` (or `t_ms`), or a session log, of which only what came
 * from the device is read: its `packet` and `intervals` events.
 */
function jsonLinesParser(first: string, firstLine: number): RowParser | BadRecording {
  const format = formatOf(fieldsOf(first));
  if (!format)
    return badLine('unknown-format', firstLine, `${shown(first)} begins neither packets nor a session log`);
  const items: RecordingItem[] = [];
  const lines: number[] = [];
  let unitMs = 1;

  return {
    get count() {
      return items.length;
    },
    row(text, line) {
      const fields = fieldsOf(text);
      if (!fields)
        return badLine('bad-line', line, `${shown(text)} is not a JSON object; remove or complete that line`);
      const { type } = fields;
      if (format === 'session-log' && type !== 'packet' && type !== 'intervals') return undefined;
      const atMs = timeOf(fields);
      if (atMs === undefined)
        return badLine('bad-line', line, 'it has no time in "t_s", "t_ms" or "atMs"; add it');
      if (!(Math.abs(atMs) <= LAST_MS))
        return badLine('out-of-range', line, `the time ${atMs} is none that a date can name; correct it`);
      const bad = type === 'intervals' ? faultOfIntervals(fields, line) : faultOfPacket(fields, line);
      if (bad) return bad;
      lines.push(line);
      if (fields['atMs'] === undefined && fields['t_ms'] === undefined) unitMs = 1000;
      if (type === 'intervals')
        items.push({ type, atMs, rrMs: fields['rrMs'] as readonly number[], ...labelsOf(fields) });
      else items.push({ type: 'packet', atMs, hex: (fields['hex'] as string).toLowerCase() });
      return undefined;
    },
    finish() {
      if (items.length === 0) return fault(noBeats());
      const clock = straightened(items, lines, unitMs);
      if (!clock) return fault(badFile('unsorted', 'its lines stand in no order of time; export it again'));
      const packets = items.some(({ type }) => type === 'packet');
      const facts = {
        what: WHAT[format],
        unit: { name: packets ? '1/1024 s' : 'ms', from: 'format' },
        times: packets ? 'arrival' : 'written',
      } as const;
      return ok({ format, items: placed(items, clock), found: found(facts, { warnings: clock.warnings }) });
    },
  };
}

/** A step of packets is about as long as any other of them, whatever intervals they carry. */
function straightened(
  items: readonly RecordingItem[],
  lines: readonly number[],
  unitMs: number,
): StraightClock | undefined {
  const timesMs = items.map(({ atMs }) => atMs);
  const steps = timesMs.slice(1).map((ms, i) => ms - timesMs[i]!);
  const typicalMs = median(steps.filter((step) => step > 0));
  const rrMs = items.map((item) =>
    item.type === 'intervals' && item.rrMs.length > 0 ? sum(item.rrMs) : typicalMs || A_SECOND_MS,
  );
  return straightenClock({ timesMs, rrMs, kind: 'number', unitMs, lines });
}

const A_SECOND_MS = 1000;

function placed(items: readonly RecordingItem[], { timesMs, order }: StraightClock): RecordingItem[] {
  const originMs = Math.min(0, timesMs[0]!);
  return order.map((at, i) => ({ ...items[at]!, atMs: timesMs[i]! - originMs }));
}

function fieldsOf(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Fields)
      : undefined;
  } catch {
    return undefined;
  }
}

function formatOf(fields: Fields | undefined): keyof typeof WHAT | undefined {
  if (typeof fields?.['type'] === 'string' && typeof fields['atMs'] === 'number') return 'session-log';
  return typeof fields?.['hex'] === 'string' ? 'packet-lines' : undefined;
}

function timeOf({ atMs, t_ms, t_s }: Fields): number | undefined {
  const time = atMs ?? t_ms ?? (typeof t_s === 'number' ? t_s * 1000 : undefined);
  return typeof time === 'number' ? time : undefined;
}

function faultOfPacket({ hex }: Fields, line: number): BadRecording | undefined {
  if (typeof hex === 'string' && bytesFromHex(hex).ok) return undefined;
  return badLine(
    'bad-line',
    line,
    'the packet has no "hex" of two hexadecimal digits a byte; correct or remove it',
  );
}

function faultOfIntervals({ rrMs }: Fields, line: number): BadRecording | undefined {
  if (!Array.isArray(rrMs))
    return badLine('bad-line', line, 'the intervals have no list "rrMs"; correct or remove them');
  for (const rr of rrMs as unknown[]) {
    const bad = faultOfRr(typeof rr === 'number' ? rr : Number.NaN, line, String(rr));
    if (bad) return bad;
  }
  return undefined;
}

/** Labels of intervals, as Attune's own logs have them: one for each. */
function labelsOf({ labels, rrMs }: Fields): { readonly labels?: readonly IntervalLabel[] } {
  const isLabel = (one: unknown) => one === 'normal' || one === 'ectopic' || one === 'artefact';
  if (!Array.isArray(labels) || labels.length !== (rrMs as unknown[]).length || !labels.every(isLabel))
    return {};
  return { labels };
}

/** Whether a line is one of Attune's own: a packet, or an event of a session. */
export const isJsonLine = (line: string): boolean => formatOf(fieldsOf(line)) !== undefined;

export const JSON_LINES: TextFormat = {
  id: 'json-lines',
  kind: 'text',
  tells: (line) => line.trimStart().startsWith('{'),
  hasHeader: false,
  open: jsonLinesParser,
  layouts: [
    {
      name: 'packets',
      format: 'packet-lines',
      recognisedBy: 'JSON lines with `hex`',
      gives: '0x2A37 payloads',
      unit: '1/1024 s, by the format',
      times: 'arrival',
      tested: 'recorded payloads',
    },
    {
      name: "Attune's log (NDJSON)",
      format: 'session-log',
      recognisedBy: 'JSON lines with `type`',
      gives: '`packet` and `intervals` events',
      unit: 'as above',
      times: 'as written',
      tested: 'made by Attune',
    },
  ],
};
