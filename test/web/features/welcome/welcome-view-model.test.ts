import { describe, expect, it } from 'vitest';
import { welcomeViewModel } from '../../../../web/features/welcome/welcome-view-model.ts';

function store(refuses = false) {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => {
      if (refuses) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, text);
    },
  };
}

describe('welcomeViewModel', () => {
  it('asks once, also over a reload', () => {
    const storage = store();
    const welcome = welcomeViewModel(storage);
    expect(welcome.isNew$.value).toBe(true);
    welcome.dismiss();
    expect(welcome.isNew$.value).toBe(false);
    expect(welcomeViewModel(storage).isNew$.value).toBe(false);
  });

  it('asks once a visit where the browser keeps nothing', () => {
    const welcome = welcomeViewModel(store(true));
    welcome.dismiss();
    expect(welcome.isNew$.value).toBe(false);
  });
});
