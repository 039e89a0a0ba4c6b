import { describe, expect, it } from 'vitest';
import { browserOwner } from '../../../web/storage/owner.ts';

const storage = (kept = new Map<string, string>()) => ({
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
});

describe('browserOwner', () => {
  it('is nobody at first, and is remembered by the next page until they sign out', () => {
    const kept = new Map<string, string>();
    const first = browserOwner(storage(kept));
    expect(first.owner$.value).toBeUndefined();
    first.become('anna');
    expect(browserOwner(storage(kept)).owner$.value).toBe('anna');
    first.become(undefined);
    expect(browserOwner(storage(kept)).owner$.value).toBeUndefined();
  });

  it('tells of each change once', () => {
    const told: (string | undefined)[] = [];
    const { owner$, become } = browserOwner(storage());
    owner$.subscribe((owner) => told.push(owner));
    for (const owner of ['anna', 'anna', 'bert', undefined]) become(owner);
    expect(told).toEqual([undefined, 'anna', 'bert', undefined]);
  });
});
