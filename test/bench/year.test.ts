import { describe, expect, it } from 'vitest';
import { yearSize } from '../../bench/year.ts';

describe('a year of daily sessions', () => {
  it.each([false, true])('takes less than 100 MB, encrypted: %s', async (encrypted) => {
    const DAYS = 4;
    const { packedMb, isSame } = await yearSize(DAYS, { encrypted, packed: true });
    expect(isSame).toBe(true);
    const one = await yearSize(1, { encrypted, packed: true });
    expect(((packedMb - one.packedMb) * 365) / (DAYS - 1)).toBeLessThan(100);
  });
});
