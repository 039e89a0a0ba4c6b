import type { Page } from '@playwright/test';
import { openAs, test } from './support/clinic.ts';
import { expect } from './support/fixtures.ts';
import type { Sound } from './support/sound.ts';

/** A session from its beginning to Stop. */
const play = async (page: Page, sound: Sound): Promise<void> => {
  await page.locator('.craving-now').click();
  await sound.heard(1);
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
};

test('of two people who share a browser neither sees nor sends the other’s sessions', async ({
  page,
  sound,
  clinic,
}) => {
  const { accounts, url, sessionsOf } = clinic;
  const [anna, bert] = [await accounts.invite('client'), await accounts.invite('client')];
  await openAs(page, clinic, anna);
  // Nothing of hers gets through.
  await page.route('**/api/v1/sessions**', (route) => route.abort());
  await play(page, sound);
  // What a page leaves behind is brought to its end by the next one.
  await page.goto(`${url}/#/progress`);
  await page.reload();
  const sessions = page.locator('a[href*="#/past/"]');
  await expect(sessions).toHaveCount(1);
  await page.goto(`${url}/#/account`);
  await page.getByRole('button', { name: 'Sign out', exact: true }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  await page.unroute('**/api/v1/sessions**');

  await openAs(page, clinic, bert);
  await page.goto(`${url}/#/progress`);
  await expect(page.getByText('Sessions you finish are kept here')).toBeVisible();
  await expect(sessions).toHaveCount(0);
  await page.goto(`${url}/#/`);
  await play(page, sound);
  await expect.poll(async () => (await sessionsOf(bert)).length).toBe(1);
  // Her sign-in ended as she signed out: she comes in anew.
  const again = await accounts.signIn(anna);
  expect(await sessionsOf(again)).toEqual([]);

  await openAs(page, clinic, again);
  await expect.poll(async () => (await sessionsOf(again)).length).toBe(1);
  expect((await sessionsOf(again))[0]).not.toBe((await sessionsOf(bert))[0]);
  expect(await sessionsOf(bert)).toHaveLength(1);
});
