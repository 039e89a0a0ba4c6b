import { describe, expect, it } from 'vitest';
import { withApp } from '../app-under-test.ts';

const SERVICE = '/api/v1/service';
const HSTS = 'strict-transport-security';

const behind = withApp(() => ({
  trustProxy: ['10.1.0.0/16'],
  allowedHosts: ['clinic.example'],
  limits: { requestsPerMinute: 2 },
}));
const ask = async (remoteAddress: string, headers: Record<string, string>) => {
  const { statusCode, headers: answered } = await behind.app.inject({
    url: SERVICE,
    remoteAddress,
    headers: { host: 'clinic.example', ...headers },
  });
  return { status: statusCode, hsts: answered[HSTS] };
};
const statuses = async (times: number, of: (i: number) => Promise<{ status: number }>) => {
  const all: number[] = [];
  for (let i = 0; i < times; i++) all.push((await of(i)).status);
  return all;
};

describe('a trusted proxy', () => {
  it('has each of its clients counted by the own address', async () => {
    for (const client of ['192.0.2.1', '192.0.2.2', '2001:db8::1'])
      expect(await statuses(3, () => ask('10.1.2.3', { 'x-forwarded-for': client }))).toEqual([
        200, 200, 429,
      ]);
  });

  it('is believed for what it saw itself alone: what its client claims before that is nothing', async () => {
    const forged = (i: number) => ask('10.1.2.3', { 'x-forwarded-for': `198.51.100.${i}, 192.0.2.1` });
    expect(await statuses(3, forged)).toEqual([200, 200, 429]);
  });

  it('says by which scheme its client came', async () => {
    expect(await ask('10.1.2.3', { 'x-forwarded-proto': 'https' })).toMatchObject({
      hsts: 'max-age=31536000',
    });
    expect((await ask('10.1.2.3', { 'x-forwarded-proto': 'http' })).hsts).toBeUndefined();
  });
});

describe('anybody else', () => {
  it('is counted by the own address, whatever it claims', async () => {
    const forged = (i: number) =>
      ask('203.0.113.7', {
        'x-forwarded-for': `192.0.2.${i}`,
        forwarded: `for=192.0.2.${i}`,
        'x-real-ip': '1.1.1.1',
      });
    expect(await statuses(3, forged)).toEqual([200, 200, 429]);
  });

  it('does not pass plain http off as TLS', async () => {
    expect((await ask('203.0.113.7', { 'x-forwarded-proto': 'https' })).hsts).toBeUndefined();
  });

  it('is not let in by the name of another host', async () => {
    const headers = { host: 'evil.example', 'x-forwarded-host': 'clinic.example' };
    expect((await ask('203.0.113.7', headers)).status).toBe(403);
    expect((await ask('10.1.2.3', headers)).status).toBe(403);
  });
});

describe('a base path', () => {
  const under = withApp(() => ({ basePath: '/care/attune', allowedHosts: ['clinic.example'] }));

  it('is taken off, and may have been taken off by the proxy', async () => {
    for (const url of [`/care/attune${SERVICE}`, SERVICE])
      expect(await under.get(url)).toMatchObject({ status: 200, json: { service: 'attune' } });
  });

  it('leaves what only looks like it', async () => {
    for (const url of [`/care/attunes${SERVICE}`, `/care${SERVICE}`, `/care/attune/care/attune${SERVICE}`])
      expect((await under.get(url)).status).toBe(404);
  });

  it('guards what is under it as the rest', async () => {
    const elsewhere = { origin: 'https://evil.example' };
    expect((await under.get(`/care/attune${SERVICE}`, elsewhere)).status).toBe(403);
    expect((await under.get(`/care/attune${SERVICE}`)).headers['cache-control']).toBe('no-store');
    expect((await under.get('/care/attune/%61pi/v1/service', elsewhere)).status).toBe(403);
  });

  it('sends the bare path on to where the addresses of the page are found from', async () => {
    const { status, headers } = await under.get('/care/attune', { accept: 'text/html' });
    expect([status, headers['location']]).toEqual([308, '/care/attune/']);
  });

  it('shows the description of the API', async () => {
    const { status, headers } = await under.get('/care/attune/api/docs', { accept: 'text/html' });
    const at = status === 302 ? String(headers['location']) : '/care/attune/api/docs/';
    const page = await under.get(new URL(at, 'http://localhost/care/attune/api/docs').pathname);
    expect(page.status).toBe(200);
    const files = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file!);
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) {
      const { pathname } = new URL(file, 'http://localhost/care/attune/api/docs/');
      expect(pathname).toMatch(/^\/care\/attune\//);
    }
  });
});
