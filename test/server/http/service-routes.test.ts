import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../../../server/index.ts';
import { withApp } from '../app-under-test.ts';

let isDraining = false;
const on = withApp(() => ({
  about: { mode: 'clinic', version: VERSION },
  isDraining: () => isDraining,
}));

describe('serviceRoutes', () => {
  it('says what answers here', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect((await on.get('/api/v1/service')).json).toEqual({ service: 'attune', mode: 'clinic', version });
  });

  it('is ready while the stores answer', async () => {
    expect(await on.get('/api/v1/ready')).toMatchObject({
      status: 200,
      json: { service: 'attune', ready: true },
    });
    await on.store.close();
    expect(await on.get('/api/v1/ready')).toMatchObject({ status: 503, json: { code: 'unavailable' } });
    expect((await on.get('/api/v1/service')).status).toBe(200);
  });

  it('is not ready while it drains, and goes on answering, a last time on each connection', async () => {
    isDraining = true;
    try {
      expect(await on.get('/api/v1/ready')).toMatchObject({ status: 503, json: { code: 'unavailable' } });
      const { status, headers } = await on.get('/api/v1/sessions');
      expect([status, headers['connection']]).toEqual([200, 'close']);
    } finally {
      isDraining = false;
    }
    expect((await on.get('/api/v1/sessions')).headers['connection']).not.toBe('close');
  });
});
