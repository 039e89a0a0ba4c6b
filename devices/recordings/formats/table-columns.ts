import { cellsOf, type Dialect } from '../values/cells.ts';
import { MS, S, type RrUnit } from '../values/units.ts';

/** A column of times: numbers in a known or unknown unit, or dates as people write them. */
export interface TimeColumn {
  readonly at: number;
  readonly ms?: number;
}

/** The columns of a table that are read. */
export interface Columns {
  readonly names: readonly string[];
  readonly rr: number;
  /** Absent: the header has no unit. */
  readonly unit?: RrUnit;
  /** In order of trust: a time since the beginning before one on the wall. */
  readonly times: readonly TimeColumn[];
}

/** Words joined by a space, an underscore, a hyphen or nothing: "RR interval", "rr_intervals", "rr-interval". */
const RR = new RegExp(
  '^(?:rr|r-r|rri|nn|ibi|hrv_rr|pp|ppi|ppin(?=ms)|(?:rr|r-r|nn|pp|inter[ _-]?beat|beat)[ _-]?intervals?)' +
    '(?:[ _-]*[[(]?(ms|msec|milliseconds?|s|sec|seconds?|1/1024 ?s)[\\])]?)?$',
);
const SINCE_START =
  /^(?:t|time|onset|since[ _-]start|elapsed|elapsed[ _-]time|seconds)(?:[ _-]*[[(]?(ms|msec|s|sec|seconds)[\])]?)?$/;
const ON_THE_WALL =
  /^(?:date|datetime|date[ _-]?time|timestamp|phone[ _-]timestamp|local[ _-]?time|utc)(?:[ _-]*[[(]?(ms|s)[\])]?)?$/;

/** The columns of a header; `undefined` where none holds RR intervals. */
export function columnsOf(header: string, { separator }: Dialect): Columns | undefined {
  const names = (cellsOf(header, separator) ?? []).map((cell) => cell.trim().toLowerCase());
  const rr = names.findIndex((name) => RR.test(name));
  if (rr < 0) return undefined;
  const unit = unitNamed(RR.exec(names[rr]!)?.[1]);
  const times = [SINCE_START, ON_THE_WALL].flatMap((pattern) =>
    names.flatMap((name, at): TimeColumn[] => {
      const found = pattern.exec(name);
      if (!found || at === rr) return [];
      const ms = unitNamed(found[1])?.ms;
      return [{ at, ...(ms !== undefined && { ms }) }];
    }),
  );
  return { names, rr, ...(unit && { unit }), times };
}

function unitNamed(word: string | undefined): RrUnit | undefined {
  if (word === undefined) return undefined;
  if (word.startsWith('1/1024')) return { name: '1/1024 s', ms: 1000 / 1024 };
  return word.startsWith('m') ? MS : S;
}
