import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { Subject, filter, firstValueFrom } from 'rxjs';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  cravingRecord,
  DEFAULT_QUIET,
  type CravingLabel,
  type SessionEvent,
} from '../../../../engine/index.ts';
import { CravingDatabase, type CravingKept } from '../../../../web/features/craving/craving-database.ts';
import { cravingCounts, cravingStanding } from '../../../../web/features/craving/craving-standing.ts';
import {
  cravingContributor,
  cravingViewModel,
  type CravingViewModel,
} from '../../../../web/features/craving/craving-view-model.ts';
import { lastRead } from '../../../../web/storage/live-table.ts';
import { opening } from '../../opening.ts';

const NOW = Date.UTC(2026, 2, 10, 12);
const HOUR = 3_600_000;

let factory: IDBFactory;
beforeEach(() => (factory = new IDBFactory()));

/** A tab of the browser. */
function tab() {
  const database = new CravingDatabase('attune-craving', { indexedDB: factory, IDBKeyRange });
  const view = cravingViewModel({ database, utcOffsetMin: () => 60 });
  const events$ = new Subject<SessionEvent>();
  const begin = (id: string) => view.follow({ id, events$ });
  return { database, view, events$, begin };
}

const until = (view: CravingViewModel, wanted: (kept: CravingKept) => boolean): Promise<CravingKept> =>
  firstValueFrom(lastRead(view.kept$).pipe(filter(wanted)));

const label = (said: CravingLabel['said'], atMs = NOW, by: CravingLabel['by'] = 'rating'): CravingLabel => ({
  ...{ atMs, utcOffsetMin: 60, arousal: 0.4, tags: [], said, by },
});
const told = (said: CravingLabel['said'], seq: number, atMs = NOW): SessionEvent => ({
  ...{ type: 'craving-label', author: 'engine', atMs, seq, label: label(said, atMs) },
});
const asked = (seq: number, atMs: number): SessionEvent => ({
  ...{ type: 'craving-prompt', author: 'engine', atMs, seq },
  ...{ question: 'how-strong', reason: 'random', propensity: 0.02 },
});

describe('cravingViewModel', () => {
  it('is off until the person says otherwise, and a session is told nothing then', async () => {
    const { view } = tab();
    expect(view.learningAt(NOW, true)).toBeUndefined();
    expect(await until(view, () => true)).toEqual({ on: false, quiet: DEFAULT_QUIET, labels: [], asked: [] });
    expect(view.learningAt(NOW, true)).toBeUndefined();
  });

  it('tells a session of the answers so far, the local time and the prompts of two days', async () => {
    const { view, events$, begin } = tab();
    await view.allow(true);
    await view.setQuiet({ fromMin: 60, toMin: 120 });
    begin('one');
    events$.next(told(70, 4));
    events$.next(asked(5, NOW - 47 * HOUR));
    events$.next(asked(6, NOW - 49 * HOUR));
    await until(view, (kept) => kept.asked.length === 2 && kept.labels.length === 1);
    const learning = {
      ...{ record: { version: 1, labels: [label(70)] }, utcOffsetMin: 60 },
      prompts: {
        quiet: { fromMin: 60, toMin: 120 },
        asked: [{ atMs: NOW - 47 * HOUR, utcOffsetMin: 60, reason: 'random' }],
      },
    };
    expect(view.learningAt(NOW, true)).toEqual(learning);
    expect(view.learningAt(NOW, false)).not.toHaveProperty('prompts');
  });

  it('keeps what two tabs say, the same event once, in the order of time', async () => {
    const [here, there] = [tab(), tab()];
    await here.view.allow(true);
    here.begin('one');
    there.begin('two');
    for (const said of [10, 10]) here.events$.next(told(said, 7, NOW + 2));
    there.events$.next(told(90, 7, NOW + 1));
    const kept = await until(here.view, ({ labels }) => labels.length === 2);
    expect(kept.labels.map(({ said }) => said)).toEqual([90, 10]);
    expect(await until(there.view, ({ labels }) => labels.length === 2)).toEqual(kept);
  });

  it('keeps nothing more of a session under way once it is turned off', async () => {
    const { view, events$, begin, database } = tab();
    await view.allow(true);
    begin('one');
    events$.next(told(70, 4));
    await until(view, ({ labels }) => labels.length === 1);
    await view.allow(false);
    events$.next(told(20, 9));
    events$.next(asked(10, NOW));
    await view.setQuiet(DEFAULT_QUIET); // after both: transactions of one database keep their order
    expect(await database.kept()).toMatchObject({ on: false, labels: [label(70)], asked: [] });
  });

  it('exports all that is kept, and deletes it', async () => {
    const { view, events$, begin } = tab();
    await view.allow(true);
    begin('one');
    events$.next(told(70, 4));
    await until(view, ({ labels }) => labels.length === 1);
    expect(cravingRecord(JSON.parse(view.exported()))).toEqual({
      ok: true,
      value: { version: 1, labels: [label(70)] },
    });
    await view.removeAll();
    expect(await until(view, ({ labels }) => labels.length === 0)).toMatchObject({ on: true, asked: [] });
  });

  it('leaves out what is no label', async () => {
    const { view, database } = tab();
    await database.labels.put({ session: 'one', seq: 1, label: { ...label(70), said: 170 } });
    await database.labels.put({ session: 'one', seq: 2, label: label(30) });
    expect((await until(view, () => true)).labels).toEqual([label(30)]);
  });
});

describe('cravingContributor', () => {
  const learning = { record: { version: 1, labels: [] }, utcOffsetMin: 60 } as const;
  const prompts = { quiet: DEFAULT_QUIET, asked: [] };
  const contributor = (consent: boolean) =>
    cravingContributor({
      learningAt: (_atMs, mayAsk) => (consent ? { ...learning, ...(mayAsk && { prompts }) } : undefined),
      follow: () => undefined,
    });

  it('begins a session with what has been learnt, and keeps what it says', () => {
    const given = contributor(true)(opening({ source: 'strap' }));
    expect(given?.start).toEqual({ craving: { ...learning, prompts } });
    expect(given).toHaveProperty('follow');
  });

  it('asks nothing by itself where nothing may be asked', () => {
    const given = contributor(true)(opening({ source: 'none', mayAsk: false }));
    expect(given?.start).toEqual({ craving: learning });
  });

  it('learns nothing from a recorded heart, and leaves no trace without consent', () => {
    expect(contributor(true)(opening({ source: 'recording' }))).toBeUndefined();
    expect(contributor(false)(opening({ source: 'strap' }))).toBeUndefined();
  });
});

describe('cravingCounts', () => {
  it('counts answers and the cravings among them, but no marks', () => {
    const labels = [label(50), label(49), label('craving', NOW, 'prompt'), label('craving', NOW, 'mark')];
    expect(cravingCounts(labels)).toEqual({
      ...{ answers: 3, answersNeeded: 30, cravings: 2, cravingsNeeded: 8 },
    });
  });

  it('agrees with what the gate counts', () => {
    const labels = [label(50), label(20, NOW + HOUR), label('craving', NOW + 2 * HOUR, 'mark')];
    const { answers, cravings } = cravingCounts(labels);
    const { evidence, gate } = cravingStanding(labels);
    expect(evidence).toMatchObject({ labels: answers, positives: cravings });
    expect(gate).toEqual({ kind: 'withheld', reason: 'too-few-labels', missing: 28 });
  });
});
