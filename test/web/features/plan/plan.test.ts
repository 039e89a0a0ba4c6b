import { of } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { accountOf } from '../../../../web/features/plan/account.ts';
import { dayCount, doingsOf, weeksOf } from '../../../../web/features/plan/doings.ts';
import { planFiles, planRowsIn } from '../../../../web/features/plan/plan-files.ts';
import { planViewModel } from '../../../../web/features/plan/plan-view-model.ts';
import { isReviewDue } from '../../../../web/features/plan/review.ts';
import { EMPTY_PLAN, type PlanRow, type Slip } from '../../../../web/features/plan/plan.ts';
import type { StoredSession } from '../../../../web/storage/outbox-database.ts';
import { planTable } from './plan-table.ts';

const at = (day: number, hour = 12): number => new Date(2026, 10, 23 + day, hour).getTime();
const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const slip = (n: number, day: number): Slip => ({ id: uuid(n), kind: 'slip', atMs: at(day), note: '' });
const stored = (given: Partial<StoredSession>): StoredSession => ({
  ...{ id: 'a', startedAtMs: at(0), protocol: 'craving-session', source: 'none' },
  ...{ kept: 1, acknowledged: 0, known: 0, upload: 'pending', lastAtMs: at(0) + 600_000, ended: 'stopped' },
  ...given,
});
const plannables = [
  { id: 'session', to: '/start', protocols: ['craving-session'] },
  { id: 'rhythm', to: '/rhythm' },
] as const;

function opened(rows: readonly PlanRow[] = []) {
  let made = 100;
  const table = planTable(rows);
  const model = planViewModel({
    ...{ table, plannables, clock: () => at(1) },
    sessions$: of({ state: 'read', value: [] }),
    newId: () => uuid(made++),
  });
  const settled = (): Promise<void> => new Promise((done) => setTimeout(done));
  return { table, model, settled };
}

describe('doingsOf', () => {
  it('counts a session that lasted, however it ended, and what was said to be done', () => {
    const done: PlanRow = { id: uuid(1), kind: 'done', activity: 'rhythm', atMs: at(2) };
    expect(doingsOf([stored({})], [done, slip(2, 1)], plannables)).toEqual([
      { activity: 'session', atMs: at(0) },
      { activity: 'rhythm', atMs: at(2) },
    ]);
  });

  it('leaves out what was hardly begun, deleted, under way, or of another kind', () => {
    const { ended: _ended, ...underWay } = stored({});
    const sessions = [
      stored({ lastAtMs: at(0) + 60_000 }),
      stored({ deleted: true }),
      underWay,
      stored({ protocol: 'demonstration' }),
    ];
    expect(doingsOf(sessions, [], plannables)).toEqual([]);
  });
});

describe('weeksOf', () => {
  const planned = [{ activity: 'rhythm', days: [0, 2, 4] }] as const;
  it('has what was done beside what was planned, this week first, and no week before the first doing', () => {
    const doings = [0, 1, -5].map((day) => ({ activity: 'rhythm', atMs: at(day) }) as const);
    expect(weeksOf({ planned }, doings, { nowMs: at(3), count: 6 })).toEqual([
      { fromMs: at(0, 0), lines: [{ activity: 'rhythm', done: 2, planned: 3 }] },
      { fromMs: at(-7, 0), lines: [{ activity: 'rhythm', done: 1, planned: 3 }] },
    ]);
  });
});

describe('dayCount', () => {
  it('counts nothing that nobody asked for', () => {
    expect(dayCount(EMPTY_PLAN, [slip(1, 0)], at(3))).toBeUndefined();
  });

  it('keeps the days before a slip, and counts two slips of one day as one', () => {
    const plan = { ...EMPTY_PLAN, countFromMs: at(-9) };
    expect(dayCount(plan, [slip(1, -4), slip(2, -4), slip(3, -20)], at(0))).toEqual({
      days: 10,
      slipDays: 1,
    });
  });
});

describe('planViewModel', () => {
  it('keeps both of two changes made at once, and takes away what is no more', async () => {
    const { model, table, settled } = opened();
    await Promise.all([model.change({ goals: ['sleep'] }), model.change({ target: 'other' })]);
    expect(table.rows$.value).toEqual([{ ...EMPTY_PLAN, goals: ['sleep'], target: 'other' }]);
    await model.change({ target: undefined });
    await settled();
    expect(model.standing$.value).toMatchObject({ plan: { ...EMPTY_PLAN, goals: ['sleep'] } });
  });

  it('keeps what two presses added before the first of them was read back', async () => {
    const { model, table } = opened();
    const add = (goal: string) => model.change(({ goals }) => ({ goals: [...goals, goal] }));
    await Promise.all([add('sleep'), add('sing')]);
    expect(table.rows$.value).toMatchObject([{ goals: ['sleep', 'sing'] }]);
  });

  it('offers what is next, and no more once the person says that it is done', async () => {
    const planned = [{ activity: 'rhythm', days: [1] }] as const;
    const { model, settled } = opened([{ ...EMPTY_PLAN, planned }]);
    await settled();
    expect(model.next$.value).toMatchObject({ title: 'Rhythm', to: '/rhythm' });
    await model.setDoneToday('rhythm', true);
    await settled();
    expect(model.next$.value).toMatchObject({ title: 'That is it for today' });
    await model.setDoneToday('rhythm', false);
    await settled();
    expect(model.next$.value).toMatchObject({ title: 'Rhythm' });
  });

  it('says that a change could not be kept, until one could', async () => {
    const { model, table } = opened();
    const put = table.put.bind(table);
    Object.assign(table, { put: () => Promise.reject(new Error('locked')) });
    await model.change({ goals: ['a'] });
    expect(model.trouble$.value).toBe(true);
    Object.assign(table, { put });
    await model.change({ goals: ['a'] });
    expect(model.trouble$.value).toBe(false);
  });
});

describe('isReviewDue', () => {
  it('is from midnight of the day on, and never where none is set', () => {
    const reviewOn = '2026-11-24';
    expect(isReviewDue({ ...EMPTY_PLAN, reviewOn }, at(1, 0))).toBe(true);
    expect(isReviewDue({ ...EMPTY_PLAN, reviewOn }, at(0, 23))).toBe(false);
    expect(isReviewDue(EMPTY_PLAN, at(1))).toBe(false);
  });

  it('is over once the plan was looked at, and that is told to whom it is shown', async () => {
    const { model, settled } = opened([{ ...EMPTY_PLAN, by: 'Me', reviewOn: '2026-11-24' }]);
    await model.change({ reviewedAtMs: at(1), reviewOn: undefined });
    await settled();
    const standing = model.standing$.value;
    if ('state' in standing) throw new Error(standing.state);
    expect(isReviewDue(standing.plan, at(9))).toBe(false);
    expect(accountOf(standing)).toMatchObject({ by: 'Me', reviewedAtMs: at(1) });
    expect(accountOf(standing)).not.toHaveProperty('reviewMs');
  });
});

describe('planRowsIn', () => {
  const rows: readonly PlanRow[] = [
    {
      ...EMPTY_PLAN,
      ...{ goals: ['to sleep “well”'], target: 'gambling', targetWords: 'slots', countFromMs: at(0) },
      planned: [{ activity: 'company', days: [1, 5], atMin: 60 }],
      quiet: { fromMin: 0, toMin: 300 },
      ...{ by: 'Me, with S.', reviewOn: '2026-12-24', reviewedAtMs: at(0) },
    },
    { id: uuid(1), kind: 'done', activity: 'rhythm', atMs: at(0) },
    { ...slip(2, 1), note: 'it rained' },
  ];

  it('reads what was written', () => {
    expect(planRowsIn(planFiles(rows))).toEqual(rows);
  });

  it('takes nothing of a file that is not understood', () => {
    const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
    const wrong = [
      { format: 'attune-plan', v: 2, rows: [] },
      { format: 'attune-plan', v: 1, rows: [{ ...rows[0], planned: [{ activity: 'darts', days: [] }] }] },
      { format: 'attune-plan', v: 1, rows: [{ ...rows[0], planned: [{ activity: 'rhythm', days: [7] }] }] },
      { format: 'attune-plan', v: 1, rows: [{ ...rows[0], reviewOn: '2026-02-30' }] },
      { format: 'attune-plan', v: 1, rows: [{ ...rows[1], atMs: 'today' }] },
      { format: 'attune-plan', v: 1, rows: [rows[1], null] },
      { format: 'attune-plan', v: 1, rows: [{ ...rows[0], id: uuid(3) }] },
    ];
    for (const one of wrong)
      expect(() => planRowsIn([{ path: 'plan.json', bytes: bytesOf(one) }])).toThrow(/plan\.json/);
    expect(() => planRowsIn([])).toThrow(/plan\.json/);
  });
});
