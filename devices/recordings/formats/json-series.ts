import { isPulseName } from '../values/pulse-wave.ts';

/** Intervals or beats that a document has at one place: as a table's rows, or as numbers alone. */
export interface JsonSeries {
  /** Where they stand, without places in lists: `exercises.samples.rr`. */
  readonly path: string;
  /** Of several, the one with the lowest is taken. */
  readonly rank: number;
  /** Of a table, with tabs; absent where there are only numbers whose unit is not named. */
  readonly header?: string;
  readonly rows: readonly string[];
  /** The time that an object around the series names, where its rows have none. */
  readonly time?: string;
  readonly pulse: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

/** Objects within objects: no export goes deeper. */
const MAX_DEPTH = 32;

/** Names of intervals, lower-case and without signs, best first. */
const INTERVALS: readonly RegExp[] = [
  /^(?:hrv)?rr(?:i|s|intervals?|data|values?|list|samples|series|array)?(?:in)?(?:ms|msec|millis\w*|sec|seconds?)?$/,
  /^(?:ibis?|bbis?|interbeat|beattobeat|b2b|beat|heartbeat)(?:intervals?|data|values?|list|samples)?(?:in)?(?:ms|msec|millis\w*|sec|seconds?)?$/,
  /^nn(?:i|s|intervals?|data|values?|list|samples)?(?:in)?(?:ms|msec|millis\w*|sec|seconds?)?$/,
  /^(?:pps?|ppis?|pulsetopulse|pulse)(?:intervals?|length|data|values?|list|samples)?(?:in)?(?:ms|msec|millis\w*|sec|seconds?)?$/,
];
/** Names that may also be a rate, a sum or a flag, and mean intervals only with more said. */
const VAGUE = /^(?:beat|heartbeat|pulse|interbeat|pp)s?$/;
/** Names of the times of beats, for documents without intervals. */
const BEATS = /^(?:r|qrs)?(?:peaks?|beats?)(?:times?|timestamps?|s|ms|indices|samples)*$/;
/** Names under which an object called after its intervals has them: Suunto's `R-R` has `Data` or `IBI`. */
const INSIDE = /^(?:data|values?|items|samples|intervals|ibis?|list)$/;
const TIMES =
  /^(?:t|ts|time|times|timestamps?|timestampms|datetime|date|sampledatetime|timeiso8601|start|starttime|started|startedat|begin|local(?:time|start\w*)|recordedat|elapsed|offset|seconds|epoch|unixtime\w*|utc|time(?:ms|s|sec)|[st]ms)$/;

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

function rankOf(name: string): number | undefined {
  const word = plain(name);
  if (VAGUE.test(word)) return undefined;
  const at = INTERVALS.findIndex((pattern) => pattern.test(word));
  return at >= 0 ? at : BEATS.test(word) ? INTERVALS.length : undefined;
}

/** ms, s, or nothing where the name does not say. */
function unitOf(name: string): string {
  if (/(?:ms|msec|millis\w*)\W*$/i.test(name)) return 'ms';
  return /(?:sec|seconds?|[_ (-]s)\W*$|[a-z]S$/.test(name) ? 's' : '';
}

const named = (name: string, unit: string): string => (unit === '' ? name : `${name} (${unit})`);
const isText = (value: unknown): value is string => typeof value === 'string';
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A number, a text of one, `null` for a missing beat, or an ISO 8601 duration in s, as a cell. */
function cellOf(value: unknown): string | undefined {
  if (value === null) return 'NaN';
  if (typeof value === 'number') return String(value);
  if (!isText(value)) return undefined;
  const [, seconds] = /^PT([\d.]+)S$/.exec(value) ?? [];
  if (seconds !== undefined) return String(Number((Number(seconds) * 1000).toFixed(6)));
  return /^\s*[+-]?[\d.]+(?:e[+-]?\d+)?\s*$/i.test(value) ? value.trim() : undefined;
}

/** The cells of a list of numbers, of a text of them, or of an object with places for keys; `undefined` for others. */
function cellsOf(value: unknown): readonly string[] | undefined {
  if (isText(value)) {
    const words = value.trim().split(/[\s,;]+/);
    return words.length > 2 ? allOf(words) : undefined;
  }
  if (Array.isArray(value)) return allOf(value);
  if (!isFields(value)) return undefined;
  const keys = Object.keys(value);
  return keys.length > 1 && keys.every((key) => /^\d+$/.test(key)) ? allOf(Object.values(value)) : undefined;
}

function allOf(values: readonly unknown[]): readonly string[] | undefined {
  const cells = values.map(cellOf);
  const isList = cells.some((cell) => cell !== 'NaN') && cells.every((cell) => cell !== undefined);
  return isList ? cells : undefined;
}

const timeCell = (value: unknown): string | undefined =>
  typeof value === 'number'
    ? String(value)
    : isText(value) && /\d/.test(value) && value.length < 40
      ? value
      : undefined;

/** The name of an object's time: its first field with such a name and something to read in it. */
const timeNameIn = (fields: Fields): string | undefined =>
  Object.keys(fields).find((name) => TIMES.test(plain(name)) && timeCell(fields[name]) !== undefined);

interface Place {
  readonly path: readonly string[];
  /** The last time that an object around it names. */
  readonly time?: string;
}

/** Every series in a document, in its order; also its keys, each alone and with its path. */
export function seriesIn(document: unknown): {
  readonly series: readonly JsonSeries[];
  readonly keys: ReadonlySet<string>;
} {
  const series: JsonSeries[] = [];
  const keys = new Set<string>();

  const visit = (value: unknown, place: Place): void => {
    if (place.path.length > MAX_DEPTH) return;
    // Suunto's app writes an object as a text within its object.
    if (isText(value) && /^\s*\{/.test(value)) {
      const inside = parsedJson(value);
      if (inside !== undefined) visit(inside, place);
      return;
    }
    const name = place.path.at(-1) ?? '';
    const rank = place.path.length === 0 ? 0 : rankOf(name);
    const found = rank === undefined ? undefined : seriesOf(value, name, place);
    if (found) series.push({ ...found, rank: rank!, path: place.path.join('.'), pulse: isPulseName(name) });
    else if (Array.isArray(value)) list(value, place);
    else if (isFields(value)) object(value, place);
  };
  const object = (fields: Fields, place: Place): void => {
    const linked = accessLink(fields);
    if (linked) series.push({ ...linked, rank: 0, path: place.path.join('.'), pulse: false });
    const timeName = timeNameIn(fields);
    const time = timeName === undefined ? place.time : timeCell(fields[timeName]);
    const isRr = rankOf(place.path.at(-1) ?? '') !== undefined;
    for (const [key, value] of Object.entries(fields)) {
      const path = [...place.path, key];
      keys.add(key).add(path.join('.'));
      const times = cellsBeside(fields, key, value);
      const rank = times && rankOf(key);
      if (times && rank !== undefined)
        series.push({ ...times, rank, path: path.join('.'), pulse: isPulseName(key) });
      else
        visit(value, {
          path: isRr && INSIDE.test(plain(key)) ? place.path : path,
          ...(time !== undefined && { time }),
        });
    }
  };
  const list = (values: readonly unknown[], place: Place): void => {
    const table = tableOf(values);
    if (table) series.push({ ...table, path: [...place.path, table.path].join('.') });
    if (!table) for (const one of values) visit(one, place);
    else for (const key of Object.keys(values[0] as Fields)) keys.add(key);
  };

  visit(document, { path: [] });
  return { series, keys };
}

/** Numbers alone, or pairs of a time and an interval. */
function seriesOf(
  value: unknown,
  name: string,
  { time }: Place,
): Pick<JsonSeries, 'header' | 'rows' | 'time'> | undefined {
  if (Array.isArray(value) && value.length > 2) {
    const pairs = value.map((one) => (Array.isArray(one) && one.length === 2 ? allOf(one) : undefined));
    if (pairs.every((pair) => pair !== undefined)) return { rows: pairs.map((pair) => pair.join('\t')) };
  }
  const cells = cellsOf(value);
  if (!cells) return undefined;
  const unit = unitOf(name);
  return {
    ...(unit !== '' && { header: named('rr', unit) }),
    rows: cells,
    ...(time !== undefined && { time }),
  };
}

/** A list of intervals with a list of times, as long, beside it. */
function cellsBeside(
  fields: Fields,
  key: string,
  value: unknown,
): Pick<JsonSeries, 'header' | 'rows' | 'time'> | undefined {
  if (rankOf(key) === undefined || !Array.isArray(value)) return undefined;
  const cells = cellsOf(value);
  const times = Object.entries(fields).find(
    ([name, other]) => TIMES.test(plain(name)) && Array.isArray(other) && other.length === value.length,
  );
  const timeCells = (times?.[1] as readonly unknown[] | undefined)?.map(timeCell);
  if (!cells || !times || timeCells?.every((cell) => cell !== undefined) !== true) return undefined;
  const header = `${named('timestamp', unitOf(times[0]))}\t${named('rr', unitOf(key))}`;
  return { header, rows: cells.map((cell, i) => `${timeCells[i]!}\t${cell}`) };
}

/** Of a list of objects, as many are looked at for one with an interval: not every line of a log has one. */
const LOOKED_AT = 100;

/** Objects that each have one interval, and perhaps its time. */
function tableOf(values: readonly unknown[]): JsonSeries | undefined {
  if (values.length < 2 || !values.every(isFields)) return undefined;
  const [best] = values
    .slice(0, LOOKED_AT)
    .flatMap((one) => intervalIn(one) ?? [])
    .toSorted((a, b) => a.rank - b.rank);
  if (!best) return undefined;
  const mine = values.filter((one) => best.key in one);
  const time = timeNameIn(mine[0]!);
  const rows = mine.map((one) => {
    const cell = cellOf(one[best.key]) ?? 'NaN';
    return time === undefined ? cell : `${timeCell(one[time]) ?? ''}\t${cell}`;
  });
  const rr = named('rr', best.isDuration ? 'ms' : unitOf(best.key));
  const header = time === undefined ? rr : `${named('timestamp', unitOf(time))}\t${rr}`;
  const { key, rank } = best;
  return { path: key, rank, header, rows, pulse: isPulseName(key) };
}

/** The field of an object that is an interval, of several the best. */
function intervalIn(fields: Fields) {
  const ranked = Object.entries(fields)
    .flatMap(([key, value]) => {
      const rank = cellOf(value) === undefined || value === null ? undefined : rankOf(key);
      return rank === undefined ? [] : [{ key, rank, isDuration: isText(value) && value.startsWith('PT') }];
    })
    .toSorted((a, b) => a.rank - b.rank);
  return ranked[0] ?? durations(fields);
}

/** Polar's AccessLink has the samples of each kind as one text; kind 11 is RR intervals in ms. */
function accessLink(fields: Fields): Pick<JsonSeries, 'header' | 'rows'> | undefined {
  const kind = fields['sample-type'] ?? fields['sampleType'] ?? fields['sample_type'];
  const rows = kind === '11' || kind === 11 ? cellsOf(fields['data']) : undefined;
  return rows && { header: 'rr (ms)', rows };
}

/** Polar Flow has each interval as `{"duration": "PT0.815S"}`. */
const durations = ({ duration }: Fields) =>
  isText(duration) && /^PT[0-3](?:\.\d+)?S$/.test(duration)
    ? { key: 'duration', rank: 1, isDuration: true }
    : undefined;

export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
