import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { MINUTE_MS, PASSWORD, withClinic, type Browser } from './clinic-under-test.ts';
import { softAuthenticator, type SoftAuthenticator } from './soft-authenticator.ts';

const on = withClinic();
const CODE_MS = 30_000;

const appOf = (secret: string) => {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  return { codeAt: (timestamp: number) => totp.generate({ timestamp }) };
};

/** A browser of somebody who has an authenticator app, signed in; with the app and the recovery codes. */
const withApp = async (name: string) => {
  const browser = await on.member(name, 'clinician');
  const { json: setUp } = await browser.ask('POST', '/accounts/me/code');
  const app = appOf(setUp['secret'] as string);
  const { status, json } = await browser.ask('PUT', '/accounts/me/code', { code: app.codeAt(on.now) });
  expect(status).toBe(200);
  on.now += CODE_MS;
  return { browser, app, setUp, recoveryCodes: json['recoveryCodes'] as string[] };
};

const code = (browser: Browser, given: string) =>
  browser.ask('POST', '/accounts/sign-in/code', { code: given });

describe('an authenticator app', () => {
  it('is set up by a secret of 160 bits, that an app reads from an address', async () => {
    const { setUp } = await withApp('anna');
    expect(Secret.fromBase32(setUp['secret'] as string).bytes).toHaveLength(20);
    expect(setUp['uri']).toBe(
      `otpauth://totp/Attune:anna?issuer=Attune&secret=${String(setUp['secret'])}&algorithm=SHA1&digits=6&period=30`,
    );
  });

  it('is asked for only once a code of it was right', async () => {
    const browser = await on.member('anna', 'clinician');
    await browser.ask('POST', '/accounts/me/code');
    expect((await browser.ask('PUT', '/accounts/me/code', { code: '000000' })).status).toBe(401);
    expect((await on.browser().signIn('anna')).json['next']).toBe('in');
  });

  it('keeps whoever has only the password from everything', async () => {
    const { app } = await withApp('anna');
    const browser = on.browser();
    expect((await browser.signIn('anna')).json['next']).toBe('code');
    for (const path of ['/accounts/me', '/sessions', '/accounts/me/sign-ins'])
      expect((await browser.ask('GET', path)).status).toBe(401);
    const before = browser.cookies.get('attune-sign-in');
    expect((await code(browser, app.codeAt(on.now))).json['next']).toBe('in');
    expect(browser.cookies.get('attune-sign-in')).not.toBe(before);
    expect((await browser.ask('GET', '/accounts/me')).json['hasCode']).toBe(true);
  });

  it('takes each code once, and none that is older or newer than a minute', async () => {
    const { app } = await withApp('anna');
    const given = async (atMs: number) => {
      const browser = on.browser();
      await browser.signIn('anna');
      return (await code(browser, app.codeAt(atMs))).status;
    };
    on.now += 10 * CODE_MS;
    expect(await given(on.now - 2 * CODE_MS)).toBe(401);
    expect(await given(on.now + 2 * CODE_MS)).toBe(401);
    expect(await given(on.now - CODE_MS)).toBe(200);
    expect(await given(on.now - CODE_MS)).toBe(401);
    expect(await given(on.now)).toBe(200);
    expect(await given(on.now)).toBe(401);
    // Nor one that is older than the last that was taken.
    on.now += CODE_MS;
    expect(await given(on.now - CODE_MS)).toBe(401);
  });

  it('waits five minutes for the code, and holds up guessing at it', async () => {
    const { app } = await withApp('anna');
    const late = on.browser();
    await late.signIn('anna');
    on.now += 5 * MINUTE_MS;
    expect((await code(late, app.codeAt(on.now))).json['code']).toBe('not-signed-in');
    const guessing = on.browser();
    await guessing.signIn('anna');
    for (let i = 0; i < 5; i += 1) expect((await code(guessing, '000000')).status).toBe(401);
    expect((await code(guessing, app.codeAt(on.now))).status).toBe(429);
  });

  it('is done without by a recovery code, each once, however it is typed', async () => {
    const { recoveryCodes } = await withApp('anna');
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const one of recoveryCodes) expect(one).toMatch(/^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}$/);
    const [first, second] = recoveryCodes as [string, string];
    for (const [given, status] of [
      [first, 200],
      [first, 401],
      [` ${second.toUpperCase().replace('-', ' ')}`, 200],
    ] as const) {
      const browser = on.browser();
      await browser.signIn('anna');
      expect((await code(browser, given)).status).toBe(status);
    }
  });

  it('gives another account’s recovery code nobody', async () => {
    const { recoveryCodes } = await withApp('anna');
    await withApp('bert');
    const browser = on.browser();
    await browser.signIn('bert');
    expect((await code(browser, recoveryCodes[0]!)).status).toBe(401);
  });

  it('is removed with its recovery codes', async () => {
    const { browser } = await withApp('anna');
    expect((await browser.ask('POST', '/accounts/me/code')).status).toBe(409);
    expect((await browser.ask('DELETE', '/accounts/me/code')).status).toBe(200);
    expect((await browser.ask('GET', '/accounts/me')).json).toMatchObject({
      hasCode: false,
      recoveryCodesLeft: 0,
    });
    expect((await on.browser().signIn('anna')).json['next']).toBe('in');
  });

  it('never has secret, code or password in the log', async () => {
    const { setUp, recoveryCodes, browser } = await withApp('anna');
    for (const secret of [setUp['secret'], ...recoveryCodes, PASSWORD, browser.cookies.get('attune-sign-in')])
      expect(on.log()).not.toContain(secret);
  });
});

const beginAdding = async (browser: Browser) =>
  (await browser.ask('POST', '/accounts/me/passkeys/begin')).json['options'] as never;
const beginSignIn = async (browser: Browser) =>
  (await browser.ask('POST', '/accounts/sign-in/passkey/begin')).json['options'] as never;
const signInBy = async (browser: Browser, passkey: object) =>
  browser.ask('POST', '/accounts/sign-in/passkey', { passkey });

const withPasskey = async (name: string): Promise<{ browser: Browser; key: SoftAuthenticator }> => {
  const browser = await on.member(name, 'clinician');
  const key = softAuthenticator();
  const passkey = key.make(await beginAdding(browser));
  const { status } = await browser.ask('POST', '/accounts/me/passkeys', { name: 'key ring', passkey });
  expect(status).toBe(200);
  return { browser, key };
};

describe('a passkey', () => {
  it('signs in by itself, without name, password or code', async () => {
    const { key } = await withPasskey('anna');
    const browser = on.browser();
    expect((await signInBy(browser, key.use(await beginSignIn(browser)))).status).toBe(200);
    expect((await browser.ask('GET', '/accounts/me')).json).toMatchObject({
      signInName: 'anna',
      passkeys: [{ shownName: 'key ring', addedAtMs: on.now, usedAtMs: on.now }],
    });
  });

  it('is not held up by others who guess at the password', async () => {
    const { key } = await withPasskey('anna');
    for (let i = 0; i < 5; i += 1) await on.browser().signIn('anna', 'wrong');
    const browser = on.browser();
    expect((await browser.signIn('anna')).status).toBe(429);
    expect((await signInBy(browser, key.use(await beginSignIn(browser)))).status).toBe(200);
  });

  it.each<[string, (key: SoftAuthenticator, browser: Browser) => Promise<object>]>([
    [
      'an answer that was given before',
      async (key, browser) => {
        const answer = key.use(await beginSignIn(browser));
        await signInBy(browser, answer);
        return answer;
      },
    ],
    ['an answer to nothing', (key) => Promise.resolve(key.use({ challenge: 'AAAA', rpId: 'localhost' }))],
    [
      'an answer that comes too late',
      async (key, browser) => {
        const answer = key.use(await beginSignIn(browser));
        on.now += 5 * MINUTE_MS;
        return answer;
      },
    ],
    [
      'an answer for another site',
      async (key, browser) => key.use(await beginSignIn(browser), 'https://attune.evil.example'),
    ],
    [
      'an answer for another host',
      async (key, browser) =>
        key.use({ ...((await beginSignIn(browser)) as object), rpId: 'evil.example' } as never),
    ],
    [
      'a key that nobody unlocked',
      async (key, browser) => {
        key.isUnlocked = false;
        return key.use(await beginSignIn(browser));
      },
    ],
    [
      'a copy of the key, whose counter is behind',
      async (key, browser) => {
        await signInBy(browser, key.use(await beginSignIn(browser)));
        key.counter -= 1;
        return key.use(await beginSignIn(browser));
      },
    ],
    [
      'a key that nobody has added',
      async (_key, browser) => softAuthenticator().use(await beginSignIn(browser)),
    ],
    [
      'what was begun for something else',
      async (key) => {
        const own = await on.member('bert', 'client');
        const { json } = await own.ask('POST', '/accounts/me/proof/begin');
        return key.use(json['options'] as never);
      },
    ],
  ])('does not let in %s', async (_what, answerOf) => {
    const { key } = await withPasskey('anna');
    const browser = on.browser();
    const { status, json } = await signInBy(browser, await answerOf(key, browser));
    expect([status, json['code']]).toEqual([401, 'wrong-credentials']);
  });

  it.each([
    { id: 'x', response: {} },
    { id: 'x'.repeat(500), response: { clientDataJSON: 7 } },
  ])('takes nonsense for a wrong one: %j', async (passkey) => {
    expect((await signInBy(on.browser(), passkey)).status).toBe(401);
    const { browser } = await withPasskey('anna');
    const added = await browser.ask('POST', '/accounts/me/passkeys', { name: 'x', passkey });
    expect(added.status).toBe(401);
  });

  it('is one account’s: added once, and not to another', async () => {
    const { key } = await withPasskey('anna');
    const other = await on.member('bert', 'client');
    const passkey = key.make(await beginAdding(other));
    expect((await other.ask('POST', '/accounts/me/passkeys', { name: 'x', passkey })).status).toBe(401);
  });

  it('is removed by its account alone, and not where nothing else would be left', async () => {
    const token = await on.invited('anna', 'clinician');
    const browser = on.browser();
    const key = softAuthenticator();
    const begun = await browser.ask('POST', '/accounts/invitations/passkey/begin', { token });
    const passkey = key.make(begun.json['options'] as never);
    const accepted = await browser.ask('POST', '/accounts/invitations/accept', { token, passkey });
    expect(accepted.status).toBe(200);
    const { passkeys } = (await browser.ask('GET', '/accounts/me')).json as { passkeys: { id: string }[] };
    const path = `/accounts/me/passkeys/${passkeys[0]!.id}`;
    expect((await browser.ask('DELETE', path)).json['code']).toBe('last-credential');
    const other = await on.member('bert', 'client');
    expect((await other.ask('DELETE', path)).status).toBe(200);
    expect((await browser.ask('GET', '/accounts/me')).json['passkeys']).toHaveLength(1);
    expect((await browser.ask('PUT', '/accounts/me/password', { password: PASSWORD })).status).toBe(200);
    expect((await browser.ask('DELETE', path)).status).toBe(200);
    expect((await signInBy(on.browser(), key.use(await beginSignIn(on.browser())))).status).toBe(401);
  });
});

describe('the ways to sign in', () => {
  it.each([
    ['PUT', '/accounts/me/password', { password: 'another one of mine' }],
    ['POST', '/accounts/me/code', undefined],
    ['DELETE', '/accounts/me/code', undefined],
    ['POST', '/accounts/me/passkeys/begin', undefined],
    ['DELETE', '/accounts/me/passkeys/abc', undefined],
  ] as const)(
    'are changed only by who has proved within ten minutes who they are: %s %s',
    async (method, path, body) => {
      const browser = await on.member('anna', 'clinician');
      on.now += 10 * MINUTE_MS;
      const ask = () => browser.ask(method, path, body);
      expect([(await ask()).status, (await ask()).json['code']]).toEqual([403, 'prove-again']);
      expect((await browser.ask('POST', '/accounts/me/proof', { password: 'wrong' })).status).toBe(401);
      expect((await ask()).status).toBe(403);
      const before = browser.cookies.get('attune-sign-in');
      expect((await browser.ask('POST', '/accounts/me/proof', { password: PASSWORD })).status).toBe(200);
      expect(browser.cookies.get('attune-sign-in')).not.toBe(before);
      expect((await ask()).status).toBe(200);
    },
  );

  it('are proved by passkey too, and by none of another account', async () => {
    const { browser, key } = await withPasskey('anna');
    const other = await withPasskey('bert');
    on.now += 10 * MINUTE_MS;
    const prove = async (by: SoftAuthenticator) => {
      const { json } = await browser.ask('POST', '/accounts/me/proof/begin');
      return (await browser.ask('POST', '/accounts/me/proof', { passkey: by.use(json['options'] as never) }))
        .status;
    };
    expect(await prove(other.key)).toBe(401);
    expect(await prove(key)).toBe(200);
    expect((await browser.ask('POST', '/accounts/me/code')).status).toBe(200);
  });

  it('hold up whoever guesses at the password from a browser that was left open', async () => {
    const browser = await on.member('anna', 'clinician');
    for (let i = 0; i < 5; i += 1)
      expect((await browser.ask('POST', '/accounts/me/proof', { password: 'wrong' })).status).toBe(401);
    expect((await browser.ask('POST', '/accounts/me/proof', { password: PASSWORD })).status).toBe(429);
  });

  it('sign out every other browser when the password is changed, and the old one lets nobody in', async () => {
    const browser = await on.member('anna', 'clinician');
    const other = on.browser();
    await other.signIn('anna');
    const before = browser.cookies.get('attune-sign-in');
    expect(
      (await browser.ask('PUT', '/accounts/me/password', { password: 'another one of mine' })).status,
    ).toBe(200);
    expect(browser.cookies.get('attune-sign-in')).not.toBe(before);
    expect((await browser.ask('GET', '/accounts/me')).status).toBe(200);
    expect((await other.ask('GET', '/accounts/me')).status).toBe(401);
    expect((await on.browser().signIn('anna')).status).toBe(401);
  });

  it('are seen as signed-in browsers, each of which can be ended; of others’ none', async () => {
    const chrome = {
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36',
    };
    const firefox = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; rv:144.0) Gecko/20100101 Firefox/144.0' };
    await on.member('anna', 'clinician');
    const browser = on.browser({ headers: chrome });
    const lost = on.browser({ headers: firefox });
    await browser.signIn('anna');
    on.now += MINUTE_MS;
    await lost.signIn('anna');
    const { signIns } = (await browser.ask('GET', '/accounts/me/sign-ins')).json as {
      signIns: { id: string; device: string; isThis: boolean }[];
    };
    expect(signIns.map(({ device, isThis }) => [device, isThis])).toContainEqual(['Chrome, Linux', true]);
    const theirs = signIns.find(({ device }) => device === 'Firefox, Windows')!;
    const stranger = await on.member('bert', 'client');
    await stranger.ask('DELETE', `/accounts/me/sign-ins/${theirs.id}`);
    expect((await lost.ask('GET', '/accounts/me')).status).toBe(200);
    await browser.ask('DELETE', `/accounts/me/sign-ins/${theirs.id}`);
    expect((await lost.ask('GET', '/accounts/me')).status).toBe(401);
    await lost.signIn('anna');
    await browser.ask('DELETE', '/accounts/me/sign-ins');
    expect((await lost.ask('GET', '/accounts/me')).status).toBe(401);
    expect((await browser.ask('GET', '/accounts/me')).status).toBe(200);
  });
});
