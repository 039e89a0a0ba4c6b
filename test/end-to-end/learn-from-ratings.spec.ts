import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { cravingRecord } from '../../engine/index.ts';
import { axeFindings } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';

const toggle = (page: Page) => page.getByRole('switch', { name: 'Learn from my ratings' });

test.describe('"Learn from my ratings"', () => {
  test('counts a rating once it is turned on, keeps it, gives it out and deletes it', async ({
    attune,
    page,
  }) => {
    await page.getByRole('link', { name: 'Progress' }).click();
    const link = page.getByRole('link', { name: /^Learn from my ratings/ });
    await expect(link).toContainText('off');
    await link.click();
    await expect(attune.heading).toHaveText('Learn from my ratings');
    await toggle(page).click({ force: true });
    await expect(page.getByTestId('counts')).toHaveText('0 of 30 answers, 0 of 8 cravings');

    await page.getByRole('link', { name: 'Back to Today' }).click();
    await attune.toSources();
    await attune.source('No strap').click();
    await page.getByRole('slider', { name: 'How strong is the craving?' }).focus();
    await page.keyboard.press('End');
    await attune.button('Begin').click();
    await expect(attune.playing).toBeVisible();
    await page.getByText('Look closer').click();
    await expect(page.getByTestId('forecast')).toContainText('too few answers');
    await page.getByRole('link', { name: 'What this rests on' }).click();
    await expect(page.getByTestId('counts')).toHaveText('1 of 30 answers, 1 of 8 cravings');

    await page.reload();
    await expect(toggle(page)).toBeChecked();
    await expect(page.getByTestId('counts')).toHaveText('1 of 30 answers, 1 of 8 cravings');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      attune.button('Save my answers as a file').click(),
    ]);
    const record = cravingRecord(JSON.parse(await readFile(await download.path(), 'utf8')));
    expect(record).toMatchObject({ ok: true, value: { labels: [{ said: 100, by: 'rating' }] } });

    await attune.button('Delete my answers').click();
    await attune.button('Delete').click();
    await expect(page.getByTestId('counts')).toHaveText('0 of 30 answers, 0 of 8 cravings');
    await page.reload();
    await expect(page.getByTestId('counts')).toHaveText('0 of 30 answers, 0 of 8 cravings');
  });

  test('asks at a quarter of an hour, in a card that covers nothing, and takes the answer by keyboard', async ({
    attune,
    page,
  }) => {
    await page.addInitScript(standBeforeNoon);
    await page.goto(new URL('/#/learning', page.url()).href);
    await page.reload();
    await toggle(page).click({ force: true });
    await expect(toggle(page)).toBeChecked();
    await page.getByRole('link', { name: 'Back to Today' }).click();
    await attune.toSources();
    await attune.source('No strap').click();
    await attune.begin();
    await page.evaluate(() => window.letTimePass!());
    const card = page.getByTestId('prompt');
    await expect(card).toBeVisible();
    await expect(attune.button('Stop')).toBeInViewport();
    expect(await axeFindings(page)).toEqual([]);
    await card.getByRole('slider').focus();
    for (const key of ['Home', 'ArrowRight', 'Tab', 'Enter']) await page.keyboard.press(key);
    await expect(card).toHaveCount(0);
    await expect(page.getByText('Noted. Thank you.')).toBeFocused();
    await page.goto(new URL('/#/learning', page.url()).href);
    await expect(page.getByTestId('counts')).toHaveText('1 of 30 answers, 0 of 8 cravings');
  });
});

declare global {
  interface Window {
    letTimePass?: () => void;
  }
}

/**
 * In the page: its clock stands at some seconds before local noon until it is let go, and the session's seed is one
 * that asks at noon.
 */
function standBeforeNoon(): void {
  const standsAt = new Date().setHours(11, 59, 50, 0);
  let origin: number | undefined;
  Object.defineProperty(performance, 'timeOrigin', { get: () => origin ?? standsAt - performance.now() });
  window.letTimePass = () => (origin = standsAt - performance.now());
  const original = crypto.getRandomValues.bind(crypto);
  crypto.getRandomValues = <T extends ArrayBufferView>(array: T): T =>
    array instanceof Uint32Array && array.length === 1 ? array.fill(22) : original(array as never);
}
