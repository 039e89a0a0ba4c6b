import { describe, expect, it } from 'vitest';
import { openIdVisitor } from '../../support/openid-provider.ts';
import { HOUR_MS, MINUTE_MS, PASSWORD, type Browser } from './clinic-under-test.ts';
import { withProvider } from './clinic-with-provider.ts';

const clinic = withProvider();
const { on } = clinic;

const me = async (browser: Browser) => (await browser.ask('GET', '/accounts/me')).json;

describe('a clinic’s own sign-in', () => {
  it('is named to whoever asks, and is not there where there is none', async () => {
    const { json } = await on.browser().ask('GET', '/accounts/sign-in/ways');
    expect(json).toEqual({
      service: 'attune',
      provider: { called: 'Clinic account', isOnlyForStaff: false },
    });
  });

  it('is asked by code, PKCE, state and nonce, and to send back to this very address', async () => {
    const browser = on.browser();
    const first = new URL(await clinic.leave(browser));
    const { searchParams: asked } = first;
    expect(Object.fromEntries(asked)).toMatchObject({
      ...{ response_type: 'code', client_id: 'attune', scope: 'openid profile', max_age: '43200' },
      redirect_uri: 'http://localhost/api/v1/accounts/sign-in/provider/callback',
      code_challenge_method: 'S256',
    });
    const again = new URL(await clinic.leave(browser)).searchParams;
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
      expect(again.get(name)).not.toBe(asked.get(name));
    }
    clinic.signOn = { basePath: '/attune' };
    expect(new URL(await clinic.leave(browser)).searchParams.get('redirect_uri')).toBe(
      'http://localhost/attune/api/v1/accounts/sign-in/provider/callback',
    );
  });

  it('lets in by an invitation, and from then on whoever is that person there', async () => {
    const browser = await clinic.linked('anna', 'clinician');
    expect(await me(browser)).toMatchObject({ signInName: 'anna', role: 'clinician', hasPassword: false });
    const other = on.browser();
    expect(await clinic.signIn(other)).toBe('/#/');
    expect(await me(other)).toMatchObject({
      signInName: 'anna',
      provider: { linkedAtMs: on.now, usedAtMs: on.now },
    });
    // The link is good once.
    const { json } = await on
      .browser()
      .ask('POST', '/accounts/sign-in/provider/begin', { invitation: 'A'.repeat(43) });
    expect(json['code']).toBe('not-found');
  });

  it('makes a sign-in that is seen, ended and forgotten like every other', async () => {
    const browser = await clinic.linked('anna', 'clinician');
    await clinic.signIn(on.browser());
    const { json } = await browser.ask('GET', '/accounts/me/sign-ins');
    const signIns = json['signIns'] as { id: string; isThis: boolean; method: string; endsAtMs: number }[];
    expect(signIns.map(({ method, endsAtMs }) => [method, endsAtMs])).toEqual([
      ['provider', on.now + HOUR_MS],
      ['provider', on.now + HOUR_MS],
    ]);
    const [token] = browser.cookies.get('attune-sign-in')!.split(';');
    expect(token).toMatch(/^[\w-]{43}$/);
    on.now += HOUR_MS;
    expect((await browser.ask('GET', '/accounts/me')).status).toBe(401);
  });

  it('finds nobody by a name or an address that the provider tells', async () => {
    await on.member('anna@clinic.example', 'owner');
    clinic.provider.person = {
      sub: 'mallory',
      claims: {
        preferred_username: 'anna@clinic.example',
        email: 'anna@clinic.example',
        email_verified: true,
      },
    };
    const browser = on.browser();
    expect(await clinic.signIn(browser)).toBe('/#/sign-in/unknown');
    expect((await browser.ask('GET', '/accounts/me')).status).toBe(401);
    clinic.signOn = { unknown: 'client' };
    expect(await clinic.signIn(on.browser())).toBe('/#/sign-in/name-taken');
  });

  it('lets unknown people in with a role where the clinic wants that', async () => {
    clinic.signOn = { unknown: 'client' };
    clinic.provider.person = {
      sub: 'bert',
      claims: { name: 'Bert B.', preferred_username: ' Bert@Clinic ' },
    };
    const browser = on.browser();
    expect(await clinic.signIn(browser)).toBe('/#/');
    expect(await me(browser)).toMatchObject({
      signInName: 'bert@clinic',
      shownName: 'Bert B.',
      role: 'client',
    });
    const again = on.browser();
    await clinic.signIn(again);
    expect((await me(again))['id']).toBe((await me(browser))['id']);
  });

  it('is connected to an account by its own person, who has proved lately who they are', async () => {
    const browser = await on.member('anna', 'clinician');
    const connect = () => clinic.signIn(browser, '/accounts/me/provider/begin');
    expect(await connect()).toBe('/#/account');
    const other = on.browser();
    expect(await clinic.signIn(other)).toBe('/#/');
    expect((await me(other))['signInName']).toBe('anna');
    const bert = await on.member('bert', 'clinician');
    expect(await clinic.signIn(bert, '/accounts/me/provider/begin')).toBe('/#/sign-in/linked-elsewhere');
    on.now += 11 * MINUTE_MS;
    await expect(connect()).rejects.toThrow('prove-again');
    await browser.ask('POST', '/accounts/me/proof', { password: PASSWORD });
    expect((await browser.ask('DELETE', '/accounts/me/provider')).status).toBe(200);
    on.now = Date.now();
    expect(await clinic.signIn(on.browser())).toBe('/#/sign-in/unknown');
  });

  it('is not taken away where nothing else would be left', async () => {
    const browser = await clinic.linked('anna', 'clinician');
    expect((await browser.ask('DELETE', '/accounts/me/provider')).json['code']).toBe('last-credential');
  });

  it('proves once more who it is, asked anew, and by no other person', async () => {
    const browser = await clinic.linked('anna', 'clinician');
    const visitor = openIdVisitor();
    await clinic.go(await clinic.leave(browser), 'go', visitor);
    on.now += 11 * MINUTE_MS;
    const add = async () => (await browser.ask('POST', '/accounts/me/code')).status;
    expect(await add()).toBe(403);
    const path = '/accounts/me/proof/provider/begin';
    const address = await clinic.leave(browser, path, { back: 'people' });
    expect(address).toContain('prompt=login');
    on.now = Date.now() + 60_000;
    const before = browser.cookies.get('attune-sign-in');
    // Who has a session there is asked all the same: this visitor has to press the button.
    expect(await clinic.comeBack(browser, await visitor.go(address))).toBe('/#/people');
    expect(browser.cookies.get('attune-sign-in')).not.toBe(before);
    expect(await add()).toBe(200);
    const { json } = await browser.ask('GET', '/accounts/me/sign-ins');
    expect(json['signIns']).toHaveLength(1);
    clinic.provider.person = { sub: 'mallory' };
    expect(await clinic.signIn(browser, path, { back: 'account' })).toBe('/#/sign-in/other-person');
  });

  it('has the account begin anew by a link to begin anew', async () => {
    const anna = await on.member('anna', 'clinician');
    const owner = await on.member('olga', 'owner');
    const { id } = await me(anna);
    const { json } = await owner.ask('POST', `/accounts/${String(id)}/recovery`);
    const browser = on.browser();
    expect(await clinic.signIn(browser, undefined, { invitation: json['token'] })).toBe('/#/account');
    expect(await me(browser)).toMatchObject({ id, hasPassword: false });
    expect((await on.browser().signIn('anna')).status).toBe(401);
  });

  it('asks for the code of the authenticator app too, unless two factors were shown there', async () => {
    const browser = await on.member('anna', 'clinician');
    await clinic.signIn(browser, '/accounts/me/provider/begin');
    const { id } = await me(browser);
    await on.store.codes.setUp(String(id), 'JBSWY3DPEHPK3PXP');
    await on.store.codes.confirm(String(id), on.now, ['hash']);
    const weak = on.browser();
    expect(await clinic.signIn(weak)).toBe('/#/sign-in/code');
    expect((await weak.ask('GET', '/accounts/me')).status).toBe(401);
    clinic.provider.person = { ...clinic.provider.person, amr: ['pwd', 'mfa'] };
    expect(await clinic.signIn(on.browser())).toBe('/#/');
  });

  it('gives roles by groups at each sign-in, where the clinic wants that, and never takes an owner’s', async () => {
    clinic.settings = { groupsClaim: 'groups' };
    clinic.signOn = {
      roles: [
        { group: 'heads', role: 'admin' },
        { group: 'staff', role: 'clinician' },
      ],
    };
    const as = (groups: unknown) => {
      clinic.provider.person = { sub: 'anna', amr: ['mfa'], claims: { groups } };
    };
    as(['staff', 'heads']);
    const browser = on.browser();
    await clinic.signIn(browser, undefined, { invitation: await on.invited('anna', 'clinician') });
    expect((await me(browser))['role']).toBe('admin');
    as('staff');
    const later = on.browser();
    await clinic.signIn(later);
    expect((await me(later))['role']).toBe('clinician');
    // What was signed in with the other role is not any more.
    expect((await browser.ask('GET', '/accounts/me')).status).toBe(401);
    as([]);
    expect(await clinic.signIn(on.browser())).toBe('/#/sign-in/no-role');
    clinic.provider.person = { sub: 'olga' };
    const owner = on.browser();
    await clinic.signIn(owner, undefined, { invitation: await on.invited('olga', 'owner') });
    expect((await me(owner))['role']).toBe('owner');
  });
});

describe('whoever comes back', () => {
  const cameWith = async (change: (came: URL) => void) => {
    await clinic.linked('anna', 'clinician');
    const browser = on.browser();
    const came = await clinic.go(await clinic.leave(browser));
    change(came);
    const screen = await clinic.comeBack(browser, came);
    expect((await browser.ask('GET', '/accounts/me')).status).toBe(401);
    return screen;
  };

  it('is let in once by each answer', async () => {
    await clinic.linked('anna', 'clinician');
    const browser = on.browser();
    const came = await clinic.go(await clinic.leave(browser));
    const cookie = browser.cookies.get('attune-provider')!;
    expect(await clinic.comeBack(browser, came)).toBe('/#/');
    expect(browser.cookies.has('attune-provider')).toBe(false);
    const thief = on.browser();
    thief.cookies.set('attune-provider', cookie);
    expect(await clinic.comeBack(thief, came)).toBe('/#/sign-in/begin-anew');
    expect((await thief.ask('GET', '/accounts/me')).status).toBe(401);
  });

  it('comes in the browser that was sent there, and in no other', async () => {
    await clinic.linked('anna', 'clinician');
    const mallory = on.browser();
    const came = await clinic.go(await clinic.leave(mallory));
    const victim = on.browser();
    expect(await clinic.comeBack(victim, came)).toBe('/#/sign-in/begin-anew');
    // Nor in one that was sent there for itself.
    await clinic.leave(victim);
    expect(await clinic.comeBack(victim, came)).toBe('/#/sign-in/begin-anew');
    expect(victim.cookies.has('attune-sign-in')).toBe(false);
  });

  it('has ten minutes for it', async () => {
    const browser = on.browser();
    const came = await clinic.go(await clinic.leave(browser));
    on.now += 10 * MINUTE_MS;
    expect(await clinic.comeBack(browser, came)).toBe('/#/sign-in/begin-anew');
  });

  it('cannot make one way into another: a sign-in into a link', async () => {
    const browser = await on.member('anna', 'owner');
    const { id } = await me(browser);
    const own = ((await browser.ask('GET', '/accounts/me/sign-ins')).json['signIns'] as { id: string }[])[0]!
      .id;
    const mallory = on.browser();
    const came = await clinic.go(await clinic.leave(mallory));
    const [secret] = mallory.cookies.get('attune-provider')!.split('.');
    mallory.cookies.set('attune-provider', `${secret}.provider.link.${String(id)}.${own}`);
    expect(await clinic.comeBack(mallory, came)).toBe('/#/sign-in/begin-anew');
    expect(await on.store.providers.of(String(id))).toBeUndefined();
  });

  it.each<[string, (came: URL) => void, string]>([
    ['another state', (came) => came.searchParams.set('state', 'x'.repeat(43)), 'begin-anew'],
    ['no state', (came) => came.searchParams.delete('state'), 'begin-anew'],
    ['two states', (came) => came.searchParams.append('state', 'x'), 'not-fitting'],
    [
      'the name of another issuer',
      (came) => came.searchParams.set('iss', 'https://evil.example'),
      'not-fitting',
    ],
    ['no name of the issuer', (came) => came.searchParams.delete('iss'), 'not-fitting'],
    ['a code that there is not', (came) => came.searchParams.set('code', 'x'), 'begin-anew'],
    ['no code', (came) => came.searchParams.delete('code'), 'not-fitting'],
  ])('is not let in with %s', async (_what, change, why) => {
    expect(await cameWith(change)).toBe(`/#/sign-in/${why}`);
  });

  it('is told that it was called off, and nothing is spent by it', async () => {
    await clinic.linked('anna', 'clinician');
    const browser = on.browser();
    const came = await clinic.go(await clinic.leave(browser), 'no');
    expect(await clinic.comeBack(browser, came)).toBe('/#/sign-in/cancelled');
    expect(await clinic.signIn(browser)).toBe('/#/');
  });

  it('is turned away where the account is out of use, and where an invitation is taken back', async () => {
    const browser = await clinic.linked('anna', 'clinician');
    await on.store.accounts.change(String((await me(browser))['id']), { disabledAtMs: on.now });
    expect(await clinic.signIn(on.browser())).toBe('/#/sign-in/disabled');
    clinic.provider.person = { sub: 'bert' };
    const token = await on.invited('bert', 'client');
    const bert = on.browser();
    const came = await clinic.go(await clinic.leave(bert, undefined, { invitation: token }));
    for (const { id } of await on.store.invitations.list(on.now)) await on.store.invitations.revoke(id);
    expect(await clinic.comeBack(bert, came)).toBe('/#/sign-in/no-invitation');
    clinic.provider.person = { sub: 'anna there' };
    const again = { invitation: await on.invited('carla', 'client') };
    expect(await clinic.signIn(on.browser(), undefined, again)).toBe('/#/sign-in/linked-elsewhere');
  });
});

describe('what the provider says', () => {
  const comesOf = async (spoil: () => void) => {
    await clinic.linked('anna', 'clinician');
    const browser = on.browser();
    const came = await clinic.go(await clinic.leave(browser));
    spoil();
    return clinic.comeBack(browser, came);
  };
  /** Answers a path with what is made of the real answer's place. */
  const instead = (path: string, status: number, body: object) => {
    clinic.provider.instead = (request, response) => {
      if (!request.url?.startsWith(path)) return false;
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      return true;
    };
  };

  it('holds within half a minute of the clocks, and no longer than it says', async () => {
    const aheadBy = (ms: number) => () => {
      on.now = Date.now() + ms;
    };
    // Two minutes, see the provider.
    expect(await comesOf(aheadBy(140_000))).toBe('/#/');
    on.now = Date.now();
    const browser = on.browser();
    const came = await clinic.go(await clinic.leave(browser));
    aheadBy(160_000)();
    expect(await clinic.comeBack(browser, came)).toBe('/#/sign-in/not-fitting');
  });

  it('is signed by its published keys, or by nobody', async () => {
    const other = { kty: 'EC', crv: 'P-256', use: 'sig', alg: 'ES256' };
    const keys = {
      keys: [
        {
          ...other,
          x: 'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4',
          y: '4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM',
        },
      ],
    };
    expect(await comesOf(() => instead('/jwks', 200, keys))).toBe('/#/sign-in/not-fitting');
  });

  it.each([
    ['a token that nobody signed', (claims: object) => `${b64({ alg: 'none' })}.${b64(claims)}.`],
    [
      'a token of another signature',
      (claims: object) => `${b64({ alg: 'ES256' })}.${b64(claims)}.${'A'.repeat(86)}`,
    ],
  ])('is not taken from %s', async (_what, token) => {
    const nowS = Math.floor(Date.now() / 1000);
    const claims = {
      iss: clinic.provider.issuer,
      aud: 'attune',
      sub: 'anna there',
      iat: nowS,
      exp: nowS + 60,
    };
    const answer = {
      access_token: 'x',
      token_type: 'bearer',
      id_token: token({ ...claims, auth_time: nowS }),
    };
    expect(await comesOf(() => instead('/token', 200, answer))).toBe('/#/sign-in/not-fitting');
  });

  it('is for this way there alone: another nonce is not taken', async () => {
    await clinic.linked('anna', 'clinician');
    const browser = on.browser();
    const address = new URL(await clinic.leave(browser));
    address.searchParams.set('nonce', 'x'.repeat(43));
    expect(await clinic.comeBack(browser, await clinic.go(address.href))).toBe('/#/sign-in/not-fitting');
  });

  it('is for this verifier alone: a code that somebody else asked for is not taken', async () => {
    await clinic.linked('anna', 'clinician');
    const browser = on.browser();
    const address = new URL(await clinic.leave(browser));
    address.searchParams.set('code_challenge', 'x'.repeat(43));
    expect(await clinic.comeBack(browser, await clinic.go(address.href))).toBe('/#/sign-in/begin-anew');
  });

  it('is that id or secret are wrong, and the service’s log says so, without the secret', async () => {
    expect(await comesOf(() => (clinic.settings = { clientSecret: 'not the one' }))).toBe(
      '/#/sign-in/refused',
    );
    expect(on.log()).toContain('single sign-on failed');
    expect(on.log()).not.toContain('not the one');
  });

  it.each([
    ['trouble', 'down', () => instead('/token', 503, {})],
    ['nonsense', 'not-fitting', () => instead('/token', 200, [] as never)],
    ['that it has trouble', 'down', () => instead('/token', 500, { error: 'server_error' })],
  ])('is %s', async (_what, why, spoil) => {
    expect(await comesOf(spoil)).toBe(`/#/sign-in/${why}`);
  });

  it('is nothing while it is down: the button says so, and a password lets in as ever', async () => {
    await on.member('anna', 'client');
    await clinic.leave(on.browser());
    await clinic.provider.close();
    const browser = on.browser();
    const { status, json } = await browser.ask('POST', '/accounts/sign-in/provider/begin', {});
    expect([status, json['code']]).toEqual([503, 'provider-down']);
    expect((await browser.signIn('anna')).status).toBe(200);
  });
});

const b64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a session that ends at the provider', () => {
  const post = (logout_token: string, headers: Record<string, string> = {}) =>
    on.app.inject({
      ...{ method: 'POST', url: '/api/v1/accounts/sign-in/provider/log-out' },
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: new URLSearchParams({ logout_token }).toString(),
    });

  it('ends what was signed in by it, and nothing else', async () => {
    const other = await clinic.linked('anna', 'clinician');
    const browser = on.browser();
    const visitor = openIdVisitor();
    await clinic.comeBack(browser, await clinic.go(await clinic.leave(browser), 'go', visitor));
    const page = await (await visitor.visit(`${clinic.provider.issuer}/session/end`)).text();
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)![1]!;
    await visitor.visit(`${clinic.provider.issuer}/session/end/confirm`, {
      method: 'POST',
      body: new URLSearchParams({ xsrf, logout: 'yes' }),
    });
    await expect.poll(() => clinic.provider.logOuts.length).toBe(1);
    const [token] = clinic.provider.logOuts;
    expect((await post('x.y.z')).statusCode).toBe(400);
    expect((await browser.ask('GET', '/accounts/me')).status).toBe(200);
    expect((await post(token!)).statusCode).toBe(200);
    expect((await browser.ask('GET', '/accounts/me')).status).toBe(401);
    expect((await other.ask('GET', '/accounts/me')).status).toBe(200);
    // Once more it harms nothing; later it does not hold.
    expect((await post(token!)).statusCode).toBe(200);
    on.now += HOUR_MS;
    expect((await post(token!)).statusCode).toBe(400);
  });
});

describe('where it is the only way for staff', () => {
  it('a password lets in owners and clients alone, and says the way to the others once it was right', async () => {
    const clinician = await on.member('carla', 'clinician');
    const token = await on.invited('dora', 'researcher');
    await on.member('olga', 'owner');
    await on.member('kim', 'client');
    clinic.signOn = { isOnlyForStaff: true };
    const answer = async (name: string, password?: string) => {
      const { status, json } = await on.browser().signIn(name, password);
      return [status, json['code']];
    };
    expect(await answer('carla')).toEqual([403, 'single-sign-on']);
    expect(await answer('carla', 'wrong')).toEqual([401, 'wrong-credentials']);
    expect(await answer('olga')).toEqual([200, undefined]);
    expect(await answer('kim')).toEqual([200, undefined]);
    // What was signed in by another way is over.
    expect((await clinician.ask('GET', '/accounts/me')).status).toBe(401);
    const accept = { token, password: PASSWORD };
    expect((await on.browser().ask('POST', '/accounts/invitations/accept', accept)).json['code']).toBe(
      'single-sign-on',
    );
    expect(await clinic.signIn(on.browser(), undefined, { invitation: token })).toBe('/#/account');
  });
});
