import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { databaseBelongings } from '../../../web/storage/database-belongings.ts';

let serial = 0;
let database: Dexie;
const openOne = (): Dexie => {
  const one = new Dexie(`belongings-${(serial += 1)}`);
  one.version(1).stores({ marks: '[session+seq]', notes: 'id' });
  return one;
};
const of = (one: Dexie) =>
  databaseBelongings({ folder: 'x', title: 'X', database: one, tables: ['marks', 'notes'] });

beforeEach(async () => {
  database = openOne();
  await database.table('marks').bulkPut([
    { session: 'a', seq: 0, value: 3 },
    { session: 'a', seq: 1, value: 4 },
  ]);
  await database.table('notes').put({ id: 'n', text: 'ü' });
});

describe('databaseBelongings', () => {
  it('puts into another browser what it took from this one', async () => {
    const other = openOne();
    await of(other).put(await of(database).take());
    expect(await other.table('marks').toArray()).toEqual(await database.table('marks').toArray());
    expect(await other.table('notes').toArray()).toEqual([{ id: 'n', text: 'ü' }]);
  });

  it('leaves what is here as it is', async () => {
    const files = await of(database).take();
    await database.table('notes').put({ id: 'n', text: 'newer' });
    await of(database).put(files);
    expect(await database.table('notes').toArray()).toEqual([{ id: 'n', text: 'newer' }]);
    expect(await database.table('marks').count()).toBe(2);
  });

  it('adds nothing of files of which one is damaged', async () => {
    const other = openOne();
    const files = await of(database).take();
    const damaged = { path: 'notes.ndjson', bytes: new TextEncoder().encode('{"id":"n"}\n{"id":') };
    await expect(of(other).put([files[0]!, damaged])).rejects.toThrow('notes.ndjson, line 2');
    expect(await other.table('marks').count()).toBe(0);
  });

  it('leaves no row behind when it destroys', async () => {
    await of(database).destroy();
    expect([await database.table('marks').count(), await database.table('notes').count()]).toEqual([0, 0]);
  });
});
