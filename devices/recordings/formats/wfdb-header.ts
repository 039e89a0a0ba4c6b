/** Sampling rate where a header names none, 1/s. Source: WFDB, header(5). */
const DEFAULT_HZ = 250;

/** One signal of a record. */
export interface WfdbSignal {
  /** `~`: the signal is absent in this segment. */
  readonly file: string;
  readonly format: string;
  readonly samplesPerFrame: number;
  /** Frames before the first sample of the record. */
  readonly skew: number;
  /** Bytes before the first sample in the file. */
  readonly byteOffset: number;
  /** The value before the first difference; for formats of differences only. */
  readonly initial: number;
  /** Empty where the header gives none. */
  readonly label: string;
}

export interface WfdbSegment {
  /** `~`: nothing was recorded. */
  readonly name: string;
  readonly frames: number;
}

export interface WfdbHeader {
  readonly name: string;
  /** Frames a second. */
  readonly rateHz: number;
  /** 0 where the header does not say. */
  readonly frames: number;
  readonly startedAt: string | undefined;
  readonly signals: readonly WfdbSignal[];
  /** Empty but for a record of several segments. */
  readonly segments: readonly WfdbSegment[];
}

/** "name[/segments] signals [rate[/counter…] [samples [time [date]]]]" */
const RECORD = /^(\S+?)(\/\d+)?\s+(\d+)(?:\s+(\S+)(?:\s+(\d+))?)?(?:\s+(.*))?$/;

/**
 * A WFDB header; `undefined` if it is none.
 * Source: WFDB Applications Guide, header(5).
 */
export function wfdbHeader(text: string): WfdbHeader | undefined {
  const [record = '', ...lines] = text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const [, name, segments, count, rate, frames = '0', when = ''] = RECORD.exec(record) ?? [];
  if (name === undefined) return undefined;
  const rateHz = rate === undefined ? DEFAULT_HZ : Number(rate.split('/')[0]);
  if (!(rateHz > 0 && rateHz < 1e6)) return undefined;
  const about = { name, rateHz, frames: Number(frames), startedAt: startOf(when) };
  if (segments !== undefined) {
    const parts = lines.slice(0, Number(segments.slice(1))).map(segmentIn);
    return parts.every((one) => Number.isInteger(one.frames) && one.frames >= 0)
      ? { ...about, signals: [], segments: parts }
      : undefined;
  }
  return { ...about, signals: lines.slice(0, Number(count)).map(signalIn), segments: [] };
}

function segmentIn(line: string): WfdbSegment {
  const [name = '~', frames = '0'] = line.split(/\s+/);
  return { name, frames: Number(frames) };
}

/** "file format[x samples per frame][:skew][+byte offset] gain bits zero first checksum block label" */
function signalIn(line: string): WfdbSignal {
  const [file = '', layout = '', , , , initial = '0', , , ...label] = line.split(/\s+/);
  const [, format = layout, perFrame = '1', skew = '0', offset = '0'] =
    /^(\d+)(?:x(\d+))?(?::(-?\d+))?(?:\+(\d+))?$/.exec(layout) ?? [];
  return {
    file,
    format,
    samplesPerFrame: Math.max(1, Number(perFrame)),
    skew: Math.max(0, Number(skew)),
    byteOffset: Number(offset),
    initial: Number(initial) || 0,
    label: label.join(' '),
  };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Time of day and date, in either order; the date as 25/4/1989 or 25-Apr-1989. */
function startOf(when: string): string | undefined {
  const [, h = '', m = '', s = ''] = /(?:^|\s)(\d{1,2}):(\d{1,2}):(\d{1,2}(?:\.\d+)?)/.exec(when) ?? [];
  const [, day = '', month = '', year] =
    /(?:^|\s)(\d{1,2})[/-](\d{1,2}|[a-z]{3})[/-](\d{4})/i.exec(when) ?? [];
  if (year === undefined || h === '') return undefined;
  const number = MONTHS.indexOf(month.toLowerCase()) + 1 || Number(month);
  const text = `${year}-${two(number)}-${two(day)}T${two(h)}:${two(m)}:${s.replace(/^\d(?!\d)/, '0$&')}`;
  return Number(day) === 0 || Number.isNaN(Date.parse(text)) ? undefined : text;
}

const two = (value: string | number): string => String(value).padStart(2, '0');

/** Samples a second that a header names; `undefined` if it is none. */
export const samplingRateOf = (header: string): number | undefined => wfdbHeader(header)?.rateHz;

/** Names of the annotators whose files hold beats, the most carefully checked first. */
export const ANNOTATORS = ['atr', 'ecg', 'qrs', 'ann', 'wqrs', 'gqrs'] as const;
