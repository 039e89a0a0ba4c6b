import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { URI, type TOTP } from 'otpauth';
import { argon2Hasher, ownerLink, serve, type Served } from '../../server/index.ts';
import { AttunePage } from './support/attune-page.ts';
import { checkScreen } from './support/check-screen.ts';
import { expect, test as base } from './support/fixtures.ts';

const PASSWORD = 'seven grey herons stand';

interface Clinic {
  readonly url: string;
  /** The path of the link by which the first owner comes in. */
  readonly link: string;
  /** Ends every sign-in, as an administrator or time would. */
  readonly forgetSignIns: () => Promise<void>;
}

/** A clinic's service over an empty folder, in this process: its passwords cost little. */
const test = base.extend<{ readonly clinic: Clinic }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads here which fixtures are asked for
  clinic: async ({}, use) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'attune-clinic-'));
    const { token } = await ownerLink({ dataDir, signInName: 'anna@clinic.example', clock: Date.now });
    let aheadMs = 0;
    const served: Served = await serve({
      ...{ dataDir, port: 0, host: '127.0.0.1', signals: false, mode: 'clinic' },
      webRoot: join(import.meta.dirname, '../../dist/web'),
      accounts: {
        hasher: argon2Hasher({ memoryCost: 8, timeCost: 1, parallelism: 1 }),
        clock: () => Date.now() + aheadMs,
      },
    });
    const url = served.url.replace('127.0.0.1', 'localhost');
    await use({
      url,
      link: `${url}/#/invitation/${token}`,
      forgetSignIns: () => {
        aheadMs = 13 * 3_600_000;
        return Promise.resolve();
      },
    });
    await served.close();
    await rm(dataDir, { recursive: true, force: true });
  },
});

/** An authenticator within the device, as a phone or laptop has, whose person is always there. */
async function giveAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
}

const heading = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1 })).toHaveText(name);

async function acceptByPassword(page: Page, clinic: Clinic): Promise<void> {
  await page.goto(clinic.link);
  await heading(page, 'Welcome');
  await page.getByLabel('Your name').fill('Anna');
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Accept' }).click();
  await heading(page, 'Your account');
}

async function signIn(page: Page, clinic: Clinic): Promise<void> {
  await page.goto(`${clinic.url}/#/sign-in`);
  await page.getByLabel('Sign-in name').fill('anna@clinic.example');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Pictures for whoever looks at the screens. */
async function photograph(page: Page, name: string): Promise<void> {
  const folder = process.env['ATTUNE_ACCOUNT_PICTURES'];
  if (folder === undefined) return;
  for (const width of [360, 1280])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(300);
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
}

test('an invitation is accepted by password, an authenticator app is set up and asked for', async ({
  page,
  clinic,
}) => {
  await page.goto(clinic.link);
  await heading(page, 'Welcome');
  await page.getByLabel('New password').fill('password123');
  await expect(page.getByText('Long enough to be taken')).toBeVisible();
  await page.getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'among the first' })).toBeVisible();
  await photograph(page, 'invitation');
  await checkScreen(page, [
    [360, 'light'],
    [1280, 'dark'],
  ]);
  await acceptByPassword(page, clinic);

  await page.getByRole('button', { name: 'Set it up' }).click();
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
  await photograph(page, 'account');
  await checkScreen(page, [
    [360, 'dark'],
    [1280, 'light'],
  ]);
  const secret = (await page.locator('.account-secret').innerText()).replaceAll(' ', '');
  const app = URI.parse(`otpauth://totp/Attune:anna?secret=${secret}`) as TOTP;
  await page.getByLabel('The six digits').fill(app.generate());
  await page.getByRole('button', { name: 'Set it up with these' }).click();
  await expect(page.getByRole('heading', { name: 'Recovery codes' })).toBeVisible();
  const recovery = await page.locator('.account-codes code').first().innerText();
  await photograph(page, 'recovery');
  await page.getByRole('button', { name: 'I have them' }).click();
  await expect(page.getByText('10 recovery codes are left.')).toBeVisible();

  await page.getByRole('button', { name: 'Sign out', exact: true }).last().click();
  await heading(page, 'Sign in');
  await photograph(page, 'sign-in');
  await checkScreen(page, [
    [360, 'light'],
    [1280, 'dark'],
  ]);
  await signIn(page, clinic);
  await heading(page, 'One more step');
  await page.getByLabel('Six digits').fill(app.generate({ timestamp: Date.now() - 600_000 }));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'does not fit' })).toBeVisible();
  await page.getByLabel('Six digits').fill(recovery);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Begin a session' })).toBeVisible();
});

test('a passkey is registered and used, and signs in where no password is', async ({ page, clinic }) => {
  await giveAuthenticator(page);
  await page.goto(clinic.link);
  await heading(page, 'Welcome');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await heading(page, 'Your account');
  await expect(page.getByText('You have none: you sign in by passkey.')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out', exact: true }).last().click();
  await heading(page, 'Sign in');
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByRole('link', { name: 'Begin a session' })).toBeVisible();

  await page.goto(`${clinic.url}/#/account`);
  await expect(page.getByText(/^last used/).first()).toBeVisible();
  await page.getByRole('button', { name: /^Remove: / }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Nothing would be left' })).toBeVisible();
  await page.getByRole('button', { name: 'Set a password' }).click();
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByText('The new password counts from now on.')).toBeVisible();
  // This device has one already, and says so.
  await page.getByLabel('What to call it').fill('the same again');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'already' })).toBeVisible();
});

test('a sign-in is ended from another browser; people are invited, and come in', async ({
  page,
  browser,
  clinic,
}) => {
  await acceptByPassword(page, clinic);
  const other: BrowserContext = await browser.newContext();
  const there = await other.newPage();
  await signIn(there, clinic);
  await expect(there.getByRole('link', { name: 'Begin a session' })).toBeVisible();

  await page.reload();
  await page.getByRole('button', { name: /^Sign out: Chrome/ }).click();
  await expect(page.getByRole('button', { name: /^Sign out: Chrome/ })).toHaveCount(0);
  await there.goto(`${clinic.url}/#/account`);
  await there.reload();
  await expect(there.getByText('You are not signed in.')).toBeVisible();
  await other.close();

  await page.goto(`${clinic.url}/#/people`);
  await page.getByLabel('Sign-in name').fill('Client 7');
  await page.getByRole('button', { name: 'Make the link' }).click();
  const link = await page.getByTestId('link').innerText();
  await photograph(page, 'people');
  await checkScreen(page, [
    [360, 'light'],
    [1280, 'dark'],
  ]);
  const theirs = await browser.newContext();
  const client = await theirs.newPage();
  await client.goto(link);
  await client.getByLabel('New password').fill('a wet bicycle sings');
  await client.getByRole('button', { name: 'Accept' }).click();
  await expect(client.getByText('client 7 · client 7 · client')).toBeVisible();
  await theirs.close();
});

test('where a sign-in ends during a session the music goes on, and all is sent after the next one', async ({
  page,
  sound,
  clinic,
}) => {
  await acceptByPassword(page, clinic);
  await page.goto(`${clinic.url}/#/`);
  await page.locator('.craving-now').click();
  await sound.heard(2);
  const saved = page.getByTestId('saved');
  await expect(saved).toHaveText(/^Saved here/);
  await clinic.forgetSignIns();
  await expect(saved).toHaveText('Saved here. Sign in again, and the rest follows.');
  await sound.heard(1);
  await page.evaluate(() => (location.hash = '/sign-in'));
  await page.getByLabel('Sign-in name').fill('anna@clinic.example');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await sound.heard(1);
  await new AttunePage(page, undefined as never).button('Stop').click();
  await expect(saved).toHaveText('Saved here and on this computer’s Attune');
});

test('where the service is one person’s own nothing of it is there', async ({ attune, server }) => {
  const asked: string[] = [];
  attune.page.on('request', (request) => asked.push(request.url()));
  await attune.page.reload();
  await attune.drawn();
  await expect.poll(() => asked.some((url) => url.endsWith('/api/v1/service'))).toBe(true);
  await attune.page.goto(`${server.url}/#/plan`);
  await expect(attune.page.getByRole('link', { name: /^Settings/ })).toBeVisible();
  await expect(attune.page.getByRole('link', { name: /^(Sign in|Your account|People)/ })).toHaveCount(0);
  expect(asked.filter((url) => /accounts|sign-in|invitation-screen/.test(url))).toEqual([]);
});
