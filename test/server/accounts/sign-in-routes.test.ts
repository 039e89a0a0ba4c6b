import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, PASSWORD, withClinic } from './clinic-under-test.ts';

const on = withClinic();
const COOKIE = /^attune-sign-in=([\w-]+); Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict$/;
const WRONG = 'not the one it is';

describe('POST /accounts/sign-in', () => {
  it('lets in whoever has name and password, however the name is typed', async () => {
    await on.member('anna@clinic.example', 'clinician');
    const browser = on.browser();
    const answer = await browser.signIn('  Anna@Clinic.Example ');
    expect([answer.status, answer.json]).toEqual([200, { service: 'attune', next: 'in' }]);
    expect((await browser.ask('GET', '/accounts/me')).json).toMatchObject({
      signInName: 'anna@clinic.example',
      shownName: 'anna@clinic.example of the clinic',
      role: 'clinician',
    });
  });

  it('takes the password as it is: with spaces, of any script, 1000 characters long, not cut', async () => {
    const long = ` ${'påßwörd 🐦 '.repeat(80)}`.slice(0, 999);
    const token = await on.invited('anna', 'client');
    const accept = { token, password: `${long}x` };
    expect((await on.browser().ask('POST', '/accounts/invitations/accept', accept)).status).toBe(200);
    expect((await on.browser().signIn('anna', `${long}y`)).status).toBe(401);
    expect((await on.browser().signIn('anna', long)).status).toBe(401);
    expect((await on.browser().signIn('anna', `${long}x`.normalize('NFD'))).status).toBe(200);
  });

  it('answers a wrong password, an unknown name and a disabled account alike, after equal work', async () => {
    await on.member('anna', 'clinician');
    await on.member('gone', 'client');
    const { id } = (await on.store.accounts.named('gone'))!;
    await on.store.accounts.change(id, { disabledAtMs: on.now });
    const answerTo = async (name: string, password: string) => {
      const before = on.hasher.checked;
      const { status, json, headers, setCookies } = await on.browser().signIn(name, password);
      return [status, json, headers['content-length'], setCookies, on.hasher.checked - before];
    };
    const wrong = await answerTo('anna', WRONG);
    expect(wrong).toEqual([
      401,
      expect.objectContaining({ code: 'wrong-credentials' }),
      expect.anything(),
      [],
      1,
    ]);
    expect(await answerTo('nobody', WRONG)).toEqual(wrong);
    expect(await answerTo('nobody', PASSWORD)).toEqual(wrong);
    expect(await answerTo('gone', PASSWORD)).toEqual(wrong);
  });

  it('holds up guessing at a name, known or not, for longer each time but never above 15 minutes', async () => {
    await on.member('anna', 'clinician');
    const waitsOf = async (name: string) => {
      const waits: number[] = [];
      for (let i = 0; i < 13; i += 1) {
        const browser = on.browser({ address: `198.51.100.${i}` });
        expect((await browser.signIn(name, WRONG)).status).toBe(401);
        const blocked = i < 4 ? undefined : await browser.signIn(name, PASSWORD);
        if (!blocked) continue;
        expect([blocked.status, blocked.json['code']]).toEqual([429, 'too-many-requests']);
        const waitS = Number(blocked.headers['retry-after']);
        waits.push(waitS);
        on.now += waitS * 1000;
      }
      return waits;
    };
    const waits = await waitsOf('anna');
    expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900, 900, 900]);
    expect(await waitsOf('nobody')).toEqual(waits);
    // Whoever waited gets in, and all is forgotten.
    expect((await on.browser().signIn('anna')).status).toBe(200);
    expect((await on.browser().signIn('anna', WRONG)).status).toBe(401);
    expect((await on.browser().signIn('anna')).status).toBe(200);
  });

  it('does not lock a person out of a browser that they used before, however others guess', async () => {
    const own = await on.member('anna', 'clinician');
    await own.ask('POST', '/accounts/sign-out');
    for (let i = 0; i < 5; i += 1) await on.browser().signIn('anna', WRONG);
    expect((await on.browser().signIn('anna')).status).toBe(429);
    expect((await own.signIn('anna')).status).toBe(200);
    // That browser is no way round it for guessing either.
    for (let i = 0; i < 5; i += 1) expect((await own.signIn('anna', WRONG)).status).toBe(401);
    expect((await own.signIn('anna')).status).toBe(429);
  });

  it('counts a browser as known for the account alone that used it', async () => {
    const own = await on.member('bert', 'client');
    await on.member('anna', 'clinician');
    for (let i = 0; i < 5; i += 1) await on.browser().signIn('anna', WRONG);
    expect((await own.signIn('anna')).status).toBe(429);
  });

  it('lets no more attempts through when they come all at once', async () => {
    await on.member('anna', 'clinician');
    const many = Array.from({ length: 30 }, (_, i) =>
      on.browser({ address: `198.51.100.${i}` }).signIn('anna', WRONG),
    );
    const statuses = (await Promise.all(many)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(25);
  });

  it('holds up an address that tries many names, of IPv6 its whole network, and lets no success count', async () => {
    await on.member('anna', 'clinician');
    const from = (i: number) => on.browser({ address: `2001:db8:1:2::${i.toString(16)}` });
    for (let i = 0; i < 100; i += 1) expect((await from(i).signIn(`name ${i}`, WRONG)).status).toBe(401);
    expect((await from(1000).signIn('anna')).status).toBe(429);
    expect((await on.browser({ address: '2001:db8:1:3::1' }).signIn('anna')).status).toBe(200);
    on.now += MINUTE_MS;
    for (let i = 0; i < 120; i += 1) expect((await from(i).signIn('anna')).status).toBe(200);
  });

  it.each([
    ['no password', { signInName: 'anna' }],
    ['a password of a megabyte', { signInName: 'anna', password: 'x'.repeat(1_000_000) }],
    ['a number', { signInName: 7, password: 'x' }],
    ['more than asked for', { signInName: 'anna', password: 'x', role: 'owner' }],
  ])('refuses %s before any work is done', async (_what, body) => {
    const { status, json } = await on.browser().ask('POST', '/accounts/sign-in', body);
    expect([status, json['code']]).toEqual([400, 'invalid-request']);
    expect(on.hasher.checked).toBe(0);
  });
});

describe('a sign-in', () => {
  it('is a cookie of 256 bits that no script reads and no other site has sent; only a digest is kept', async () => {
    const { setCookies } = await (await on.member('anna', 'client')).signIn('anna');
    const [cookie] = setCookies;
    const [, token] = COOKIE.exec(cookie!)!;
    expect(Buffer.from(token!, 'base64url')).toHaveLength(32);
    expect(await on.store.signIns.find(token!)).toBeUndefined();
  });

  it('has a new token each time, and the one before is good no more', async () => {
    const browser = await on.member('anna', 'clinician');
    const before = browser.cookies.get('attune-sign-in')!;
    await browser.signIn('anna');
    expect(browser.cookies.get('attune-sign-in')).not.toBe(before);
    browser.cookies.set('attune-sign-in', before);
    expect((await browser.ask('GET', '/accounts/me')).json['code']).toBe('not-signed-in');
  });

  it('does nothing for a page that means somebody else, who was signed in before', async () => {
    const [anna, bert] = [await on.member('anna', 'client'), await on.member('bert', 'client')];
    const idOf = async (browser: typeof anna) =>
      (await browser.ask('GET', '/accounts/me')).json['id'] as string;
    const list = async (meant: string) => {
      const cookie = [...bert.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const headers = { cookie, 'attune-account': meant };
      return (await on.app.inject({ url: '/api/v1/sessions', headers })).statusCode;
    };
    expect(await list(await idOf(anna))).toBe(401);
    expect(await list(await idOf(bert))).toBe(200);
  });

  it('takes no token that a browser brings along: nobody is signed in by a link or a planted cookie', async () => {
    await on.member('anna', 'clinician');
    const planted = 'A'.repeat(43);
    const browser = on.browser();
    browser.cookies.set('attune-sign-in', planted);
    await browser.signIn('anna');
    expect(browser.cookies.get('attune-sign-in')).not.toBe(planted);
  });

  it.each([
    ['staff after an hour without use', 'clinician', HOUR_MS, 12 * HOUR_MS],
    ['a client after two weeks without use', 'client', 14 * DAY_MS, 30 * DAY_MS],
  ] as const)('ends for %s, and at its end however it is used', async (_whose, role, idleMs, wholeMs) => {
    const status = async () => (await browser.ask('GET', '/accounts/me')).status;
    const browser = await on.member('anna', role);
    const begunMs = on.now;
    on.now += idleMs - 1;
    expect(await status()).toBe(200);
    on.now += idleMs;
    expect(await status()).toBe(401);
    on.now -= idleMs;
    // It ended for good.
    expect(await status()).toBe(401);

    await browser.signIn('anna');
    const againMs = on.now;
    while (on.now + idleMs - 1 < againMs + wholeMs) {
      on.now += idleMs - 1;
      expect(await status()).toBe(200);
    }
    on.now = againMs + wholeMs;
    expect(begunMs).toBeLessThan(againMs);
    expect(await status()).toBe(401);
  });

  it('ends when it is signed out, also for whoever has copied the cookie', async () => {
    const browser = await on.member('anna', 'clinician');
    const copied = browser.cookies.get('attune-sign-in')!;
    expect((await browser.ask('POST', '/accounts/sign-out')).status).toBe(200);
    expect(browser.cookies.has('attune-sign-in')).toBe(false);
    browser.cookies.set('attune-sign-in', copied);
    expect((await browser.ask('GET', '/accounts/me')).status).toBe(401);
    expect((await browser.ask('POST', '/accounts/sign-out')).status).toBe(200);
  });

  it('is needed for everything that is kept of people', async () => {
    const id = '00000000-0000-4000-8000-000000000001';
    for (const path of [
      '/sessions',
      `/sessions/${id}`,
      `/sessions/${id}/events`,
      `/sessions/${id}/export`,
      '/accounts',
      '/accounts/me',
      '/accounts/invitations',
    ]) {
      const { status, json } = await on.browser().ask('GET', path);
      expect([path, status, json['code']]).toEqual([path, 401, 'not-signed-in']);
    }
    const posted = await on.browser().ask('POST', '/sessions', { id, startedAtMs: 0, protocol: 'x' });
    expect(posted.status).toBe(401);
    expect((await (await on.member('anna', 'clinician')).ask('GET', '/sessions')).status).toBe(200);
  });

  it('does nothing for a page of another site, though a browser sent the cookie', async () => {
    const own = await on.member('anna', 'owner');
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin: 'http://evil.localhost' },
      { origin: 'null' },
    ] as Record<string, string>[]) {
      const foreign = on.browser({ headers });
      for (const [name, value] of own.cookies) foreign.cookies.set(name, value);
      for (const [method, path] of [
        ['POST', '/accounts/sign-out'],
        ['DELETE', '/accounts/me/sign-ins'],
        ['GET', '/accounts/me'],
      ] as const)
        expect((await foreign.ask(method, path)).json['code']).toBe('cross-origin');
    }
    expect((await own.ask('GET', '/accounts/me')).status).toBe(200);
  });
});

describe('over https', () => {
  const safe = withClinic({ secure: true });

  it('the cookie is for this host and https alone', async () => {
    const browser = await safe.member('anna', 'clinician');
    const { setCookies } = await browser.signIn('anna');
    expect(setCookies[0]).toMatch(
      /^__Host-attune-sign-in=[^;]+;.* Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect((await browser.ask('GET', '/accounts/me')).status).toBe(200);
    // One that another host of the domain could have set is not looked at.
    browser.cookies.set('attune-sign-in', browser.cookies.get('__Host-attune-sign-in')!);
    browser.cookies.delete('__Host-attune-sign-in');
    expect((await browser.ask('GET', '/accounts/me')).status).toBe(401);
  });
});
