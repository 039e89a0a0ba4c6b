import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../../server/access/actor.ts';
import { DAY_MS, MINUTE_MS, PASSWORD, withClinic, type Browser } from './clinic-under-test.ts';

const on = withClinic();

const invite = (browser: Browser, signInName: string, role: Role) =>
  browser.ask('POST', '/accounts/invitations', { signInName, role });
const accept = (token: unknown, more: object = { password: PASSWORD }) =>
  on.browser().ask('POST', '/accounts/invitations/accept', { token, ...more });
const idOf = async (signInName: string) => (await on.store.accounts.named(signInName))!.id;

describe('an invitation', () => {
  it('is made by an admin, says what it is for, and makes the account that is then signed in', async () => {
    const admin = await on.member('admin', 'admin');
    const { status, json } = await invite(admin, ' Anna@Clinic.example', 'clinician');
    expect([status, json['signInName']]).toEqual([201, 'anna@clinic.example']);
    const { token } = json;
    const looked = await on.browser().ask('POST', '/accounts/invitations/look', { token });
    expect(looked.json).toEqual({
      ...{ service: 'attune', kind: 'invitation', signInName: 'anna@clinic.example', role: 'clinician' },
    });
    const browser = on.browser();
    const given = { token, shownName: ' Anna ', password: PASSWORD };
    expect((await browser.ask('POST', '/accounts/invitations/accept', given)).status).toBe(200);
    expect((await browser.ask('GET', '/accounts/me')).json).toMatchObject({
      shownName: 'Anna',
      role: 'clinician',
    });
  });

  it('is good once, also for two who take it up at the same moment', async () => {
    const token = await on.invited('anna', 'client');
    const both = await Promise.all([accept(token), accept(token)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect((await accept(token)).status).toBe(404);
  });

  it('is good for a week', async () => {
    const token = await on.invited('anna', 'client');
    on.now += 7 * DAY_MS;
    expect((await on.browser().ask('POST', '/accounts/invitations/look', { token })).status).toBe(404);
    expect((await accept(token)).status).toBe(404);
  });

  it('is taken back, and a newer one takes its place', async () => {
    const admin = await on.member('admin', 'admin');
    const first = (await invite(admin, 'anna', 'client')).json;
    const second = (await invite(admin, 'anna', 'client')).json;
    expect((await accept(first['token'])).status).toBe(404);
    const listed = (await admin.ask('GET', '/accounts/invitations')).json;
    expect(listed['invitations']).toHaveLength(1);
    expect(JSON.stringify(listed)).not.toContain(second['token']);
    await admin.ask('DELETE', `/accounts/invitations/${String(second['id'])}`);
    expect((await accept(second['token'])).status).toBe(404);
  });

  it('is refused for a name that somebody has', async () => {
    const admin = await on.member('admin', 'admin');
    await on.member('anna', 'client');
    expect((await invite(admin, 'ANNA', 'client')).json['code']).toBe('name-taken');
  });

  it.each([
    ['the most used', 'password'],
    ['a common one with digits', 'Sunshine99'],
    ['one letter', 'aaaaaaaaaaaa'],
    ['the name of the service', 'attune2026'],
    ['the sign-in name', 'annabell1'],
  ])('takes no password that is %s, and is good still', async (_what, password) => {
    const token = await on.invited('annabell', 'client');
    expect((await accept(token, { password })).json['code']).toBe('unfit-password');
    expect((await accept(token)).status).toBe(200);
  });

  it.each(['sevenca', ''])('takes no password below eight characters: "%s"', async (password) => {
    const token = await on.invited('anna', 'client');
    expect((await accept(token, { password })).json['code']).toBe('invalid-request');
  });

  it.each(['xkqvbzjw', '        7!ab', 'nur kleine buchstaben', '漢字仮名交じり文章'])(
    'takes any other whatever it is made of: "%s"',
    async (password) => {
      expect((await accept(await on.invited('anna', 'client'), { password })).status).toBe(200);
    },
  );

  it('is not found by guessing: an address waits after a hundred', async () => {
    for (let i = 0; i < 100; i += 1) {
      const token = String(i).padEnd(43, 'x');
      expect((await accept(token)).status).toBe(404);
    }
    expect((await accept('y'.repeat(43))).status).toBe(429);
  });
});

describe('who may what with accounts', () => {
  const MAY: Readonly<Record<Role, readonly Role[]>> = {
    owner: ['owner', 'admin', 'clinician', 'client', 'researcher'],
    admin: ['clinician', 'client', 'researcher'],
    clinician: [],
    client: [],
    researcher: [],
  };
  it.each(ROLES.flatMap((by) => ROLES.map((of) => [by, of] as const)))(
    'is the same for each thing that is done: %s to %s',
    async (by, of) => {
      await on.member('first', 'owner');
      const browser = await on.member('one', by);
      await on.member('other', of);
      const id = await idOf('other');
      const may = MAY[by].includes(of);
      const status = async (asked: ReturnType<Browser['ask']>) => (await asked).status;
      expect(await status(invite(browser, 'third', of))).toBe(may ? 201 : 403);
      expect(await status(browser.ask('POST', `/accounts/${id}/recovery`))).toBe(may ? 201 : 403);
      expect(await status(browser.ask('PATCH', `/accounts/${id}`, { disabled: true }))).toBe(may ? 200 : 403);
      expect(await status(browser.ask('PATCH', `/accounts/${id}`, { role: 'owner' }))).toBe(
        by === 'owner' ? 200 : 403,
      );
      const mayList = MAY[by].length > 0;
      for (const path of ['/accounts', '/accounts/invitations'])
        expect(await status(browser.ask('GET', path))).toBe(mayList ? 200 : 403);
    },
  );
});

describe('PATCH /accounts/:id', () => {
  it('acts at once: who is out of use is signed out everywhere, and comes in by nothing', async () => {
    const owner = await on.member('owner', 'owner');
    const anna = await on.member('anna', 'clinician');
    const id = await idOf('anna');
    await owner.ask('PATCH', `/accounts/${id}`, { disabled: true });
    expect((await anna.ask('GET', '/accounts/me')).status).toBe(401);
    expect((await anna.signIn('anna')).status).toBe(401);
    await owner.ask('PATCH', `/accounts/${id}`, { disabled: false });
    expect((await anna.signIn('anna')).status).toBe(200);
  });

  it('ends the sign-ins of whoever gets another role', async () => {
    const owner = await on.member('owner', 'owner');
    const anna = await on.member('anna', 'admin');
    await owner.ask('PATCH', `/accounts/${await idOf('anna')}`, { role: 'researcher' });
    expect((await anna.ask('GET', '/accounts')).status).toBe(401);
    await anna.signIn('anna');
    expect((await anna.ask('GET', '/accounts')).status).toBe(403);
  });

  it('leaves one owner at least, also when two give each other up at once', async () => {
    const one = await on.member('one', 'owner');
    expect((await one.ask('PATCH', `/accounts/${await idOf('one')}`, { role: 'client' })).json['code']).toBe(
      'last-owner',
    );
    const two = await on.member('two', 'owner');
    const ids = [await idOf('one'), await idOf('two')];
    const both = await Promise.all([
      one.ask('PATCH', `/accounts/${ids[1]!}`, { disabled: true }),
      two.ask('PATCH', `/accounts/${ids[0]!}`, { role: 'admin' }),
    ]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    const owners = (await on.store.accounts.list()).filter(
      (it) => it.role === 'owner' && it.disabledAtMs === undefined,
    );
    expect(owners).toHaveLength(1);
  });

  it('asks for a proof, and knows no account that is not there', async () => {
    const owner = await on.member('owner', 'owner');
    const nobody = '/accounts/00000000-0000-4000-8000-000000000000';
    expect((await owner.ask('PATCH', nobody, { disabled: true })).status).toBe(404);
    on.now += 10 * MINUTE_MS;
    expect((await owner.ask('PATCH', nobody, { disabled: true })).json['code']).toBe('prove-again');
    expect((await owner.ask('POST', `${nobody}/recovery`)).json['code']).toBe('prove-again');
  });
});

describe('a recovery link', () => {
  it('has the account begin anew: what it was entered by before is good no more, and it is signed out', async () => {
    const owner = await on.member('owner', 'owner');
    const anna = await on.member('anna', 'clinician');
    const id = await idOf('anna');
    const { json } = await owner.ask('POST', `/accounts/${id}/recovery`);
    // Until it is used, nothing has changed: whoever makes one locks nobody out, and learns no password.
    expect((await anna.ask('GET', '/accounts/me')).status).toBe(200);
    const { token } = json;
    expect((await accept(token, { password: 'a new one for anna', shownName: 'Eve' })).status).toBe(200);
    expect((await anna.ask('GET', '/accounts/me')).status).toBe(401);
    expect((await on.browser().signIn('anna')).status).toBe(401);
    const again = on.browser();
    expect((await again.signIn('anna', 'a new one for anna')).status).toBe(200);
    expect((await again.ask('GET', '/accounts/me')).json).toMatchObject({
      id,
      role: 'clinician',
      shownName: 'anna of the clinic',
    });
    expect((await accept(token)).status).toBe(404);
  });

  it('is good for a day', async () => {
    const owner = await on.member('owner', 'owner');
    await on.member('anna', 'client');
    const { json } = await owner.ask('POST', `/accounts/${await idOf('anna')}/recovery`);
    on.now += DAY_MS;
    expect((await accept(json['token'])).status).toBe(404);
  });
});
