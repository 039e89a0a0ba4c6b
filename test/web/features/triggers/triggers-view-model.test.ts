import { describe, expect, it } from 'vitest';
import { triggerBelongings } from '../../../../web/features/triggers/belongings.ts';
import type { Suggestion, TriggerRow } from '../../../../web/features/triggers/entry.ts';
import {
  isSaid,
  openParts$,
  triggersViewModel,
} from '../../../../web/features/triggers/triggers-view-model.ts';
import { behavior, keepLatest } from '../../../../web/kit/behavior.ts';
import type { LeftOutRules } from '../../../../web/session/left-out-music.ts';
import { fakeTable } from './fake-table.ts';

function underTest(first: readonly TriggerRow[] = [], marked: readonly Suggestion[] = []) {
  const fake = fakeTable(first);
  const rules$ = behavior<LeftOutRules | undefined>({
    earlyRecovery: true,
    triggerTags: { artists: ['Other'], genres: [], years: [] },
  });
  let ids = 0;
  const triggers = triggersViewModel({
    table: fake.table,
    leftOut: {
      rules$,
      library$: behavior([]),
      set: (rules) => Promise.resolve().then(() => rules$.next(rules)),
    },
    marked$: behavior(marked),
    newId: () => `id-${(ids += 1)}`,
    now: () => 1000 + ids,
  });
  const entries = () => (isSaid(triggers.said$.value) ? triggers.said$.value.entries : []);
  return { ...fake, triggers, rules$, entries, open$: keepLatest(openParts$(triggers), undefined) };
}

describe('triggersViewModel', () => {
  it('keeps what is named, in the order in which it was', async () => {
    const { triggers, entries } = underTest();
    expect(await triggers.add({ kind: 'song', name: 'Home', strength: 7, memory: 'use' })).toBe(true);
    await triggers.add({ kind: 'person', name: 'M.' });
    expect(entries()).toMatchObject([
      { kind: 'song', name: 'Home', strength: 7, memory: 'use' },
      { kind: 'person', name: 'M.' },
    ]);
  });

  it('suggests what was marked while writing, until it is on the list or passed over', async () => {
    const marked = [
      { kind: 'song', name: 'Blue Harbour' },
      { kind: 'person', name: 'Sam' },
      { kind: 'person', name: 'the one from then' },
    ] as const;
    const { triggers } = underTest([], marked);
    expect(triggers.suggested$.value).toEqual(marked);
    await triggers.add({ kind: 'song', name: 'blue harbour ' });
    await triggers.passOver(marked[1]);
    expect(triggers.suggested$.value).toEqual([marked[2]]);
    expect(isSaid(triggers.said$.value) && triggers.said$.value.entries).toHaveLength(1);
  });

  it('takes what was passed over along and puts it in again', async () => {
    const { triggers, table } = underTest([], [{ kind: 'person', name: 'Sam' }]);
    await triggers.passOver({ kind: 'person', name: 'Sam' });
    const files = await triggerBelongings(table).take();
    const other = underTest([], [{ kind: 'person', name: 'Sam' }]);
    await triggerBelongings(other.table).put(files);
    expect(other.triggers.suggested$.value).toEqual([]);
  });

  it('changes nothing in the music before the list is put in force, and takes all back', async () => {
    const { triggers, rules$, entries } = underTest();
    const before = rules$.value;
    await triggers.add({ kind: 'artist', name: 'Anna Lind', strength: 8 });
    expect(rules$.value).toBe(before);
    await triggers.apply();
    expect(rules$.value?.triggerTags.artists).toEqual(['Other', 'Anna Lind']);
    expect(entries()).toMatchObject([{ inForce: true }]);
    await triggers.undo();
    expect(rules$.value).toBe(before);
    expect(entries()[0]).not.toHaveProperty('inForce');
    expect(triggers.undo$.value).toBeUndefined();
  });

  it('lets something play again when its tick is taken away and the list put in force anew', async () => {
    const { triggers, rules$, entries } = underTest();
    await triggers.add({ kind: 'artist', name: 'Anna Lind' });
    await triggers.apply();
    await triggers.setNever(entries()[0]!, false);
    await triggers.apply();
    expect(rules$.value?.triggerTags.artists).toEqual(['Other']);
    expect(entries()[0]).not.toHaveProperty('inForce');
  });

  it('keeps a changed entry in force and in its place', async () => {
    const { triggers, entries } = underTest();
    await triggers.add({ kind: 'song', name: 'Home' });
    await triggers.add({ kind: 'song', name: 'Away' });
    await triggers.apply();
    await triggers.change(entries()[0]!, { kind: 'song', name: 'Home', strength: 2 });
    expect(entries()).toMatchObject([{ name: 'Home', strength: 2, inForce: true }, { name: 'Away' }]);
  });

  it('sets early recovery as the person says, and nothing else with it', async () => {
    const { triggers, rules$ } = underTest();
    await triggers.setEarlyRecovery(false);
    expect(rules$.value).toMatchObject({ earlyRecovery: false, triggerTags: { artists: ['Other'] } });
  });

  it('says that something could not be kept, and what it says while locked', async () => {
    const { triggers, lock } = underTest();
    lock();
    expect(await triggers.add({ kind: 'song', name: 'Home' })).toBe(false);
    expect(triggers.said$.value).toEqual({ state: 'locked' });
  });
});

describe('openParts$', () => {
  it('waits for nothing before it was begun, and says how far it is from then on', async () => {
    const { triggers, open$ } = underTest();
    expect(open$.value).toBeUndefined();
    await triggers.setDone('song', true);
    await triggers.setDone('song', true);
    await triggers.setDone('artist', true);
    expect(open$.value).toEqual({ done: 2, of: 8 });
    await triggers.setDone('artist', false);
    expect(open$.value).toEqual({ done: 1, of: 8 });
  });

  it('waits for the person’s word on the list once all parts are done, and then for nothing', async () => {
    const done = (['song', 'artist', 'genre', 'era', 'place', 'time', 'person', 'state'] as const).map(
      (kind): TriggerRow => ({ row: 'done', id: kind, kind }),
    );
    const { triggers, open$ } = underTest(done);
    expect(open$.value).toBeUndefined();
    await triggers.add({ kind: 'song', name: 'Home' });
    expect(open$.value).toEqual({ done: 8, of: 8 });
    await triggers.apply();
    expect(open$.value).toBeUndefined();
  });
});

describe('triggerBelongings', () => {
  const row: TriggerRow = { row: 'entry', id: 'a', kind: 'era', name: 'Clubs', years: [1998, 2004], atMs: 5 };

  it('are taken along, readable, and put in elsewhere once', async () => {
    const files = await triggerBelongings(fakeTable([row]).table).take();
    expect(files.map(({ path }) => path)).toEqual(['notes.json', 'notes.md']);
    expect(new TextDecoder().decode(files[1]!.bytes)).toContain('- Clubs');
    const other = fakeTable();
    await triggerBelongings(other.table).put(files);
    await triggerBelongings(other.table).put(files);
    expect(other.rows()).toEqual([row]);
  });

  it('are no files where nothing was named, and are taken whole or not at all', async () => {
    expect(await triggerBelongings(fakeTable().table).take()).toEqual([]);
    const { table, lock } = fakeTable([row]);
    lock();
    await expect((async () => triggerBelongings(table).take())()).rejects.toThrow('locked');
  });

  it.each([
    ['no JSON', '{'],
    ['other rows', '{"rows":[{"row":"entry","id":"x","kind":"spell","name":"a","atMs":1}]}'],
    ['an entry without a name', '{"rows":[{"row":"entry","id":"x","kind":"song","atMs":1}]}'],
  ])('add nothing of a file with %s', async (_, text) => {
    const { table, rows } = fakeTable();
    const files = [{ path: 'notes.json', bytes: new TextEncoder().encode(text) }];
    await expect(triggerBelongings(table).put(files)).rejects.toThrow();
    expect(rows()).toEqual([]);
  });

  it('leave nothing when they are destroyed', async () => {
    const { table, rows } = fakeTable([row, { row: 'done', id: 'b', kind: 'song' }]);
    await triggerBelongings(table).destroy();
    expect(rows()).toEqual([]);
  });
});
