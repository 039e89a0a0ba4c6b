import { isDay, type Day } from './week.ts';

/** Music in company, as planned. Who, where and what may be blank: a beginning is enough. */
export interface Meeting {
  readonly id: string;
  readonly day: Day;
  /** As in "19:30"; blank: at some time of the day. */
  readonly time: string;
  readonly who: string;
  readonly where: string;
  readonly what: string;
  /** It took place. That it did not is said nowhere. */
  readonly was?: true;
}

/** How lonely the last four weeks were, from not at all (0) to very (4). */
export interface Lonely {
  readonly id: string;
  readonly atMs: number;
  readonly answer: 0 | 1 | 2 | 3 | 4;
}

export const ANSWERS = [0, 1, 2, 3, 4] as const;

/** By day, then by time; those without a time at the end of their day. */
export const inOrder = (meetings: readonly Meeting[]): readonly Meeting[] =>
  [...meetings].sort((a, b) => keyOf(a).localeCompare(keyOf(b)));

const keyOf = ({ day, time, id }: Meeting): string => `${day} ${time || '99'} ${id}`;

/** Asked once a calendar month, as long as it has not been answered in this one. */
export function isLonelyDue(answers: readonly Lonely[], nowMs: number): boolean {
  const now = new Date(nowMs);
  return !answers.some(({ atMs }) => {
    const then = new Date(atMs);
    return then.getFullYear() === now.getFullYear() && then.getMonth() === now.getMonth();
  });
}

const isId = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value);

export function isMeeting(value: unknown): value is Meeting {
  const { id, day, time, who, where, what, was } = (value ?? {}) as Partial<Record<keyof Meeting, unknown>>;
  return (
    isId(id) &&
    typeof day === 'string' &&
    isDay(day) &&
    typeof time === 'string' &&
    /^$|^([01]\d|2[0-3]):[0-5]\d$/.test(time) &&
    [who, where, what].every((one) => typeof one === 'string') &&
    (was === undefined || was === true)
  );
}

export function isLonely(value: unknown): value is Lonely {
  const { id, atMs, answer } = (value ?? {}) as Partial<Record<keyof Lonely, unknown>>;
  return isId(id) && Number.isFinite(atMs) && ANSWERS.some((one) => one === answer);
}
