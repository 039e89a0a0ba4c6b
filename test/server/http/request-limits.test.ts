import { afterEach, describe, expect, it } from 'vitest';
import { accountId, openClinic, type Clinic } from '../../support/clinic.ts';

let clinic: Clinic | undefined;
afterEach(() => clinic?.close());

const open = async (limits: { readonly ofAddress: number; readonly ofAccount: number }) => {
  clinic = await openClinic({
    app: {
      limits: {
        requestsPerMinute: limits.ofAddress,
        requestsPerMinuteOfAccount: limits.ofAccount,
        eventLoopDelayMs: 1e9,
        heapBytes: 1e12,
      },
    },
  });
  for (const n of [1, 2]) clinic.accounts.set(accountId(n), 'client');
  const opened = clinic;
  return async (as: string | undefined, times: number): Promise<readonly number[]> => {
    const statuses: number[] = [];
    for (let i = 0; i < times; i += 1) statuses.push((await opened.ask({ as, path: '/sessions' })).status);
    return statuses;
  };
};

describe('requestLimits', () => {
  it('count what is refused for want of a sign-in, too', async () => {
    const ask = await open({ ofAddress: 3, ofAccount: 100 });
    expect(await ask(undefined, 5)).toEqual([401, 401, 401, 429, 429]);
  });

  it('refuse the one account that asks too much, and no other of its address', async () => {
    const ask = await open({ ofAddress: 100, ofAccount: 3 });
    expect(await ask(accountId(1), 5)).toEqual([200, 200, 200, 429, 429]);
    expect(await ask(accountId(2), 3)).toEqual([200, 200, 200]);
  });

  it('say when to come again', async () => {
    const ask = await open({ ofAddress: 100, ofAccount: 1 });
    await ask(accountId(1), 1);
    const refused = await clinic!.app.inject({
      url: '/api/v1/sessions',
      headers: { 'x-account': accountId(1) },
    });
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect(refused.json()).toMatchObject({ code: 'too-many-requests' });
  });
});
