import { hasUnit, isTimeUnit } from './table-columns.ts';

const PER_MINUTE = /^(?:bpm|(?:b|beats|breaths|1)\/min|min(?:-1|\^-1|⁻¹)|\/min|rpm)$/i;
/** Further units, and how clock times and dates are written; blanks and dashes are none. */
const OTHER = new RegExp(
  '^(?:|[-–—]+|n/?a|#|%|°?c|g|hz|mv|[uµμ]v|v|samples?|a\\.?u\\.?|ms2|ms\\^2|ms²|counts?|integer|float|text|string|' +
    'hh:mm(?::ss)?(?:[.,:]\\w+)?|[ymd.\\-/]{6,}.*|datetime|utc|iso ?8601)$',
  'i',
);
const BRACKETED = /^[[({<](.*)[\])}>]$/;

/**
 * The units in a row below a header, as `s;ms;1/min` or `[s] [ms]`, one for each cell, empty where it is none of time;
 * `undefined` for any other row.
 */
export function unitsRow(cells: readonly string[]): readonly string[] | undefined {
  const texts = cells.map((cell) => cell.trim());
  const units = texts.map((text) => (BRACKETED.exec(text)?.[1] ?? text).trim().replace(/\.$/, ''));
  const isNamed = (unit: string) => isTimeUnit(unit) || /^samples?$/i.test(unit);
  const areUnits = units.every(
    (unit, i) => BRACKETED.test(texts[i]!) || isNamed(unit) || PER_MINUTE.test(unit) || OTHER.test(unit),
  );
  const isRow = areUnits && units.some((unit) => isNamed(unit) || PER_MINUTE.test(unit));
  return isRow ? units.map((unit) => (isNamed(unit) ? unit : '')) : undefined;
}

/** The names of a header with the units of the row below it, where they have none of their own. */
export const withUnits = (names: readonly string[], units: readonly string[]): readonly string[] =>
  names.length === units.length
    ? names.map((name, i) =>
        units[i] === '' || name === '' || hasUnit(name) ? name : `${name} [${units[i]!}]`,
      )
    : names;
