import { axeFindings } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';

test('a person puts pieces that come with Attune on their own list, hears it and takes one off', async ({
  attune,
  page,
  sound,
}) => {
  await page.goto(new URL('/#/music', page.url()).href);
  const piece = page.getByTestId('piece-still-water');
  await piece.getByRole('button', { name: 'Put it on my Calm list' }).click();
  const list = page.getByTestId('picked-calming');
  await expect(list).toContainText('comes with Attune');
  expect(await axeFindings(page)).toEqual([]);
  await attune.button('Listen: Play the list, Calm').click();
  await sound.heard(1);
  await page.keyboard.press('Escape');
  await page.reload();
  await list.getByRole('button', { name: /^Take off the list/ }).click();
  await expect(list).toHaveCount(0);
  await expect(piece.getByRole('button', { name: 'Put it on my Calm list' })).toBeVisible();
});
