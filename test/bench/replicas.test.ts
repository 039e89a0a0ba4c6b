import { expect, it } from 'vitest';
import { killReplicas } from '../../bench/replicas.ts';

it('killReplicas loses nothing acknowledged as either of two services is killed under load', async () => {
  const { acknowledged, ...found } = await killReplicas({ kills: 2, rooms: 4, seed: 3 });
  expect(found).toMatchObject({ kills: 2, lost: 0, more: 0, faults: [] });
  expect(acknowledged).toBeGreaterThan(100);
});
