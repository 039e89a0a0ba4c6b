import { combineLatest, map, timer, type Observable } from 'rxjs';
import type { Clock } from '../../../devices/index.ts';
import { behavior, keepLatest, type Behavior } from '../../kit/behavior.ts';
import type { NextStep } from '../../session/feature.ts';
import { lastRead, WAITING, type Live } from '../../storage/live-table.ts';
import type { StoredSession } from '../../storage/outbox-database.ts';
import type { Unread, VaultTable } from '../../storage/vault/index.ts';
import { daysBetween } from './calendar.ts';
import { doingsOf, type Doing } from './doings.ts';
import { nextPlanned } from './next-planned.ts';
import { stepOf } from './next-step.ts';
import { EMPTY_PLAN, type Plan, type Plannable, type PlannableId, type PlanRow, type Slip } from './plan.ts';

export interface PlanPorts {
  readonly table: VaultTable<PlanRow>;
  readonly sessions$: Observable<Live<readonly StoredSession[]>>;
  readonly plannables: readonly Plannable[];
  readonly clock: Clock;
  readonly newId: () => string;
}

/** All that is known of the plan at one moment. */
export interface PlanStanding {
  readonly plan: Plan;
  readonly doings: readonly Doing[];
  /** Newest first. */
  readonly slips: readonly Slip[];
  readonly nowMs: number;
}

export interface PlanViewModel {
  readonly plannables: readonly Plannable[];
  readonly standing$: Behavior<PlanStanding | Unread>;
  /** For Today; absent: nothing is planned, quiet hours, or what is kept is locked. */
  readonly next$: Behavior<NextStep | undefined>;
  /** The last change could not be kept. */
  readonly trouble$: Behavior<boolean>;
  /**
   * Keeps a changed plan. What is `undefined` is taken away. What stands on the plan as it is takes a function: a
   * screen may show it as it was before the last press.
   */
  change(changed: PlanChange | ((plan: Plan) => PlanChange)): Promise<void>;
  /** Says that something was done today, or takes it back. */
  setDoneToday(activity: PlannableId, done: boolean): Promise<void>;
  noteSlip(atMs: number, note: string): Promise<void>;
  removeSlip(id: string): Promise<void>;
}

export type PlanChange = {
  readonly [Field in Exclude<keyof Plan, 'id' | 'kind'>]?: Plan[Field] | undefined;
};

/** How often it is looked whether something else is next. */
const LOOK_MS = 30_000;

export function planViewModel({ table, sessions$, plannables, clock, newId }: PlanPorts): PlanViewModel {
  const trouble$ = behavior(false);
  const standing$ = keepLatest<PlanStanding | Unread>(
    combineLatest([table.rows$, lastRead(keepLatest(sessions$, WAITING)), timer(0, LOOK_MS)]).pipe(
      map(([rows, sessions]) =>
        'state' in rows ? rows : standingOf(rows, doingsOf(sessions, rows, plannables), clock()),
      ),
    ),
    WAITING,
  );
  const kept = async (write: () => Promise<void>): Promise<void> => {
    try {
      await write();
      trouble$.next(false);
    } catch {
      trouble$.next(true);
    }
  };
  /** What was written and not read back yet: a second change stands on it. */
  let latest: Plan | undefined;
  let writing = 0;
  table.rows$.subscribe(() => {
    if (writing === 0) latest = undefined;
  });
  return {
    plannables,
    standing$,
    next$: keepLatest(
      standing$.pipe(
        map((standing) => {
          if ('state' in standing) return undefined;
          const { plan, doings, nowMs } = standing;
          return stepOf(nextPlanned(plan, doings, nowMs), plannables, nowMs);
        }),
      ),
      undefined,
    ),
    trouble$,
    change: (changed) =>
      kept(async () => {
        const rows = table.rows$.value;
        if ('state' in rows) throw new Error('The plan is not open');
        const before = latest ?? planIn(rows);
        latest = changedPlan(before, typeof changed === 'function' ? changed(before) : changed);
        writing++;
        await table.put(latest).finally(() => writing--);
      }),
    setDoneToday: (activity, done) =>
      kept(async () => {
        const nowMs = clock();
        if (done) return table.put({ id: newId(), kind: 'done', activity, atMs: nowMs });
        const rows = table.rows$.value;
        if ('state' in rows) return;
        for (const id of doneOn(rows, activity, nowMs)) await table.delete(id);
      }),
    noteSlip: (atMs, note) => kept(() => table.put({ id: newId(), kind: 'slip', atMs, note })),
    removeSlip: (id) => kept(() => table.delete(id)),
  };
}

/** The rows that say that something was done on a day. */
const doneOn = (rows: readonly PlanRow[], activity: PlannableId, atMs: number): readonly string[] =>
  rows
    .filter((row) => row.kind === 'done' && row.activity === activity && daysBetween(row.atMs, atMs) === 0)
    .map(({ id }) => id);

const changedPlan = (plan: Plan, changed: PlanChange): Plan =>
  Object.fromEntries(
    Object.entries({ ...plan, ...changed }).filter(([, value]) => value !== undefined),
  ) as unknown as Plan;

const planIn = (rows: readonly PlanRow[]): Plan => rows.find((row) => row.kind === 'plan') ?? EMPTY_PLAN;

const standingOf = (rows: readonly PlanRow[], doings: readonly Doing[], nowMs: number): PlanStanding => ({
  plan: planIn(rows),
  doings,
  slips: rows.filter((row) => row.kind === 'slip').sort((a, b) => b.atMs - a.atMs || (a.id < b.id ? -1 : 1)),
  nowMs,
});
