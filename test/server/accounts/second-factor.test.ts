import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { MINUTE_MS, PASSWORD, withClinic, type Browser } from './clinic-under-test.ts';
import { softAuthenticator } from './soft-authenticator.ts';

const on = withClinic({ secondFactor: 'staff' });

const codeOf = (secret: string, timestamp: number) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
const statusOf = async (browser: Browser, path: string) => {
  const { status, json } = await browser.ask('GET', path);
  return [status, json['code']];
};
const needsFactor = async (browser: Browser) =>
  (await browser.ask('GET', '/accounts/me')).json['needsFactor'];

const setUpApp = async (browser: Browser) => {
  const { json } = await browser.ask('POST', '/accounts/me/code');
  const secret = json['secret'] as string;
  const { status } = await browser.ask('PUT', '/accounts/me/code', { code: codeOf(secret, on.now) });
  on.now += 30_000;
  return { status, secret };
};
const addPasskey = async (browser: Browser, key = softAuthenticator()) => {
  const { json, status } = await browser.ask('POST', '/accounts/me/passkeys/begin');
  if (status !== 200) return [status, json['code']];
  const passkey = key.make(json['options'] as never);
  return [(await browser.ask('POST', '/accounts/me/passkeys', { name: 'key', passkey })).status, undefined];
};

describe('a second factor', () => {
  it.each(['owner', 'admin', 'clinician', 'researcher'] as const)(
    'is asked of an %s before anything else is let happen',
    async (role) => {
      const browser = await on.member('anna', role);
      for (const path of ['/sessions', '/accounts/me/sign-ins'])
        expect([path, (await browser.ask('GET', path)).status]).toEqual([path, 403]);
      expect(await statusOf(browser, '/sessions')).toEqual([403, 'second-factor']);
      expect(await needsFactor(browser)).toBe(true);
      const before = browser.cookies.get('attune-sign-in');
      expect((await setUpApp(browser)).status).toBe(200);
      expect(browser.cookies.get('attune-sign-in')).not.toBe(before);
      expect(await statusOf(browser, '/sessions')).toEqual([200, undefined]);
      expect(await needsFactor(browser)).toBe(false);
    },
  );

  it('is not asked of a client', async () => {
    const browser = await on.member('kim', 'client');
    expect(await statusOf(browser, '/sessions')).toEqual([200, undefined]);
  });

  it('is a passkey by itself, added or used', async () => {
    const browser = await on.member('anna', 'clinician');
    const key = softAuthenticator();
    expect(await addPasskey(browser, key)).toEqual([200, undefined]);
    expect(await statusOf(browser, '/sessions')).toEqual([200, undefined]);
    const other = on.browser();
    const { json } = await other.ask('POST', '/accounts/sign-in/passkey/begin');
    await other.ask('POST', '/accounts/sign-in/passkey', { passkey: key.use(json['options'] as never) });
    expect(await statusOf(other, '/sessions')).toEqual([200, undefined]);
  });

  it('cannot be put beside the one that there is by who has the password alone', async () => {
    const browser = await on.member('anna', 'clinician');
    const key = softAuthenticator();
    await addPasskey(browser, key);
    const thief = on.browser();
    await thief.signIn('anna');
    expect(await needsFactor(thief)).toBe(true);
    expect(await addPasskey(thief)).toEqual([403, 'second-factor']);
    expect((await thief.ask('POST', '/accounts/me/code')).json['code']).toBe('second-factor');
    for (const [method, path] of [
      ['DELETE', '/accounts/me/code'],
      ['DELETE', '/accounts/me/sign-ins'],
      ['POST', '/accounts/me/code/recovery-codes'],
    ] as const)
      expect((await thief.ask(method, path)).json['code']).toBe('second-factor');
    expect((await thief.ask('PUT', '/accounts/me/password', { password: PASSWORD })).status).toBe(403);
    // Who has the passkey as well shows it, and goes on.
    const { json } = await thief.ask('POST', '/accounts/me/proof/begin');
    const shown = { passkey: key.use(json['options'] as never) };
    expect((await thief.ask('POST', '/accounts/me/proof', shown)).status).toBe(200);
    expect(await statusOf(thief, '/sessions')).toEqual([200, undefined]);
  });

  it('is not made up by the password, proved once more', async () => {
    const browser = await on.member('anna', 'clinician');
    await browser.ask('POST', '/accounts/me/proof', { password: PASSWORD });
    expect(await statusOf(browser, '/sessions')).toEqual([403, 'second-factor']);
  });

  it('is shown by a code of the app too, each good once', async () => {
    const browser = await on.member('anna', 'clinician');
    const { secret } = await setUpApp(browser);
    const code = codeOf(secret, on.now);
    expect((await browser.ask('POST', '/accounts/me/proof', { code })).status).toBe(200);
    expect((await browser.ask('POST', '/accounts/me/proof', { code })).status).toBe(401);
    expect(await statusOf(browser, '/sessions')).toEqual([200, undefined]);
  });

  it('is not taken away where it is the last', async () => {
    const browser = await on.member('anna', 'clinician');
    await setUpApp(browser);
    expect((await browser.ask('DELETE', '/accounts/me/code')).json['code']).toBe('last-factor');
    expect(await addPasskey(browser)).toEqual([200, undefined]);
    expect((await browser.ask('DELETE', '/accounts/me/code')).status).toBe(200);
    const { passkeys } = (await browser.ask('GET', '/accounts/me')).json as { passkeys: { id: string }[] };
    const last = await browser.ask('DELETE', `/accounts/me/passkeys/${passkeys[0]!.id}`);
    expect(last.json['code']).toBe('last-factor');
  });

  it('locks no first owner out: whoever left before it was set up is led through it the next time', async () => {
    const browser = await on.member('olga', 'owner');
    await browser.ask('POST', '/accounts/sign-out');
    on.now += 60 * MINUTE_MS;
    expect((await browser.signIn('olga')).json['next']).toBe('in');
    expect((await setUpApp(browser)).status).toBe(200);
    expect(await statusOf(browser, '/accounts')).toEqual([200, undefined]);
  });
});

describe('what others could abuse from a browser that was left open', () => {
  it.each([
    ['DELETE', '/accounts/me/sign-ins', undefined],
    ['DELETE', '/accounts/me/sign-ins/00000000-0000-4000-8000-000000000001', undefined],
    ['POST', '/accounts/invitations', { signInName: 'mallory', role: 'owner' }],
    ['DELETE', '/accounts/me/provider', undefined],
  ] as const)('asks for a proof within ten minutes: %s %s', async (method, path, body) => {
    const browser = await on.member('olga', 'owner');
    await setUpApp(browser);
    on.now += 10 * MINUTE_MS;
    expect((await browser.ask(method, path, body)).json['code']).toBe('prove-again');
    await browser.ask('POST', '/accounts/me/proof', { password: PASSWORD });
    expect((await browser.ask(method, path, body)).json['code']).not.toBe('prove-again');
  });
});
