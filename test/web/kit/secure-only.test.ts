import { afterEach, describe, expect, it, vi } from 'vitest';
import * as secureOnly from '../../../web/kit/secure-only.ts';

afterEach(() => void vi.unstubAllGlobals());

describe('newUuid', () => {
  it('makes ids of version 4, each another, where the browser has no maker of its own', () => {
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
    const ids = Array.from({ length: 1000 }, secureOnly.newUuid);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('writes the bytes in their order, but for version and variant', () => {
    vi.stubGlobal('crypto', { getRandomValues: (into: Uint8Array) => into.fill(0xff) });
    expect(secureOnly.newUuid()).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
  });
});

describe('what only secure pages get', () => {
  it('is absent on another page, and nothing throws', () => {
    vi.stubGlobal('navigator', {});
    const { bluetooth, storage, locks, wakeLock, mediaDevices, serviceWorker } = secureOnly;
    for (const part of [bluetooth, storage, locks, wakeLock, mediaDevices, serviceWorker])
      expect(part()).toBeUndefined();
  });
});
