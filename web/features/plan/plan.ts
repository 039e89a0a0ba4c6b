import type { QuietHours } from '../../../engine/index.ts';

/** What can be planned. What each is called is in the words. */
export const PLANNABLES = [
  'session',
  'breathing',
  'rhythm',
  'writing',
  'songwriting',
  'listening',
  'company',
] as const;
export type PlannableId = (typeof PLANNABLES)[number];

/** Something that can be planned, as the app hands it over: where it begins, and how it is seen that it was done. */
export interface Plannable {
  readonly id: PlannableId;
  readonly to: string;
  /** About how long it takes; absent: as long as one likes. */
  readonly minutes?: number;
  /** Sessions by these protocols count by themselves; absent: the person says that it was done. */
  readonly protocols?: readonly string[];
}

/** Monday is 0, Sunday 6. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;
export const WEEKDAYS: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];

/** One line of the plan. Another day of the week counts just as well as one of these. */
export interface Planned {
  readonly activity: PlannableId;
  /** In order, each once. */
  readonly days: readonly Weekday[];
  /** Minutes of the local day; absent: whenever it suits. */
  readonly atMin?: number;
}

/** What somebody wants to change, by their own choice. */
export type TargetKind = 'substance' | 'gambling' | 'other';
export const TARGET_KINDS: readonly TargetKind[] = ['substance', 'gambling', 'other'];

/** One row of this name holds the plan. The vault's ids stand on the disk as they are, so it says nothing. */
export const PLAN_ID = '7c1c7f52-54a3-4a0b-9f0e-3f5d2f6a90b1';

export interface Plan {
  readonly id: typeof PLAN_ID;
  readonly kind: 'plan';
  /** In the person's own words. */
  readonly goals: readonly string[];
  readonly target?: TargetKind;
  readonly targetWords?: string;
  readonly planned: readonly Planned[];
  readonly quiet?: QuietHours;
  /** Who wrote it, in the person's own words; absent: not said. */
  readonly by?: string;
  /** The day on which it is looked at again, as in "2026-12-24"; absent: none is set. */
  readonly reviewOn?: string;
  /** When it was looked at last. */
  readonly reviewedAtMs?: number;
  /** Days are counted from the day of this moment on; absent: nobody asked for it, and nothing is counted. */
  readonly countFromMs?: number;
}

/** Something that was done, where no session shows it. */
export interface Done {
  readonly id: string;
  readonly kind: 'done';
  readonly activity: PlannableId;
  readonly atMs: number;
}

/** A day that went otherwise, as the person wrote it down. */
export interface Slip {
  readonly id: string;
  readonly kind: 'slip';
  readonly atMs: number;
  readonly note: string;
}

/** All that is kept in the vault under `plan`. */
export type PlanRow = Plan | Done | Slip;

export const EMPTY_PLAN: Plan = { id: PLAN_ID, kind: 'plan', goals: [], planned: [] };

/** The days that something is put on at first: five, three or two a week, or each day for a session. */
export const DAYS_AT_FIRST: Readonly<Record<PlannableId, readonly Weekday[]>> = {
  session: WEEKDAYS,
  breathing: [0, 1, 2, 3, 4],
  rhythm: [0, 2, 4],
  writing: [1, 3, 6],
  songwriting: [5],
  listening: [2, 6],
  company: [1, 5],
};

/** Days since counting was asked for, this one among them, and on how many of them a slip was noted. */
export interface DayCount {
  readonly days: number;
  readonly slipDays: number;
}
