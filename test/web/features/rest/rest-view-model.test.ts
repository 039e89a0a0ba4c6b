import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { Subject, filter, firstValueFrom } from 'rxjs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../../../engine/index.ts';
import { RestDatabase, type KeptRest } from '../../../../web/features/rest/rest-database.ts';
import {
  restContributor,
  restViewModel,
  type RestViewModel,
} from '../../../../web/features/rest/rest-view-model.ts';
import { lastRead } from '../../../../web/storage/live-table.ts';
import { opening } from '../../opening.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const DAY = 86_400_000;

let factory: IDBFactory;
let name: string;
beforeEach((context) => {
  factory = new IDBFactory();
  // Dexie remembers what it read by the database's name.
  name = context.task.id;
});

/** A tab of the browser, on a clock at UTC. */
const tab = () =>
  restViewModel({
    database: new RestDatabase(name, { indexedDB: factory, IDBKeyRange }),
    hourAt: (atMs) => new Date(atMs).getUTCHours(),
  });

/** Sessions of earlier days, each with its quiet start at `bpm` after what was said. */
function sessions(view: RestViewModel, rates: readonly number[], said: readonly string[] = []): void {
  rates.forEach((bpm, i) => {
    const events$ = new Subject<SessionEvent>();
    view.follow({ id: `${said.join('')}-${i}`, events$ });
    const atMs = NOW - (i + 1) * DAY;
    events$.next({ type: 'tag', author: 'person', atMs, seq: 1, tags: said });
    const figures = { heartRateBpm: bpm, heartRateSpreadBpm: 1, lnRmssd: Math.log(40), seconds: 120 };
    events$.next({ type: 'baseline', author: 'engine', atMs, seq: 2, figures, how: 'quiet-start' });
  });
}

const until = (view: RestViewModel, count: number): Promise<readonly KeptRest[]> =>
  firstValueFrom(lastRead(view.rests$).pipe(filter((rests) => rests.length === count)));

describe('restViewModel', () => {
  it('knows what is usual from five sessions on, in every tab', async () => {
    const [one, other] = [tab(), tab()];
    sessions(one, [60, 62, 64, 66]);
    await until(other, 4);
    expect(other.usualAt(NOW, [])).toBeUndefined();
    sessions(one, [60, 62, 64, 66, 68]);
    await until(other, 5);
    expect(other.usualAt(NOW, [])).toMatchObject({ sessions: 5, heartRateBpm: { median: 64 } });
  });

  it('compares with sessions in the same posture and part of the day alone', async () => {
    const view = tab();
    sessions(view, [60, 60, 60, 60, 60], ['lying']);
    await until(view, 5);
    expect(view.usualAt(NOW, ['lying'])).toMatchObject({ sessions: 5 });
    expect(view.usualAt(NOW, ['sitting'])).toBeUndefined();
    expect(view.usualAt(NOW + DAY / 2, ['lying'])).toBeUndefined();
  });

  it('keeps only rest that a session found by itself', async () => {
    const view = tab();
    const events$ = new Subject<SessionEvent>();
    view.follow({ id: 'given', events$ });
    const figures = { heartRateBpm: 60, heartRateSpreadBpm: 1, seconds: 120 };
    for (const how of ['given', 'usual'] as const)
      events$.next({ type: 'baseline', author: 'engine', atMs: NOW, seq: 1, figures, how });
    sessions(view, [61]);
    expect((await until(view, 1))[0]).toMatchObject({ figures: { heartRateBpm: 61 }, posture: 'sitting' });
  });

  it('forgets everything when asked to', async () => {
    const view = tab();
    sessions(view, [60, 61]);
    await until(view, 2);
    await view.removeAll();
    expect(await until(view, 0)).toEqual([]);
  });
});

describe('restContributor', () => {
  const usual = { sessions: 5, heartRateBpm: { median: 60, spread: 3, se: 1 } };
  const contribute = restContributor({ usualAt: () => usual, follow: () => undefined });

  it('gives what is usual to a session with a strap, and follows that', () => {
    const given = contribute(opening({ source: 'strap' }));
    expect(given?.start).toEqual({ usualRest: usual });
    expect(given).toHaveProperty('follow');
  });

  it('has nothing to do with a heart that is not the person’s, or with none', () => {
    expect(contribute(opening({ source: 'recording' }))).toBeUndefined();
    expect(contribute(opening({ source: 'none' }))).toBeUndefined();
  });
});
