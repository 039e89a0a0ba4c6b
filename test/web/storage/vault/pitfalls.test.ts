import { VirtualTimeScheduler, Subject } from 'rxjs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { behavior } from '../../../../web/kit/behavior.ts';
import { autoLock } from '../../../../web/storage/vault/auto-lock.ts';
import { profile, rowsOf, tab, until, type Note } from './vault-under-test.ts';

const note = (id: string, text = `text of ${id}`): Note => ({ id, text });

/** A profile with these notes. */
async function written(notes: readonly Note[]) {
  const here = profile();
  const { vault, database } = tab(here);
  const table = vault.table<Note>('journal');
  for (const one of notes) await table.put(one);
  return { here, vault, database, table, phrase: (await vault.phrase()).join(' ') };
}

describe('VaultTable', () => {
  it('gives back what was put, whatever was put and deleted in whatever order', async () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd');
    const step = fc.record({ id: ids, text: fc.option(fc.string({ unit: 'grapheme' }), { nil: undefined }) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const here = profile();
        const table = tab(here).vault.table<Note>('journal');
        const expected = new Map<string, Note>();
        for (const { id, text } of steps) {
          if (text === undefined) await table.delete(id);
          else await table.put({ id, text });
          if (text === undefined) expected.delete(id);
          else expected.set(id, { id, text });
        }
        const next = tab(here).vault.table<Note>('journal');
        const sorted = [...expected.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(await rowsOf(next, expected.size)).toEqual(sorted);
      }),
      { numRuns: 10 },
    );
  });

  it('counts a damaged row, and neither writes over it nor deletes it', async () => {
    const { database, table, vault } = await written([note('a'), note('b')]);
    const row = (await database.rows.get(['journal', 'a']))!;
    const damaged = { ...row, envelope: { ...row.envelope, box: row.envelope.box.slice(1) } };
    await database.rows.put(damaged);
    expect(await rowsOf(table, 1)).toEqual([note('b')]);
    await until(vault.unreadable$, (count) => count === 1);
    await expect(table.put(note('a', 'new'))).rejects.toMatchObject({ code: 'unreadable' });
    await expect(table.delete('a')).rejects.toMatchObject({ code: 'unreadable' });
    expect(await database.rows.get(['journal', 'a'])).toEqual(damaged);
  });

  it('does not take a row for another, though both were written by the same person', async () => {
    const { database, table } = await written([note('a'), note('b')]);
    const [a, b] = await Promise.all([
      database.rows.get(['journal', 'a']),
      database.rows.get(['journal', 'b']),
    ]);
    await database.rows.put({ ...a!, envelope: b!.envelope });
    expect(await rowsOf(table, 1)).toEqual([note('b')]);
  });

  it('leaves a row of a later version alone', async () => {
    const { database, table } = await written([note('a')]);
    const row = (await database.rows.get(['journal', 'a']))!;
    await database.rows.put({ ...row, envelope: { ...row.envelope, v: 2 as 1 } });
    await until(table.unreadable$, (count) => count === 1);
    await expect(table.put(note('a'))).rejects.toMatchObject({ code: 'unreadable' });
  });

  it('makes no new key for a kind whose key does not open', async () => {
    const { database, table } = await written([note('a')]);
    const key = (await database.key('kind:journal'))!;
    const envelope = { ...key.envelope, nonce: new Uint8Array(24) };
    await database.keys.put({ ...key, envelope });
    await expect(table.put(note('b'))).rejects.toMatchObject({ code: 'unreadable' });
    expect((await database.key('kind:journal'))?.envelope).toEqual(envelope);
  });

  it('has either the old row or the new one when the tab dies in mid-write', async () => {
    const { here, database, table } = await written([note('a', 'old')]);
    const writing = table.put(note('a', 'new')).catch(() => undefined);
    database.close();
    await writing;
    const [row] = await rowsOf(tab(here).vault.table<Note>('journal'), 1);
    expect(['old', 'new']).toContain(row!.text);
  });

  it('adds nothing in the place of a row that is there', async () => {
    const { table } = await written([note('a', 'mine')]);
    expect(await table.add(note('a', 'theirs'))).toBe(false);
    expect(await table.add(note('b'))).toBe(true);
    expect(await rowsOf(table, 2)).toEqual([note('a', 'mine'), note('b')]);
  });

  it('destroys its own kind alone, and needs no key for that', async () => {
    const { vault, database, table } = await written([note('a')]);
    await vault.table<Note>('songs').put(note('s'));
    await vault.setPassphrase('four quiet words here');
    await vault.lock();
    await table.destroy();
    expect((await database.rows.toArray()).map(({ kind }) => kind)).toEqual(['songs']);
    expect(await database.key('kind:journal')).toBeUndefined();
  });
});

describe('Vault.restore', () => {
  it('brings all back on a fresh profile, and the words on paper stay the right ones', async () => {
    const notes = Array.from({ length: 30 }, (_, i) => note(`n${String(i).padStart(2, '0')}`));
    const { vault, phrase } = await written(notes);
    await vault.table<Note>('songs').put(note('s'));
    const backup = await vault.backup();
    expect(backup).not.toContain('text of');
    const next = tab(profile()).vault;
    expect(await next.restore(backup, { phrase })).toEqual({ kind: 'restored', added: 31, already: 0 });
    expect(await rowsOf(next.table<Note>('journal'), 30)).toEqual(notes);
    expect(await rowsOf(next.table<Note>('songs'), 1)).toEqual([note('s')]);
    expect((await next.phrase()).join(' ')).toBe(phrase);
    expect(await next.restore(backup, { phrase })).toEqual({ kind: 'restored', added: 0, already: 31 });
  });

  it('brings all back by two cards', async () => {
    const { vault } = await written([note('a')]);
    const cards = (await vault.shares()).slice(1).map((words) => words.join(' '));
    const next = tab(profile()).vault;
    expect(await next.restore(await vault.backup(), { cards })).toMatchObject({ added: 1 });
  });

  it('adds to what is here and changes nothing of it', async () => {
    const { vault, phrase } = await written([note('a', 'old'), note('b')]);
    const here = await written([note('a', 'mine')]);
    const backup = await vault.backup();
    expect(await here.vault.restore(backup, { phrase })).toEqual({ kind: 'restored', added: 1, already: 1 });
    expect(await rowsOf(here.table, 2)).toEqual([note('a', 'mine'), note('b')]);
    expect((await here.vault.phrase()).join(' ')).toBe(here.phrase);
  });

  it('adds nothing with other words, and nothing of a file that is damaged', async () => {
    const { vault, phrase } = await written([note('a'), note('b')]);
    const backup = await vault.backup();
    const other = await written([]);
    const { vault: next, database } = tab(profile());
    expect(await next.restore(backup, { phrase: other.phrase })).toEqual({ kind: 'wrong-key' });
    const file = JSON.parse(backup) as { rows: { envelope: { box: string } }[] };
    file.rows[1]!.envelope.box = file.rows[0]!.envelope.box;
    for (const damaged of [JSON.stringify(file), backup.slice(0, -20), '{}', 'null', ''])
      await expect(next.restore(damaged, { phrase })).rejects.toMatchObject({ code: 'not-understood' });
    expect(await database.rows.count()).toBe(0);
  });
});

describe('Vault.backup', () => {
  it('refuses what it cannot open, unless it is told to leave it out', async () => {
    const { vault, database } = await written([note('a'), note('b')]);
    const row = (await database.rows.get(['journal', 'a']))!;
    await database.rows.put({ ...row, envelope: { ...row.envelope, nonce: new Uint8Array(24) } });
    await expect(vault.backup()).rejects.toMatchObject({ code: 'unreadable' });
    expect((JSON.parse(await vault.backup(true)) as { rows: unknown[] }).rows).toHaveLength(1);
  });

  it('refuses while the vault is locked', async () => {
    const { vault } = await written([note('a')]);
    await vault.setPassphrase('four quiet words here');
    await vault.lock();
    await expect(vault.backup()).rejects.toMatchObject({ code: 'locked' });
  });
});

describe('autoLock', () => {
  const MINUTE = 60_000;
  function watched({ inSession = false, after }: { inSession?: boolean; after?: 'never' } = {}) {
    const time = new VirtualTimeScheduler(undefined, 0);
    const activity$ = new Subject<void>();
    const seenAgain$ = new Subject<void>();
    const inSession$ = behavior(inSession);
    const clocks = { steady: 0, wall: 1_000_000_000 };
    let locks = 0;
    autoLock(
      {
        ...{
          activity$,
          seenAgain$,
          inSession$,
          lockAfterMs$: behavior<number | 'never'>(after ?? 5 * MINUTE),
        },
        steadyMs: () => clocks.steady,
        wallMs: () => clocks.wall,
        lock: () => void (locks += 1),
      },
      time,
    );
    const sleep = (ms: number): void => {
      clocks.steady += ms;
      clocks.wall += ms;
    };
    const pass = (steadyMs: number, wallMs = steadyMs): void => {
      clocks.steady += steadyMs;
      clocks.wall += wallMs;
      seenAgain$.next();
    };
    return { sleep, pass, activity$, inSession$, locks: () => locks };
  }

  it('locks after so long away and not before', () => {
    const { pass, activity$, locks } = watched();
    pass(4.9 * MINUTE);
    activity$.next();
    pass(4.9 * MINUTE);
    expect(locks()).toBe(0);
    pass(0.2 * MINUTE);
    expect(locks()).toBe(1);
  });

  it('asks whoever comes back how long they were away, before they count as here', () => {
    const { sleep, activity$, locks } = watched();
    sleep(4 * MINUTE);
    activity$.next();
    expect(locks()).toBe(0);
    sleep(6 * MINUTE);
    activity$.next();
    expect(locks()).toBe(1);
  });

  it('counts no session as away, and begins to count when it ends', () => {
    const { pass, inSession$, locks } = watched({ inSession: true });
    pass(60 * MINUTE);
    inSession$.next(false);
    pass(4 * MINUTE);
    expect(locks()).toBe(0);
    pass(2 * MINUTE);
    expect(locks()).toBe(1);
  });

  it('locks though the wall’s clock was set back, and though the steady one slept', () => {
    const back = watched();
    back.pass(6 * MINUTE, -10_000 * MINUTE);
    expect(back.locks()).toBe(1);
    const slept = watched();
    slept.pass(0, 6 * MINUTE);
    expect(slept.locks()).toBe(1);
  });

  it('never locks where the person wants it so', () => {
    const { pass, locks } = watched({ after: 'never' });
    pass(100_000 * MINUTE);
    expect(locks()).toBe(0);
  });
});
