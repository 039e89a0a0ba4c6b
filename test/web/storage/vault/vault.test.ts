import { firstValueFrom, Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { deviceLock } from '../../../../web/storage/vault/device-lock.ts';
import { isUnread, profile, rowsOf, tab, until, type Note } from './vault-under-test.ts';

const note = (id: string, text = `text of ${id}`): Note => ({ id, text });

describe('openVault', () => {
  it('is none until something is put in, and then open without a question', async () => {
    const { vault } = tab(profile());
    const notes = vault.table<Note>('journal');
    expect(await rowsOf(notes, 0)).toEqual([]);
    expect(vault.state$.value).toBe('none');
    await notes.put(note('a'));
    expect(vault.state$.value).toBe('open');
    expect(await rowsOf(notes, 1)).toEqual([note('a')]);
  });

  it('opens by itself on the next visit', async () => {
    const here = profile();
    await tab(here).vault.table<Note>('journal').put(note('a'));
    const { vault } = tab(here);
    expect(await rowsOf(vault.table<Note>('journal'), 1)).toEqual([note('a')]);
    expect(vault.openedBy$.value).toBe('device');
  });

  it('keeps nothing that can be read in the database, and shows the kind and the id alone', async () => {
    const here = profile();
    const { vault, database } = tab(here);
    await vault.table<Note>('journal').put(note('a', 'canary in the coal mine'));
    const [row] = await database.rows.toArray();
    expect(Object.keys(row!).sort()).toEqual(['envelope', 'id', 'kind']);
    const raw = new TextDecoder('latin1').decode(row!.envelope.box);
    expect(raw).not.toContain('canary');
  });

  it('is unavailable where the browser gives no cryptography, and says so before anything is lost', async () => {
    const { vault } = tab(profile(), { device: deviceLock(undefined) });
    await until(vault.state$, (state) => state === 'unavailable');
    await expect(vault.table<Note>('journal').put(note('a'))).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('has one root where two tabs make it in the same moment', async () => {
    const here = profile();
    const real = deviceLock(crypto.subtle);
    const [arrived, kept] = [new Subject<void>(), new Subject<void>()];
    // Both have found no vault; one makes it, and the other comes with its own only when that is done.
    const one = tab(here, {
      device: {
        ...real,
        wrap: async (root) => {
          await firstValueFrom(arrived);
          return real.wrap(root);
        },
      },
    });
    const other = tab(here, {
      device: {
        ...real,
        wrap: async (root) => {
          const isKept = firstValueFrom(kept);
          arrived.next();
          await isKept;
          return real.wrap(root);
        },
      },
    });
    const first = one.vault.table<Note>('journal').put(note('a'));
    const second = other.vault.table<Note>('journal').put(note('b'));
    await first;
    kept.next();
    await second;
    const { vault } = tab(here);
    expect(await rowsOf(vault.table<Note>('journal'), 2)).toEqual([note('a'), note('b')]);
    expect(await one.vault.phrase()).toEqual(await other.vault.phrase());
  });
});

describe('Vault.setPassphrase', () => {
  it('takes the device’s own key away, so that the next visit asks', async () => {
    const here = profile();
    const { vault, database } = tab(here);
    await vault.table<Note>('journal').put(note('a'));
    await vault.setPassphrase('four quiet words here');
    expect(await database.key('device')).toBeUndefined();
    here.tabs.length = 0; // that tab is closed
    const next = tab(here).vault;
    await until(next.state$, (state) => state === 'locked');
    const notes = next.table<Note>('journal');
    expect(await until(notes.rows$, (rows) => isUnread(rows) && rows.state === 'locked')).toBeDefined();
    await expect(notes.put(note('b'))).rejects.toMatchObject({ code: 'locked' });
    expect(await next.open('four quiet words')).toBe(false);
    expect(next.state$.value).toBe('locked');
    expect(await next.open('four quiet words here')).toBe(true);
    expect(await rowsOf(notes, 1)).toEqual([note('a')]);
  });

  it('takes a passphrase however the keyboard spells its letters', async () => {
    const here = profile();
    const { vault } = tab(here);
    await vault.setPassphrase('stille Stra\u00dfe, gr\u00fcne B\u00e4ume');
    await vault.lock();
    expect(await vault.open('stille Stra\u00dfe, gru\u0308ne Ba\u0308ume')).toBe(true);
  });

  it('can be undone: the device opens it again', async () => {
    const here = profile();
    const { vault, database } = tab(here);
    await vault.table<Note>('journal').put(note('a'));
    await vault.setPassphrase('four quiet words here');
    await vault.removePassphrase();
    expect(await database.key('passphrase')).toBeUndefined();
    expect(await rowsOf(tab(here).vault.table<Note>('journal'), 1)).toEqual([note('a')]);
  });
});

describe('Vault.lock', () => {
  it('first lets what is being written be kept', async () => {
    const { vault } = tab(profile());
    const notes = vault.table<Note>('journal');
    await vault.setPassphrase('four quiet words here');
    vault.beforeLock(() => notes.put(note('draft')));
    await vault.lock();
    expect(vault.state$.value).toBe('locked');
    await vault.open('four quiet words here');
    expect(await rowsOf(notes, 1)).toEqual([note('draft')]);
  });

  it('does not wait for ever for one that keeps nothing', async () => {
    const { vault } = tab(profile());
    await vault.setPassphrase('four quiet words here');
    vault.beforeLock(() => new Promise(() => undefined));
    await vault.lock();
    expect(vault.state$.value).toBe('locked');
  });

  it('does nothing without a passphrase: there is nothing to lock with', async () => {
    const { vault } = tab(profile());
    await vault.table<Note>('journal').put(note('a'));
    await vault.lock();
    expect(vault.state$.value).toBe('open');
  });

  it('is followed by the other tabs, and so is opening', async () => {
    const here = profile();
    const [one, other] = [tab(here).vault, tab(here).vault];
    await one.setPassphrase('four quiet words here');
    await until(other.state$, (state) => state === 'open');
    await until(other.openedBy$, (by) => by === 'passphrase');
    await one.lock();
    await until(other.state$, (state) => state === 'locked');
    await other.open('four quiet words here');
    await until(one.state$, (state) => state === 'open');
  });
});

describe('Vault.openWith', () => {
  it('opens with the twelve words where the passphrase is forgotten', async () => {
    const { vault } = tab(profile());
    await vault.setPassphrase('four quiet words here');
    const phrase = await vault.phrase();
    expect(phrase).toHaveLength(12);
    await vault.lock();
    expect(await vault.openWith({ phrase: phrase.slice().reverse().join(' ') })).toBe(false);
    expect(await vault.openWith({ phrase: ` ${phrase.join(',  ').toUpperCase()}.` })).toBe(true);
  });

  it('opens with any two of three cards, and with no single one', async () => {
    const { vault } = tab(profile());
    await vault.setPassphrase('four quiet words here');
    const cards = (await vault.shares()).map((words) => words.join(' '));
    const others = (await vault.shares()).map((words) => words.join(' '));
    expect(cards.map((card) => card.split(' ').length)).toEqual([15, 15, 15]);
    await vault.lock();
    expect(await vault.openWith({ cards: [cards[0]!] })).toBe(false);
    expect(await vault.openWith({ cards: [cards[0]!, cards[0]!] })).toBe(false);
    expect(await vault.openWith({ cards: [cards[0]!, others[1]!] })).toBe(false);
    for (const [a, b] of [
      [0, 1],
      [0, 2],
      [2, 1],
    ] as const) {
      expect(await vault.openWith({ cards: [cards[a]!, cards[b]!] })).toBe(true);
      await vault.lock();
    }
  });

  it('makes a new key for this browser where its own is gone', async () => {
    const here = profile();
    const { vault, database } = tab(here);
    await vault.table<Note>('journal').put(note('a'));
    const phrase = (await vault.phrase()).join(' ');
    const wrap = (await database.key('device'))!;
    await database.keys.put({ ...wrap, box: new Uint8Array(32) });
    const next = tab(here).vault;
    await until(next.state$, (state) => state === 'locked');
    expect(await next.openWith({ phrase })).toBe(true);
    expect(await rowsOf(tab(here).vault.table<Note>('journal'), 1)).toEqual([note('a')]);
  });
});

describe('Vault.destroy', () => {
  it('leaves no row and no key, in no tab, and begins anew', async () => {
    const here = profile();
    const { vault, database } = tab(here);
    const other = tab(here).vault;
    await vault.table<Note>('journal').put(note('a'));
    await vault.remember({ backupAtMs: 1000 });
    const before = await vault.phrase();
    await vault.destroy();
    expect(await database.rows.count()).toBe(0);
    expect(await database.keys.count()).toBe(0);
    await until(other.state$, (state) => state === 'none');
    await other.table<Note>('journal').put(note('b'));
    expect(await rowsOf(vault.table<Note>('journal'), 1)).toEqual([note('b')]);
    expect(await vault.phrase()).not.toEqual(before);
    expect(vault.care$.value).toEqual({ id: 'care' });
  });
});
