import { expect, test } from './support/fixtures.ts';
import { walkWithCanaries } from './support/walk-with-canaries.ts';

test('what a person writes is found nowhere outside of the vault, nor on the disk once it is deleted', async () => {
  const walk = await walkWithCanaries();
  expect(walk.controlFound, 'the search can see').toBe(true);
  expect(walk.found).toEqual([]);
  expect(walk.left, 'rows and keys in the vault').toBe(0);
  expect(walk.searched.service).toBeGreaterThan(0);
});
