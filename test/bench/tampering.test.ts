import { describe, expect, it } from 'vitest';
import { tamper } from '../../bench/tampering.ts';

describe('bench/tampering', () => {
  it('finds and places each byte that was changed', async () => {
    const { found, placed, missed } = await tamper({ trials: 300, seed: 2 });
    expect({ found, placed, missed }).toEqual({ found: 300, placed: 300, missed: [] });
  });
});
