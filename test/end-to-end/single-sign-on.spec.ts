import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { URI, type TOTP } from 'otpauth';
import { argon2Hasher, ownerLink, serve } from '../../server/index.ts';
import {
  CLIENT_ID,
  CLIENT_SECRET,
  startOpenIdProvider,
  type OpenIdProvider,
} from '../support/openid-provider.ts';
import { checkScreen } from './support/check-screen.ts';
import { expect, test as base } from './support/fixtures.ts';

const PASSWORD = 'seven grey herons stand';

interface Clinic {
  readonly url: string;
  readonly link: string;
  readonly provider: OpenIdProvider;
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

/** A clinic's service with its own sign-in, whose staff have to show two factors. */
const test = base.extend<{ readonly clinic: Clinic }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads here which fixtures are asked for
  clinic: async ({}, use) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'attune-clinic-'));
    const clientSecretFile = join(dataDir, 'secret');
    await writeFile(clientSecretFile, `${CLIENT_SECRET}\n`);
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const provider = await startOpenIdProvider({
      returnTo: [`${url}/api/v1/accounts/sign-in/provider/callback`],
    });
    const { token } = await ownerLink({ dataDir, signInName: 'anna@clinic.example', clock: Date.now });
    const served = await serve({
      ...{ dataDir, port, host: '127.0.0.1', signals: false, mode: 'clinic', secondFactor: 'staff' },
      webRoot: join(import.meta.dirname, '../../dist/web'),
      accounts: { hasher: argon2Hasher({ memoryCost: 8, timeCost: 1, parallelism: 1 }) },
      singleSignOn: {
        ...{ issuer: provider.issuer, clientId: CLIENT_ID, clientSecretFile, called: 'Clinic account' },
        ...{ claim: 'sub', scopes: ['profile'], acr: [], unknown: 'refuse' },
        ...{ isOnlyForStaff: false, demandsFactors: false },
      },
    });
    await use({ url, link: `${url}/#/invitation/${token}`, provider });
    await served.close();
    await provider.close();
    await rm(dataDir, { recursive: true, force: true });
  },
});

const heading = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1 })).toHaveText(name);

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

test('staff are led through a second factor, and do nothing else before it', async ({ page, clinic }) => {
  await page.goto(clinic.link);
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Accept' }).click();
  await heading(page, 'Second factor');
  await photograph(page, 'second-factor');
  await checkScreen(page, [
    [360, 'light'],
    [1280, 'dark'],
  ]);
  await page.goto(`${clinic.url}/#/people`);
  await expect(page.getByText('Before you go on, your account asks for a second factor.')).toBeVisible();
  expect(await page.evaluate(async () => (await fetch('/api/v1/accounts')).status)).toBe(403);
  // By keyboard alone.
  await page.getByRole('link', { name: 'Second factor' }).last().focus();
  await page.keyboard.press('Enter');
  await heading(page, 'Second factor');
  await page.getByRole('button', { name: 'Set it up' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
  await photograph(page, 'second-factor-app');
  const secret = (await page.locator('.account-secret').innerText()).replaceAll(' ', '');
  const app = URI.parse(`otpauth://totp/Attune:anna?secret=${secret}`) as TOTP;
  await page.getByLabel('The six digits').fill(app.generate());
  await page.keyboard.press('Enter');
  await expect(page.getByText('That was it. You are all set.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Recovery codes' })).toBeVisible();
  await photograph(page, 'second-factor-done');
  await page.goto(`${clinic.url}/#/people`);
  await expect(page.getByRole('button', { name: 'Make the link' })).toBeVisible();
});

test('an account comes in by the clinic’s own sign-in, which is seen among its sign-ins', async ({
  page,
  clinic,
}) => {
  clinic.provider.person = { sub: 'anna', amr: ['mfa'], claims: { name: 'Anna of the clinic' } };
  await page.goto(clinic.link);
  await photograph(page, 'sso-invitation');
  await page.getByRole('button', { name: 'Go on with Clinic account' }).click();
  await heading(page, 'Clinic account');
  await page.getByRole('button', { name: 'Go on as anna' }).click();
  await heading(page, 'Your account');
  await expect(page.getByText(/^Anna of the clinic/)).toBeVisible();
  await expect(page.getByText(/^by the clinic’s own sign-in · since/)).toBeVisible();
  await photograph(page, 'sso-account');
  await checkScreen(page, [
    [360, 'light'],
    [1280, 'dark'],
  ]);
  await page.getByRole('button', { name: 'Sign out', exact: true }).last().click();

  await heading(page, 'Sign in');
  await page.getByRole('button', { name: 'Go on with Clinic account' }).click();
  await expect(page.getByRole('link', { name: 'Begin a session' })).toBeVisible();

  // Called off, and then not known: each is said where the person comes back to.
  await page.context().clearCookies();
  await page.goto(`${clinic.url}/#/sign-in`);
  await page.reload();
  await page.getByRole('button', { name: 'Go on with Clinic account' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('You called the sign-in off')).toBeVisible();
  await photograph(page, 'sso-turned');
  await checkScreen(page, [
    [360, 'dark'],
    [1280, 'light'],
  ]);
  clinic.provider.person = { sub: 'mallory' };
  await page.getByRole('button', { name: 'Go on with Clinic account' }).click();
  await page.getByRole('button', { name: 'Go on as mallory' }).click();
  await expect(page.getByText('No account here belongs to you there.')).toBeVisible();
  await clinic.provider.close();
  await page.reload();
  await page.getByLabel('Sign-in name').fill('anna@clinic.example');
  await page.getByRole('button', { name: 'Go on with Clinic account' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'does not answer now' })).toBeVisible();
  await expect(page.getByLabel('Password')).toBeEnabled();
});
