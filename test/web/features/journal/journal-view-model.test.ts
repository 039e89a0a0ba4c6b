import { describe, expect, it } from 'vitest';
import { AGAIN_AFTER_MS, type Entry } from '../../../../web/features/journal/entry.ts';
import { journalFeature } from '../../../../web/features/journal/index.ts';
import { journalViewModel } from '../../../../web/features/journal/journal-view-model.ts';
import type { Vault } from '../../../../web/storage/vault/index.ts';
import { profile, tab, until } from '../../storage/vault/vault-under-test.ts';

const NOW = Date.UTC(2026, 10, 27, 12);

/** A journal in a vault of its own. */
function journalIn(vault: Vault = tab(profile()).vault) {
  const time = { nowMs: NOW };
  let made = 0;
  const newId = (): string => `0b0e6c1e-0000-4000-8000-${String(made++).padStart(12, '0')}`;
  const journal = journalViewModel({ vault, clock: () => time.nowMs, newId });
  const count = (of: number) =>
    until(journal.entries$, (entries) => !('state' in entries) && entries.length === of);
  const write = async (text: string): Promise<void> => {
    const editor = journal.write();
    editor.change({ text });
    await editor.finish();
    time.nowMs += 1000;
  };
  return { vault, journal, time, count, write, newId };
}

describe('journalViewModel', () => {
  it('shows what was written, newest first', async () => {
    const { journal, write, count } = journalIn();
    await write('one');
    await write('two');
    await count(2);
    expect(journal.entries$.value).toMatchObject([{ text: 'two' }, { text: 'one' }]);
  });

  it('puts back what was deleted last, as it was', async () => {
    const { journal, write, count } = journalIn();
    await write('one');
    const [entry] = (await count(1)) as readonly never[];
    await journal.remove(entry!);
    await count(0);
    expect(journal.removed$.value).toEqual(entry);
    await journal.undo();
    expect(await count(1)).toEqual([entry]);
    expect(journal.removed$.value).toBeUndefined();
  });

  it('wants the words rehearsed before the fifth entry, and not once they are', async () => {
    const { vault, journal, write, count } = journalIn();
    for (const text of ['one', 'two', 'three']) await write(text);
    await count(3);
    expect(journal.rehearseFirst$.value).toBe(false);
    await write('four');
    await until(journal.rehearseFirst$, (first) => first);
    await vault.remember({ rehearsedAtMs: NOW });
    await until(journal.rehearseFirst$, (first) => !first);
  });

  it('offers an entry again after two weeks, until it is answered or laid to rest', async () => {
    const { vault, journal, time, write, count } = journalIn();
    const editor = journal.write();
    editor.change({ text: 'heavy', weighed: [{ atMs: NOW, heavy: 80 }] });
    await editor.finish();
    await write('light');
    await count(2);
    time.nowMs = NOW + AGAIN_AFTER_MS;
    const later = journalViewModel({ vault, clock: () => time.nowMs, newId: () => '' });
    const [due] = await until(later.again$, (again) => again.length > 0);
    expect(due).toMatchObject({ text: 'heavy' });
    await later.weigh(due!, 30);
    await until(later.again$, (again) => again.length === 0);
    const entries = (await count(2)) as readonly Entry[];
    expect(entries.find(({ text }) => text === 'heavy')?.weighed).toEqual([
      { atMs: NOW, heavy: 80 },
      { atMs: NOW + AGAIN_AFTER_MS, heavy: 30 },
    ]);
  });
});

describe('journalFeature', () => {
  const featureOf = (vault: Vault) => {
    const feature = journalFeature({ vault, clock: () => NOW, newId: () => 'unused' });
    return { ...feature, belongings: feature.belongings!.find(({ folder }) => folder === 'journal')! };
  };

  it('takes everything along, and puts it in elsewhere without doubling', async () => {
    const { vault, write, count } = journalIn();
    await write('one');
    await write('two');
    await count(2);
    const files = await featureOf(vault).belongings.take();
    expect(files).toHaveLength(3);
    const other = journalIn();
    const { belongings } = featureOf(other.vault);
    await belongings.put(files);
    await belongings.put(files);
    expect(await other.count(2)).toMatchObject([{ text: 'two' }, { text: 'one' }]);
    await belongings.destroy();
    await other.count(0);
  });

  it('takes nothing rather than a part: locked, or with an entry that does not open', async () => {
    const here = profile();
    const { vault, database } = tab(here);
    const { write, count } = journalIn(vault);
    await write('one');
    await count(1);
    const { belongings } = featureOf(vault);
    const [row] = await database.rows.toArray();
    await database.rows.put({ ...row!, envelope: { ...row!.envelope, nonce: new Uint8Array(24) } });
    await until(vault.unreadable$, (unreadable) => unreadable === 1);
    await expect(belongings.take()).rejects.toThrow('would not be whole');
    await vault.setPassphrase('four quiet words here');
    await vault.lock();
    await expect(belongings.take()).rejects.toThrow('locked');
    await expect(belongings.put([])).rejects.toThrow();
  });

  it('lets an entry that was begun wait on Today', async () => {
    const { vault, journal } = journalIn();
    const editor = journal.write();
    editor.change({ text: 'begun' });
    await editor.keepNow();
    const [waiting] = await until(featureOf(vault).waits$!, (waits) => waits.length > 0);
    expect(waiting).toMatchObject({ to: expect.stringMatching(/^\/write\/journal\/0b0e/) as string });
  });
});
