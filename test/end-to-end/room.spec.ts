import type { Page } from '@playwright/test';
import { WebSocket } from 'ws';
import { beginCare, type Person } from '../support/clinic-accounts.ts';
import { checkScreen } from './support/check-screen.ts';
import { openAs, test, type Clinic } from './support/clinic.ts';
import { expect } from './support/fixtures.ts';

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
const inSession = async (page: Page, clinic: Clinic, client: Person): Promise<string> => {
  await openAs(page, clinic, client);
  await page.locator('.craving-now').click();
  await expect.poll(async () => (await clinic.sessionsOf(client)).length).toBe(1);
  return (await clinic.sessionsOf(client))[0]!;
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
