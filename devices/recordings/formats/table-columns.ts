import { cellsOf } from '../values/cells.ts';
import { MS, S, type RrUnit } from '../values/units.ts';

/** A column that is read, and the unit that its name has. */
export interface NamedColumn {
  readonly at: number;
  readonly unit?: RrUnit;
  /** Its name says that it is counted in samples. */
  readonly inSamples?: boolean;
}

/** What the columns of a table may be, by their names. */
export interface Columns {
  readonly names: readonly string[];
  /** RR intervals; of several the first counts whose values can be those of a heart. */
  readonly rr: readonly NamedColumn[];
  /** Times of beats, or samples at beats. */
  readonly beats: readonly NamedColumn[];
  /** In order of trust: a time since the beginning before one on the wall. */
  readonly times: readonly NamedColumn[];
  /** Labels of beats: of the beat that ends the interval, and of the one that begins it. */
  readonly label?: number;
}

/** Names without blanks, hyphens and unit: `R-R interval [ms]` is `rrinterval`. */
const RR =
  /^(?:hrv)?(?:rr|rri|rrs|nn|nni|nns|ibi|ibis|pp|ppi|ppis|(?:rr|nn|pp|interbeat|beattobeat|beat|pulse|pulsetopulse|peaktopeak|heartbeat|herzschlag)(?:intervals?|intervall[es]?|abst(?:and|ände)|data|values?)|intervals?|heartperiods?|rtor)$/;
const BEATS =
  /^(?:(?:ecg)?r?peaks?|rpeaks?(?:times?|indexe?s?|indices|samples?|locs?|locations?)?|(?:ecgr|ppg|systolic|r)peaks?(?:times?|timestamps?|samples?|index|indices)?|peak(?:times?|timestamps?|samples?|index|indices|locs?)|qrs(?:times?|samples?|onsets?)?|beats?(?:times?|timestamps?|samples?|index|indices)?|heartbeats?(?:times?)?|rtimes?|annotationsamples?|samples?|sample#)$/;
/** Names that mean beats only beside a column of labels: "sample" may count the rows of an ECG. */
const AMBIGUOUS = /^(?:samples?|sample#|beats?|annotationsamples?|peaks?)$/;
const LABEL =
  /^(?:beat|beats?(?:type|class|label|annotation)s?|label|labels|type|ann|annot|annotations?|symbols?|aux|class|klasse|typ|intervallabels?)$/;

const SINCE =
  /^(?:t|s|time|times|since|elapsed|seconds?|sekunden?|onset|zeit|laufzeit|tempo|temps|tiempo|tid|tijd|czas)$/;
const ON_WALL =
  /^(?:ts|date|dates|datetime|timestamps?|clock|utc|unix|epoch|local|datum|uhrzeit|zeitstempel|zeitpunkt|heure|fecha|hora|ora|tod)$/;
/** Times that are those of something else. */
const NO_TIME = /^(?:rr|nn|hr|bpm|rmssd|heart|rate|temp|temperature|zone)$/;

const UNITS: readonly (readonly [RegExp, RrUnit])[] = [
  [/^(?:ms|msec|msecs|millis|milliseconds?|millisekunden)$/, MS],
  [/^(?:s|sec|secs|seconds?|sek|sekunden)$/, S],
  [/^(?:us|µs|μs|usec|micros|microseconds?|mikrosekunden)$/, { name: 'µs', ms: 1e-3 }],
  [/^(?:ns|nsec|nanos|nanoseconds?)$/, { name: 'ns', ms: 1e-6 }],
  [/^(?:1\/1024s?)$/, { name: '1/1024 s', ms: 1000 / 1024 }],
  [/^(?:min|mins|minutes?|minuten)$/, { name: 'min', ms: 60_000 }],
];

export const isTimeUnit = (text: string): boolean =>
  UNITS.some(([pattern]) => pattern.test(text.toLowerCase()));

/** Whether a name says what it counts in. */
export function hasUnit(name: string): boolean {
  const { unit, inSamples } = partsOf(name);
  return unit !== undefined || inSamples === true;
}

/** The names in a header; `undefined` where a quote stays open. */
export const namesIn = (header: string, separator: string): readonly string[] | undefined =>
  (separator === ' ' ? wordsIn(header) : cellsOf(header, separator))?.map((cell) =>
    cell.trim().replace(/^'(.*)'$/, '$1'),
  );

/** Between blanks, with a unit in brackets taken for part of the name before it. */
const wordsIn = (header: string): readonly string[] =>
  header
    .match(/"[^"]*"|[^\s"]+(?:\s*(?:\[[^\]]*\]|\([^)]*\)|#))?/g)
    ?.map((one) => one.replace(/^"(.*)"$/, '$1')) ?? [];

export function columnsNamed(names: readonly string[]): Columns {
  const all = names.map((name) => partsOf(name));
  const named = (test: (words: readonly string[], joined: string) => boolean): NamedColumn[] =>
    all.flatMap(({ words, unit, inSamples }, at) =>
      test(words, words.join(''))
        ? [{ at, ...(unit !== undefined && { unit }), ...(inSamples === true && { inSamples }) }]
        : [],
    );
  const rr = named((_, joined) => RR.test(joined));
  const isRr = (at: number) => rr.some((one) => one.at === at);
  const isTime = (words: readonly string[]) => !words.some((word) => NO_TIME.test(word));
  const wall = named((words) => isTime(words) && words.some((word) => ON_WALL.test(word)));
  const since = named((words) => isTime(words) && words.some((word) => SINCE.test(word)));
  const beats = named((_, joined) => BEATS.test(joined));
  const label = all.findIndex(({ words }) => LABEL.test(words.join('')));
  const alone = label < 0 || beats.every(({ at }) => at === label);
  return {
    names,
    // A bare "interval" may be anything; it counts where nothing has a name of its own.
    rr: [...rr].sort((a, b) => rank(all[a.at]!.words) - rank(all[b.at]!.words)),
    beats: alone ? beats.filter(({ at }) => !AMBIGUOUS.test(all[at]!.words.join(''))) : beats,
    times: [...since.filter(({ at }) => !wall.some((one) => one.at === at)), ...wall].filter(
      ({ at }) => !isRr(at),
    ),
    ...(label >= 0 && { label }),
  };
}

const rank = (words: readonly string[]): number => (/^intervals?$/.test(words.join('')) ? 1 : 0);

interface NameParts {
  readonly words: readonly string[];
  readonly unit?: RrUnit;
  readonly inSamples?: boolean;
}

/** Words of a name in small letters, without its unit: `sensorTimestamp [ns]` is sensor, timestamp. */
function partsOf(name: string): NameParts {
  const unspaced = name
    .replace(/1\/1024 ?s?/, ' 1/1024s ')
    .replace(/\bR-R\b/gi, 'RR')
    .replace(/\bP-P\b/gi, 'PP')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll}{2,})/gu, '$1 $2')
    .toLowerCase()
    // PPInMs
    .replace(/in ms$/, ' ms');
  const words = unspaced.match(/1\/1024s|[\p{L}\p{N}#µ]+/gu) ?? [];
  const last = words.at(-1);
  const unit = UNITS.find(([pattern]) => last !== undefined && pattern.test(last))?.[1];
  if (/^samples?$/.test(last ?? '') && words.length > 1)
    return { words: words.slice(0, -1), inSamples: true };
  // "seconds" alone is a name; "t s" is t in seconds.
  if (unit !== undefined && words.length > 1) return { words: words.slice(0, -1), unit };
  if (unit !== undefined) return { words, unit };
  const [, stem, short] = /^(rr|rri|nn|nni|ibi|ppi|time|timestamp|t)(ms|us|ns)$/.exec(last ?? '') ?? [];
  if (stem === undefined) return { words };
  return { words: [...words.slice(0, -1), stem], unit: UNITS.find(([pattern]) => pattern.test(short!))![1] };
}
