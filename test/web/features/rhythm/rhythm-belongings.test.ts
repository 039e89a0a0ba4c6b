import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { rhythmBelongings } from '../../../../web/features/rhythm/rhythm-belongings.ts';
import {
  RhythmDatabase,
  type KeptPractice,
  type KeptTake,
} from '../../../../web/features/rhythm/rhythm-database.ts';

const PRACTICE: KeptPractice = {
  ...{ id: 'p1', atMs: Date.UTC(2026, 10, 26, 9), seed: 1, minutes: 4.5, tempoBpm: 80 },
  parts: [
    {
      ...{ part: 'pulse', taps: 40, input: 'pad' },
      spread: { ms: 24.1, errorMs: 2.7, n: 39, of: 'intervals' },
      asynchrony: { ms: -31.5, n: 39, how: 'rough' },
    },
    {
      ...{ part: 'keep', taps: 3, input: 'pad' },
      spread: { withheld: 'too-few-taps', n: 2 },
      asynchrony: { withheld: 'too-few-taps' },
    },
  ],
};
const TAKE: KeptTake = { id: 't1', atMs: 5, before: 70, hits: [{ pad: 'deep', atS: 0, force: 0.9 }] };

let made = 0;
function belongings() {
  const database = new RhythmDatabase(`rhythm-${made++}`);
  const render = () => Promise.resolve(new Uint8Array([82, 73, 70, 70]));
  let forgotten = 0;
  const forget = (): void => {
    forgotten++;
  };
  const its = rhythmBelongings({ database, title: 'Rhythm', forget, render });
  return { database, its, forgotten: () => forgotten };
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const file = (path: string, content: string) => ({ path, bytes: new TextEncoder().encode(content) });

describe('rhythmBelongings', () => {
  it('takes practices as JSON and CSV and takes as JSON and WAV, and puts them in once', async () => {
    const here = belongings();
    await here.database.practices.put(PRACTICE);
    await here.database.takes.put(TAKE);
    const files = await here.its.take();
    expect(files.map(({ path }) => path)).toEqual([
      'practices.json',
      'practices.csv',
      'takes.json',
      'takes/t1.wav',
    ]);
    expect(text(files[1]!.bytes)).toBe(
      'practice,at,minutes,tempo_bpm,part,input,taps,spread_ms,spread_n,asynchrony_ms,asynchrony_n\n' +
        'p1,2026-11-26T09:00:00.000Z,4.5,80,pulse,pad,40,24.1,39,-31.5,39\n' +
        'p1,2026-11-26T09:00:00.000Z,4.5,80,keep,pad,3,,,,\n',
    );
    const there = belongings();
    await there.database.takes.put({ ...TAKE, before: 10 });
    await there.its.put(files);
    await there.its.put(files);
    expect(await there.database.practices.toArray()).toEqual([PRACTICE]);
    expect(await there.database.takes.toArray()).toEqual([{ ...TAKE, before: 10 }]);
  });

  it('takes nothing of nothing', async () => {
    expect(await belongings().its.take()).toEqual([]);
  });

  it('adds nothing of what it does not understand, and says which entry', async () => {
    const { database, its } = belongings();
    const good = file('practices.json', JSON.stringify([PRACTICE]));
    for (const [bad, why] of [
      [file('takes.json', '{'), 'rhythm/takes.json: this is no JSON'],
      [file('takes.json', '{}'), 'rhythm/takes.json: this is no list'],
      [file('takes.json', JSON.stringify([TAKE, { ...TAKE, hits: [{ pad: 'gong' }] }])), 'entry 2'],
      [file('takes.json', '[null]'), 'entry 1'],
    ] as const)
      await expect(its.put([good, bad])).rejects.toThrow(why);
    expect(await database.practices.count()).toBe(0);
  });

  it('leaves nothing, and can begin again', async () => {
    const { database, its, forgotten } = belongings();
    await database.takes.put(TAKE);
    await its.destroy();
    expect(forgotten()).toBe(1);
    expect(await database.takes.count()).toBe(0);
  });
});
