import { expect, test } from './support/fixtures.ts';

test('the crisis card opens without network and without the service, once the page has been there', async ({
  attune,
  page,
  server,
}) => {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await server.kill();
  await page.context().setOffline(true);
  await page.reload();
  await page.getByRole('link', { name: 'Help now' }).click();
  await expect(attune.heading).toHaveText('Help now');
  await expect(page.getByRole('link', { name: /^Call Emergency/ })).toHaveAttribute('href', /^tel:\d+$/);
});

test('music plays without network and without the service', async ({ attune, page, server, sound }) => {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await server.kill();
  await page.context().setOffline(true);
  await page.reload();
  await attune.cravingNow();
  await sound.heard(2);
  expect(await sound.level(1)).toBeGreaterThan(0.001);
});
