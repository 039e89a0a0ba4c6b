import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';

const FOLDER = join(import.meta.dirname, '../../docs/screens');

/** A phone by day, a desk by night: half of what there is, and small enough to be kept. */
const LOOKS = {
  phone: { width: 360, height: 760, colorScheme: 'light' },
  'phone-dark': { width: 360, height: 760, colorScheme: 'dark' },
  desk: { width: 1120, height: 720, colorScheme: 'light' },
  'desk-dark': { width: 1120, height: 720, colorScheme: 'dark' },
} as const;

/** @param fromTop  CSS pixels that are scrolled past */
async function picture(page: Page, name: string, look: keyof typeof LOOKS, fromTop = 0): Promise<void> {
  const { width, height, colorScheme } = LOOKS[look];
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate((top) => scrollTo(0, top), fromTop);
  await page.waitForTimeout(800); // charts are drawn anew, colours fade
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}

const go = async (page: Page, to: string): Promise<void> => {
  await page.evaluate((address) => (location.hash = address), to);
};

/** Somebody who has used Attune for a while, in pictures. */
test.skip(
  !process.env['ATTUNE_SCREENSHOTS'],
  'ATTUNE_SCREENSHOTS=1 takes the pictures in docs/screens/ anew',
);

test('what the documents show', async ({ attune, page }) => {
  await go(page, '/plan');
  await attune.button('Session').click();
  await attune.button('Rhythm').click();
  await page.getByLabel('Session: At').fill('20:00');
  await page.getByRole('textbox', { name: 'Goal 1' }).fill('Sleep through the night again');
  await page.getByText('In 4 weeks', { exact: true }).click();
  await page.getByRole('group', { name: 'Rhythm' }).getByRole('button', { name: 'Done today' }).click();
  await picture(page, 'plan', 'desk');

  await go(page, '/songs');
  await page.getByRole('button', { name: /^Now, then/ }).click();
  const now = page.getByRole('region', { name: 'Where I am', exact: true });
  await now
    .getByRole('textbox')
    .fill(
      'The kettle hums, the street is grey\nI count the buses on their way\nA window with a little light',
    );
  await now.getByRole('button', { name: 'Rhymes with “light”' }).first().click();
  await expect(now.getByRole('region', { name: 'Rhymes', exact: true })).toContainText('night');
  await picture(page, 'song', 'desk', 310);

  await go(page, '/write/journal/new');
  await page
    .getByRole('textbox', { name: 'Your text' })
    .fill('Old songs in the shop today. I left the basket and walked home along the river.');
  await page.getByRole('checkbox', { name: 'lonely' }).check({ force: true });
  await page.getByRole('button', { name: 'river', exact: true }).click();
  await page.getByRole('button', { name: 'a place', exact: true }).click();
  await page.getByRole('textbox', { name: 'Your text' }).scrollIntoViewIfNeeded();
  await picture(page, 'journal', 'phone');
  await attune.button('Done').click();

  await go(page, '/triggers/place');
  await page.getByRole('button', { name: 'Add “river”' }).waitFor();
  await picture(page, 'triggers', 'phone');

  await go(page, '/progress/questions/gad-2');
  await page.getByRole('radio').first().check({ force: true });
  await picture(page, 'questionnaire', 'desk');

  await go(page, '/rhythm/practice');
  await attune.button('Begin').click();
  await page.getByRole('button', { name: /^Tap here/ }).waitFor();
  await picture(page, 'rhythm', 'phone-dark');
  await page.keyboard.press('Escape');

  await go(page, '/learn/cards');
  await page.getByRole('searchbox').waitFor();
  await picture(page, 'learn', 'desk-dark');
  await go(page, '/together');
  await picture(page, 'together', 'phone');

  await go(page, '/do/breathing');
  await attune.button('Begin').click();
  await page.getByTestId('breath').waitFor();
  await page.waitForTimeout(3000); // in the middle of a breath
  await picture(page, 'breathing', 'phone-dark');
  await attune.button('Enough for now').click();
  await attune.button('End the music').click();

  await go(page, '/');
  await picture(page, 'today', 'phone');
  await picture(page, 'today-desk', 'desk-dark');
});
