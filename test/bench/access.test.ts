import { describe, expect, it } from 'vitest';
import { accessTrials } from '../../bench/access.ts';

describe('accessTrials', () => {
  it(
    'finds service and model alike over 10,000 random requests, with a line for each read',
    { timeout: 240_000 },
    async () => {
      const found = await accessTrials({ seed: 7, requests: 10_000 });
      expect(found.differences).toEqual([]);
      expect(found.lines).toBe(found.expectedLines);
      expect(found.reads).toBeGreaterThan(1000);
      expect(Object.keys(found.statuses)).toEqual(
        expect.arrayContaining(['200', '201', '401', '403', '404', '409']),
      );
    },
  );
});
