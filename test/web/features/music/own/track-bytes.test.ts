import { describe, expect, it } from 'vitest';
import { firstThatCan, type TrackBytes } from '../../../../../web/features/music/own/track-bytes.ts';

/** Keeps in memory, or fails as a browser would. */
function shelf(fails?: DOMException) {
  const kept = new Map<string, Blob>();
  const bytes: TrackBytes = {
    put: (id, file) => (fails ? Promise.reject(fails) : Promise.resolve(void kept.set(id, file))),
    get: (id) => Promise.resolve(kept.get(id)),
    remove: (id) => Promise.resolve(void kept.delete(id)),
  };
  return { kept, bytes };
}

describe('firstThatCan', () => {
  const file = new Blob(['song']);

  it('keeps in the first, or in the second where the first cannot be written to', async () => {
    const [first, second] = [shelf(), shelf()];
    await firstThatCan(first.bytes, second.bytes).put('a', file);
    expect([first.kept.size, second.kept.size]).toEqual([1, 0]);
    const broken = shelf(new DOMException('no writing here', 'NotSupportedError'));
    const both = firstThatCan(broken.bytes, second.bytes);
    await both.put('b', file);
    expect(await both.get('b')).toBe(file);
    await both.remove('b');
    expect(await both.get('b')).toBeUndefined();
  });

  it('says that there is no room, and does not try elsewhere', async () => {
    const [full, second] = [shelf(new DOMException('full', 'QuotaExceededError')), shelf()];
    await expect(firstThatCan(full.bytes, second.bytes).put('a', file)).rejects.toThrow('full');
    expect(second.kept.size).toBe(0);
  });
});
