import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { filter, firstValueFrom, VirtualTimeScheduler } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { liveTable, readOf, type Live } from '../../../web/storage/live-table.ts';

interface Row {
  readonly id: number;
}

async function rows() {
  const database = new Dexie(`rows-${Math.random()}`);
  database.version(1).stores({ rows: 'id' });
  await database.open();
  return { database, table: database.table<Row, number>('rows') };
}

const untilState = (state: Live<unknown>['state']) => filter((live: Live<unknown>) => live.state === state);

describe('liveTable', () => {
  it('reads anew whenever the table changes', async () => {
    const { table } = await rows();
    const seen: unknown[] = [];
    const two = new Promise<void>((done) => {
      liveTable(() => table.toArray()).subscribe((live) => {
        seen.push(readOf(live));
        if (readOf(live)?.length === 1) done();
      });
    });
    await table.put({ id: 1 });
    await two;
    expect(seen.at(-1)).toEqual([{ id: 1 }]);
  });

  it('says "unavailable" instead of failing, and reads again later', async () => {
    const { table } = await rows();
    const time = new VirtualTimeScheduler();
    let broken = true;
    const live$ = liveTable(
      () => (broken ? Promise.reject(new Error('UnknownError')) : table.toArray()),
      time,
    );
    const states: Live<unknown>[] = [];
    const unavailable = new Promise<void>((done) => {
      live$.subscribe((live) => {
        states.push(live);
        if (live.state === 'unavailable') done();
      });
    });
    await unavailable;
    expect(states).toEqual([{ state: 'unavailable', why: 'UnknownError' }]);
    broken = false;
    const again = firstValueFrom(live$.pipe(untilState('read')));
    time.flush();
    expect(readOf(await again)).toEqual([]);
  });

  it('says so too when the database was closed under it', async () => {
    const { database, table } = await rows();
    database.close();
    const live = await firstValueFrom(liveTable(() => table.toArray()));
    expect(live.state).toBe('unavailable');
  });
});
