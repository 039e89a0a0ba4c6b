import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { filter, firstValueFrom, from, VirtualTimeScheduler } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { lastRead, liveTable, readOf, type Live } from '../../../web/storage/live-table.ts';

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

  it('says so of a table that does not answer, and still takes its answer', async () => {
    const time = new VirtualTimeScheduler();
    const states: Live<number>[] = [];
    let answer!: (value: number) => void;
    const query = () => new Promise<number>((resolve) => (answer = resolve));
    let read!: Promise<void>;
    await new Promise<void>((asked) => {
      read = new Promise((done) => {
        liveTable(() => (asked(), query()), time).subscribe((live) => {
          states.push(live);
          if (live.state === 'read') done();
        });
      });
    });
    time.flush();
    expect(states).toMatchObject([{ state: 'unavailable' }]);
    answer(3);
    await read;
    expect(readOf(states.at(-1)!)).toBe(3);
  });
});

describe('lastRead', () => {
  it('lets by what was read alone', () => {
    const seen: number[] = [];
    const lives: Live<number>[] = [
      { state: 'waiting' },
      { state: 'read', value: 1 },
      { state: 'unavailable', why: 'gone' },
      { state: 'read', value: 2 },
    ];
    lastRead(from(lives)).subscribe((value) => seen.push(value));
    expect(seen).toEqual([1, 2]);
  });
});
