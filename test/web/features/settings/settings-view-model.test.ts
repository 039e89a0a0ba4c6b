import { describe, expect, it } from 'vitest';
import type { Belongings } from '../../../../web/kit/belongings.ts';
import { settingsViewModel } from '../../../../web/features/settings/settings-view-model.ts';

const kind = (title: string, about: Partial<Belongings> = {}): Belongings => ({
  ...{ folder: title, title },
  take: () => Promise.resolve([{ path: 'a.txt', bytes: new Uint8Array([1, 2]) }]),
  put: () => Promise.resolve(),
  destroy: () => Promise.resolve(),
  ...about,
});

function underTest(kinds: readonly Belongings[], pending = 0) {
  const saved: { name: string; bytes: Uint8Array<ArrayBuffer> }[] = [];
  const swept: { readonly outbox: boolean }[] = [];
  const settings = settingsViewModel({
    kinds,
    readMe: () => 'What is in it',
    now: () => Date.UTC(2026, 10, 27),
    save: (name, bytes) => saved.push({ name, bytes }),
    pending: () => Promise.resolve(pending),
    sweep: (but) => Promise.resolve(void swept.push(but)),
  });
  return { settings, saved, swept };
}

describe('settingsViewModel', () => {
  it('hands over one file, named by its day and by nothing of the person', async () => {
    const { settings, saved } = underTest([kind('journal')]);
    await settings.take();
    expect(saved.map(({ name }) => name)).toEqual(['attune-2026-11-27.zip']);
    expect(settings.work$.value).toEqual({ at: 'taken' });
  });

  it('hands over nothing where one kind is locked, and says which', async () => {
    const locked = kind('Journal', { take: () => Promise.reject(new Error('locked')) });
    const { settings, saved } = underTest([kind('a'), locked]);
    await settings.take();
    expect(saved).toEqual([]);
    expect(settings.work$.value).toEqual({ at: 'failed', doing: 'take', kind: 'Journal', why: 'locked' });
  });

  it('puts in what it handed over', async () => {
    const got: string[] = [];
    const one = kind('songs', {
      put: (files) => Promise.resolve(void got.push(...files.map((f) => f.path))),
    });
    const { settings, saved } = underTest([one]);
    await settings.take();
    await settings.put(new Blob([saved[0]!.bytes]));
    expect(got).toEqual(['a.txt']);
    expect(settings.work$.value).toEqual({ at: 'put', kinds: ['songs'], other: [] });
  });

  it('changes nothing by a file that is no parcel', async () => {
    const { settings } = underTest([kind('a', { put: () => Promise.reject(new Error('never asked')) })]);
    await settings.put(new Blob(['hello']));
    expect(settings.work$.value).toEqual({ at: 'no-parcel' });
  });

  it('destroys every kind, then sweeps; what is still to delete at the service keeps its list', async () => {
    const gone: string[] = [];
    const dying = (title: string) => kind(title, { destroy: () => Promise.resolve(void gone.push(title)) });
    const { settings, swept } = underTest([dying('a'), dying('b')], 2);
    await settings.destroy();
    expect([gone, swept]).toEqual([['a', 'b'], [{ outbox: true }]]);
    expect(settings.work$.value).toEqual({ at: 'destroyed', pending: 2 });
  });

  it('sweeps nothing where a kind could not be destroyed', async () => {
    const { settings, swept } = underTest([
      kind('a', { destroy: () => Promise.reject(new Error('blocked')) }),
    ]);
    await settings.destroy();
    expect(swept).toEqual([]);
    expect(settings.work$.value).toMatchObject({ at: 'failed', doing: 'destroy', kind: 'a' });
  });
});
