import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { WebSocket } from 'ws';
import { argon2Hasher, ownerLink, serve, type Served } from '../../server/index.ts';
import { beginCare, clinicAccounts, type ClinicAccounts, type Person } from '../support/clinic-accounts.ts';
import { checkScreen } from './support/check-screen.ts';
import { expect, test as base } from './support/fixtures.ts';

interface Clinic {
  readonly url: string;
  readonly accounts: ClinicAccounts;
}

const test = base.extend<{ readonly clinic: Clinic }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads here which fixtures are asked for
  clinic: async ({}, use) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'attune-room-'));
    const { token } = await ownerLink({ dataDir, signInName: 'owner@clinic.example', clock: Date.now });
    const served: Served = await serve({
      ...{ dataDir, port: 0, host: '127.0.0.1', signals: false, mode: 'clinic' },
      webRoot: join(import.meta.dirname, '../../dist/web'),
      accounts: { hasher: argon2Hasher({ memoryCost: 8, timeCost: 1, parallelism: 1 }) },
    });
    await use({ url: served.url, accounts: await clinicAccounts(served.url, token) });
    await served.close();
    await rm(dataDir, { recursive: true, force: true });
  },
});

interface Told {
  readonly type: string;
  readonly events?: readonly Readonly<Record<string, unknown>>[];
}

/** A clinician's place in the room of a session. */
const watch = async (url: string, session: string, { cookie }: Person) => {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/v1/rooms/${session}/watch`, {
    headers: { cookie },
  });
  const told: Told[] = [];
  socket.on('message', (data) => told.push(JSON.parse((data as Buffer).toString()) as Told));
  await new Promise<void>((done, failed) => socket.on('open', done).on('error', failed));
  let said = 0;
  return {
    events: (type: string) =>
      told.flatMap(({ events = [] }) => events).filter((event) => event['type'] === type),
    ask: (command: object) =>
      socket.send(JSON.stringify({ type: 'command', id: `c${(said += 1)}`, command })),
    leave: () => socket.close(),
  };
};

/** The page of somebody who is signed in, in a session that the service knows. */
const inSession = async (page: Page, { url, accounts }: Clinic, client: Person): Promise<string> => {
  const [name, value] = client.cookie.split('=') as [string, string];
  await page.context().addCookies([{ name, value, url, httpOnly: true, sameSite: 'Strict' }]);
  await page.goto(`${url}/#/`);
  await expect(page.getByRole('link', { name: 'Begin a session' })).toBeVisible();
  await page.locator('.craving-now').click();
  const known = async (): Promise<string | undefined> => {
    const answer = await accounts.ask('GET', '/sessions', { as: client });
    return ((await answer.json()) as { sessions: readonly { readonly id: string }[] }).sessions[0]?.id;
  };
  await expect.poll(known).toBeDefined();
  return (await known())!;
};

test('a clinician is with a client: seen by them, heard at once, and in the log under the clinician’s name', async ({
  page,
  sound,
  clinic,
}) => {
  const { accounts, url } = clinic;
  const [client, clinician] = [await accounts.invite('client'), await accounts.invite('clinician')];
  await beginCare(accounts, client, clinician);
  const session = await inSession(page, clinic, client);
  await sound.heard(1);
  const room = await watch(url, session, clinician);
  await expect.poll(() => room.events('session-started').length).toBe(1);
  const company = page.getByTestId('company');
  await expect(company).toContainText('Someone from your clinic is with you');

  room.ask({ type: 'press', button: 'calmer', level: 1, why: 'You said it was a lot.' });
  await expect(company).toContainText('Your clinician chose calmer music. “You said it was a lot.”');
  await checkScreen(page, [
    [360, 'dark'],
    [1280, 'light'],
  ]);
  await expect
    .poll(() => room.events('press'))
    .toMatchObject([{ author: 'clinician', button: 'calmer', level: 1, command: 0 }]);
  await expect.poll(() => room.events('decision').at(-1)).toMatchObject({ level: 1, reason: 'asked-level' });

  // The network of the page goes and comes back: the music never waits for it, and what was asked meanwhile arrives.
  await page.context().setOffline(true);
  room.ask({ type: 'pacer', breathsPerMinute: 5 });
  await sound.heard(1);
  await page.context().setOffline(false);
  await expect(company).toContainText('Your clinician set the breathing guide to 5 a minute.');

  room.ask({ type: 'press', button: 'stop' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/stopped|quiet/i);
  await expect.poll(() => room.events('halt')).toMatchObject([{ cause: 'stop-pressed' }]);
  const seqs = room.events('press').map((event) => event['seq']);
  expect(new Set(seqs).size).toBe(seqs.length);
  room.leave();
});
