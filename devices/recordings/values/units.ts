import { badFile, type BadRecording } from '../recording.ts';

/** The median; NaN if there are no values. */
export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted.length === 0 ? Number.NaN : sorted[sorted.length >> 1]!;
}

/** Median RR of a person, ms: 30 to 200 beats a minute. Outside it a file's numbers are not milliseconds. */
const PLAUSIBLE_RR_MS = [300, 2000] as const;
/** The range accepted where a file states its unit explicitly: small children, and very fit people asleep. */
const DECLARED_RR_MS = [200, 3000] as const;

export interface RrUnit {
  readonly name: string;
  readonly ms: number;
}

export const MS: RrUnit = { name: 'ms', ms: 1 };
export const S: RrUnit = { name: 's', ms: 1000 };

const within = (value: number, [low, high]: readonly [number, number]): boolean =>
  value >= low && value <= high;

/** The unit in which these RR intervals are those of a person; `undefined` where neither ms nor s is. */
export function unitOfRr(values: readonly number[]): RrUnit | undefined {
  const middle = median(values);
  return [MS, S].find(({ ms }) => within(middle * ms, PLAUSIBLE_RR_MS));
}

/** The fault of intervals that are physiologically impossible in the `unit` that their header names. */
export function faultOfUnit(values: readonly number[], { name, ms }: RrUnit): BadRecording | undefined {
  const middle = median(values);
  if (within(middle * ms, DECLARED_RR_MS)) return undefined;
  if (ms === 1 && middle < 10)
    return badFile(
      'not-milliseconds',
      'the RR intervals look like seconds, and the header says milliseconds; correct one of them',
    );
  return badFile(
    'not-milliseconds',
    `half of the RR intervals are below ${short(middle)} ${name}, which no heart keeps up; is the unit right?`,
  );
}

/** The fault of intervals or beat times that no unit makes plausible; the message says what to do. */
export const unitUnknown = (middle: number): BadRecording =>
  badFile(
    'unknown-unit',
    `a typical interval is ${short(middle)}, which is neither ms nor s of a heart; ` +
      'if these are samples, say how many make a second: attune convert <in> <out> --rate <hz>',
  );

const short = (value: number): string => String(Number(value.toPrecision(4)));
