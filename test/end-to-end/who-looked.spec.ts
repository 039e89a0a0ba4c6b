import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argon2Hasher, ownerLink, serve } from '../../server/index.ts';
import { checkScreen } from './support/check-screen.ts';
import { expect, test } from './support/fixtures.ts';

test('a person agrees, takes it back, and reads that they did and looked', async ({ page }) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'attune-looks-'));
  const { token } = await ownerLink({ dataDir, signInName: 'anna@clinic.example', clock: Date.now });
  const served = await serve({
    ...{ dataDir, port: 0, host: '127.0.0.1', signals: false, mode: 'clinic' },
    webRoot: join(import.meta.dirname, '../../dist/web'),
    accounts: { hasher: argon2Hasher({ memoryCost: 8, timeCost: 1, parallelism: 1 }), clock: Date.now },
  });
  const url = served.url.replace('127.0.0.1', 'localhost');
  await page.goto(`${url}/#/invitation/${token}`);
  await page.getByLabel('Your name').fill('Anna');
  await page.getByLabel('New password').fill('seven grey herons stand');
  await page.getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account');

  await page.goto(`${url}/#/consents`);
  const care = page.getByRole('region', { name: 'Your clinicians may see your sessions' });
  await care.getByRole('button', { name: 'Agree' }).click();
  await expect(care.getByText('Agreed since')).toBeVisible();
  await care.getByRole('button', { name: 'Take it back' }).click();
  await expect(care.getByText('Not agreed.')).toBeVisible();
  await checkScreen(page, [
    [360, 'light'],
    [1280, 'dark'],
  ]);

  await page.goto(`${url}/#/who-looked`);
  await expect(page.getByText('You: Consents, withdrawn')).toBeVisible();
  await page.getByLabel('What').selectOption('Urgent access');
  await expect(page.getByText('Nothing of that kind')).toBeVisible();
  await page.getByLabel('What').selectOption('All');
  await checkScreen(page, [
    [360, 'dark'],
    [1280, 'light'],
  ]);
  const folder = process.env['ATTUNE_ACCOUNT_PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/who-looked.png`, fullPage: true });
  await served.close();
  await rm(dataDir, { recursive: true, force: true });
});
