import { expect, test } from './support/fixtures.ts';

test('the crisis card opens without network and without the service, once the page has been there', async ({
  attune,
  page,
}) => {
  await attune.cutOff();
  await page.getByRole('link', { name: 'Help now' }).click();
  await expect(attune.heading).toHaveText('Help now');
  await expect(page.getByRole('link', { name: /^Call Emergency/ })).toHaveAttribute('href', /^tel:\d+$/);
});

test('the licences of what Attune is made of open from Help without network', async ({ attune, page }) => {
  await expect(attune.heading).toBeVisible();
  await attune.cutOff();
  await page.getByRole('link', { name: 'Help now' }).click();
  await page.getByRole('link', { name: 'Licences of what Attune is made of' }).click();
  await expect(page).toHaveURL(/\/third-party-notices\.txt$/);
  await expect(page.locator('body')).toContainText('## workbox-precaching');
});

test('music plays without network and without the service', async ({ attune, sound }) => {
  await attune.cutOff();
  await attune.cravingNow();
  await sound.heard(2);
  expect(await sound.level(1)).toBeGreaterThan(0.001);
});
