import { describe, expect, it } from 'vitest';
import { vaultFigures } from '../../bench/vault.ts';

describe('vaultFigures', () => {
  it('finds every row whole again on fresh profiles, by the words and by two cards', async () => {
    const { data } = await vaultFigures(['--profiles', '4']);
    expect(data).toMatchObject({ profiles: 4, restored: 4, opened: 5000 });
  });
});
