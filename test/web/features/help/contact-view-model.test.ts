import { describe, expect, it } from 'vitest';
import { contactViewModel } from '../../../../web/features/help/contact-view-model.ts';

const storageOf = (items = new Map<string, string>()) => ({
  getItem: (key: string) => items.get(key) ?? null,
  setItem: (key: string, value: string) => void items.set(key, value),
});

const ana = { name: 'Ana', number: '+44 20 7946 0000' };

describe('contactViewModel', () => {
  it('has nobody at first', () => {
    expect(contactViewModel(storageOf()).contact$.value).toBeUndefined();
  });

  it('keeps the person beyond the page', () => {
    const items = new Map<string, string>();
    contactViewModel(storageOf(items)).keep(ana);
    expect(contactViewModel(storageOf(items)).contact$.value).toEqual(ana);
  });

  it('keeps the person as long as the page where the browser forbids more', () => {
    const forbidding = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('no', 'QuotaExceededError');
      },
    };
    const view = contactViewModel(forbidding);
    view.keep(ana);
    expect(view.contact$.value).toEqual(ana);
  });

  it.each(['', 'no json', '{"name":"Ana"}', 'null'])('has nobody where %j was stored', (text) => {
    expect(contactViewModel(storageOf(new Map([['attune-contact', text]]))).contact$.value).toBeUndefined();
  });
});
