import fc from 'fast-check';
import { describe, it } from 'vitest';
import { brokenPromise } from '../../support/random-dosing.ts';

/** All of it takes a quarter of a minute: `ATTUNE_THOROUGH=1`, or `npx tsx bench/dosing-promises.ts`. */
const SESSIONS = process.env['ATTUNE_THOROUGH'] === '1' ? 100_000 : 5000;

describe('dosing', () => {
  it('keeps its promises in random sessions with hostile policies', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 30 }), (seed, length) => {
        const fault = brokenPromise(seed, length);
        if (fault !== undefined) throw new Error(fault);
      }),
      { numRuns: SESSIONS, seed: 6 },
    );
  });
});
