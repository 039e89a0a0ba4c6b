/**
 * Minutes of the local day, 0–1439. `from` is quiet, `to` is not; over midnight
 * where `to` comes first; all day where equal.
 */
export interface QuietHours {
  readonly fromMin: number;
  readonly toMin: number;
}

/** A time with the local offset from UTC that held then, so that daylight saving and travel are already in it. */
export interface LocalMoment {
  readonly atMs: number;
  readonly utcOffsetMin: number;
}

const localMinutes = ({ atMs, utcOffsetMin }: LocalMoment): number =>
  Math.floor(atMs / 60_000) + utcOffsetMin;

/** Days of the local calendar since 1970. */
export const localDay = (moment: LocalMoment): number => Math.floor(localMinutes(moment) / 1440);

/** Minutes since local midnight by the clock on the wall, 0–1439. */
export const minuteOfDay = (moment: LocalMoment): number => localMinutes(moment) - 1440 * localDay(moment);

export function isQuiet({ fromMin, toMin }: QuietHours, moment: LocalMoment): boolean {
  const minute = minuteOfDay(moment);
  if (fromMin < toMin) return minute >= fromMin && minute < toMin;
  return minute >= fromMin || minute < toMin;
}
