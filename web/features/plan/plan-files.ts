import type { BelongingFile } from '../../kit/belongings.ts';
import { dayFrom } from './calendar.ts';
import { PLANNABLES, PLAN_ID, TARGET_KINDS, type PlanRow } from './plan.ts';
import { files as words } from './words.ts';

const LIST = 'plan.json';

/** The whole plan, what was said to be done, and slips, as one JSON file. */
export const planFiles = (rows: readonly PlanRow[]): readonly BelongingFile[] => [
  {
    path: LIST,
    bytes: new TextEncoder().encode(
      `${JSON.stringify({ format: 'attune-plan', v: 1, rows }, undefined, 1)}\n`,
    ),
  },
];

/** @throws Error in the language of this page: it is no such file, or a part of it is not understood */
export function planRowsIn(given: readonly BelongingFile[]): readonly PlanRow[] {
  const list = given.find(({ path }) => path === LIST);
  if (!list) throw new Error(words.noList);
  const rows = listIn(list.bytes);
  if (!Array.isArray(rows) || !rows.every(isRow)) throw new Error(words.notUnderstood);
  return rows;
}

function listIn(bytes: Uint8Array): unknown {
  try {
    const read = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Partial<
      Record<'format' | 'v' | 'rows', unknown>
    >;
    return read.format === 'attune-plan' && read.v === 1 ? read.rows : undefined;
  } catch {
    return undefined;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function isRow(value: unknown): value is PlanRow {
  if (typeof value !== 'object' || value === null) return false;
  const row = value as Fields;
  if (typeof row['id'] !== 'string' || !/^[0-9a-f-]{36}$/.test(row['id'])) return false;
  if (row['kind'] === 'plan') return isPlan(row);
  if (!isTime(row['atMs'])) return false;
  if (row['kind'] === 'done') return isPlannable(row['activity']);
  return row['kind'] === 'slip' && typeof row['note'] === 'string';
}

const isPlan = (row: Fields): boolean =>
  row['id'] === PLAN_ID &&
  isListOf(row['goals'], (goal) => typeof goal === 'string') &&
  isListOf(row['planned'], isPlanned) &&
  isAbsentOr(row['target'], (kind) => TARGET_KINDS.some((one) => one === kind)) &&
  isAbsentOr(row['targetWords'], (said) => typeof said === 'string') &&
  isAbsentOr(row['by'], (said) => typeof said === 'string') &&
  isAbsentOr(row['reviewOn'], isDay) &&
  isAbsentOr(row['reviewedAtMs'], isTime) &&
  isAbsentOr(row['countFromMs'], isTime) &&
  isAbsentOr(row['quiet'], (hours) => {
    const { fromMin, toMin } = (hours ?? {}) as Fields;
    return isMinute(fromMin) && isMinute(toMin);
  });

function isPlanned(value: unknown): boolean {
  const { activity, days, atMin } = (value ?? {}) as Fields;
  return isPlannable(activity) && isListOf(days, isWeekday) && isAbsentOr(atMin, isMinute);
}

const isListOf = (value: unknown, fits: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(fits);
const isAbsentOr = (value: unknown, fits: (one: unknown) => boolean): boolean =>
  value === undefined || fits(value);
const isPlannable = (value: unknown): boolean => PLANNABLES.some((one) => one === value);
const isDay = (value: unknown): boolean => typeof value === 'string' && dayFrom(value) !== undefined;
const isTime = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const isWeekday = (value: unknown): boolean => Number.isInteger(value) && isWithin(value, 6);
const isMinute = (value: unknown): boolean => Number.isInteger(value) && isWithin(value, 1439);
const isWithin = (value: unknown, most: number): boolean =>
  (value as number) >= 0 && (value as number) <= most;
