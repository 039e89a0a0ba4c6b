import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { axeFindings } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';

test('the first run is four cards, each skippable, and asks only once', async ({ attune, page }) => {
  await page.getByRole('link', { name: 'Look at them' }).click();
  await expect(attune.heading).toHaveText('Card 1 of 4: What this is');
  await expect(attune.heading).toBeFocused();
  await page.getByRole('switch', { name: 'Learn from my ratings' }).click({ force: true });
  await expect(page.getByRole('switch', { name: 'Learn from my ratings' })).toBeChecked();
  expect(await axeFindings(page)).toEqual([]);
  await attune.button('Next').click();
  await expect(page.getByText('Try it with a recorded heart')).toBeVisible();
  await attune.button('Next').click();
  await expect(page.getByText('Piece 1 of 10')).toHaveCount(1);
  const left = (await page.getByRole('heading', { level: 2 }).textContent())!;
  await attune.button('A trigger').click();
  await expect(page.getByText('Piece 2 of 10')).toHaveCount(1);
  await attune.button('Next').click();
  await expect(page.getByRole('heading', { name: 'Somebody to call' })).toBeFocused();
  await page.goBack();
  await expect(attune.heading).toHaveText('Card 3 of 4: Your taste');
  await page.goForward();
  await attune.button('To Today').click();
  await expect(page.getByRole('link', { name: 'Begin a session' })).toBeVisible();
  await expect(page.getByText('New here?')).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('link', { name: 'Guided relaxation' })).toBeVisible();
  await expect(page.getByText('New here?')).toHaveCount(0);
  await page.goto(new URL('/#/music', page.url()).href);
  await expect(page.locator('[data-trigger="true"]').getByRole('heading', { name: left })).toBeVisible();
});

test('everything is taken along in one file, deleted, and put in again', async ({ attune, page }) => {
  await attune.cravingNow();
  await attune.finish();
  await attune.allSaved();
  await page.goto(new URL('/#/settings', page.url()).href);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    attune.button('Make the file').click(),
  ]);
  const path = await download.path();
  const names = Object.keys(unzipSync(await readFile(path)));
  expect(names).toContain('sessions/sessions.ndjson');
  expect(names).toContain('README.txt');
  await attune.button('Delete everything').click();
  await attune.button('Yes, delete it all').click();
  await expect(page.getByText('Gone here.').or(page.getByText('Nothing of you is kept here'))).toBeVisible();
  await page.getByRole('button', { name: 'To Today' }).click();
  await attune.drawn();
  await page.goto(new URL('/#/progress', page.url()).href);
  await expect(page.getByText('Sessions you finish are kept here')).toBeVisible();
  await page.goto(new URL('/#/settings', page.url()).href);
  await page.locator('input[type="file"]').setInputFiles({
    name: 'attune.zip',
    mimeType: 'application/zip',
    buffer: await readFile(path),
  });
  await expect(page.getByText(/^Put in: /)).toBeVisible();
  await page.goto(new URL('/#/progress', page.url()).href);
  await expect(page.locator('.past-item')).toHaveCount(1);
});

test.describe('in German', () => {
  test.use({ locale: 'de-DE' });

  test('the shell and the app say the same, and the choice of a language outlives a reload', async ({
    server,
    page,
  }) => {
    await page.goto(server.url);
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(page.locator('[data-shell]')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Verlangen jetzt' }).first()).toBeVisible();
    await page.goto(`${server.url}/#/settings`);
    await page.getByRole('radio', { name: 'English' }).check();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings and your data');
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings and your data');
  });
});
