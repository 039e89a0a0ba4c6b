import { describe, expect, it } from 'vitest';
import { hostile } from '../../bench/hostile.ts';

describe('hostile', () => {
  it('finds that the service answers, fails at nothing and loses nothing', async () => {
    const asked = { mode: 'personal', seed: 5, requests: 800, limited: 200, requestsPerMinute: 50 } as const;
    const found = await hostile(asked);
    expect(found.faults).toEqual([]);
    expect(found).toMatchObject({ serverErrors: 0, errorsLogged: 0, kept: found.acknowledged });
    expect(found.acknowledged).toBeGreaterThan(100);
    expect(found.refusedByLimit).toBeGreaterThan(0);
    expect(Object.keys(found.statuses)).toEqual(expect.arrayContaining(['200', '400', '403', '404', '409']));
  });

  it('finds the same of a clinic besieged by its own people, and nobody is shown what another wrote', async () => {
    const asked = { mode: 'clinic', seed: 5, requests: 800, limited: 200, requestsPerMinute: 10 } as const;
    const found = await hostile(asked);
    expect(found.faults).toEqual([]);
    expect(found).toMatchObject({ serverErrors: 0, errorsLogged: 0, kept: found.acknowledged });
    expect(found.acknowledged).toBeGreaterThan(100);
    expect(found.refusedByLimit).toBeGreaterThan(0);
    expect(Object.keys(found.statuses)).toEqual(expect.arrayContaining(['200', '400', '401', '403', '404']));
  });
});
