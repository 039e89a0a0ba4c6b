import { describe, expect, it } from 'vitest';
import { groupCommit } from '../../../server/sessions/group-commit.ts';

/** Doubles numbers, fails as a whole on any above 100, and notes its groups. */
const doubling = () => {
  const groups: (readonly number[])[] = [];
  const double = groupCommit<number, number>({
    work: (all) => {
      groups.push(all);
      if (all.some((it) => it > 100)) return Promise.reject(new Error('too much'));
      return Promise.resolve(all.map((it) => 2 * it));
    },
    sizeOf: (it) => it,
    mostSize: 10,
  });
  return { groups, double };
};

describe('groupCommit', () => {
  it('does together what is asked for in one turn, and gives each its own answer', async () => {
    const { groups, double } = doubling();
    expect(await Promise.all([double(1), double(2), double(3)])).toEqual([2, 4, 6]);
    expect(groups).toEqual([[1, 2, 3]]);
  });

  it('makes another group of what would be too large, and lets one alone be larger', async () => {
    const { groups, double } = doubling();
    await Promise.all([double(6), double(4), double(1), double(50), double(2)]);
    expect(groups).toEqual([[6, 4], [1], [50], [2]]);
  });

  it('fails only what is at fault itself', async () => {
    const { groups, double } = doubling();
    const answers = await Promise.allSettled([double(-200), double(101), double(3)]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(groups).toEqual([[-200, 101, 3], [-200], [101], [3]]);
  });

  it('goes on after a failure', async () => {
    const { double } = doubling();
    await expect(double(101)).rejects.toThrow('too much');
    expect(await double(4)).toBe(8);
  });
});
