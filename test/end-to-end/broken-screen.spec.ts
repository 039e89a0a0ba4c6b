import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';

/** Every read of the browser's database fails from now on, as Chromium fails where a disk is bad. */
const failReads = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const broken = (): never => {
      throw new DOMException('Internal error.', 'UnknownError');
    };
    IDBObjectStore.prototype.getAll = broken;
    IDBIndex.prototype.getAll = broken;
    IDBObjectStore.prototype.openCursor = broken;
    IDBIndex.prototype.openCursor = broken;
  });

/** Whatever draws numbers to call breaks from now on: a fault of the screen itself. */
const breakHelp = (page: Page): Promise<void> =>
  page.evaluate(() => {
    Object.defineProperty(navigator, 'language', {
      get: () => {
        throw new Error('planted');
      },
    });
  });

test.describe('a screen that breaks in a session', () => {
  test('says so; the music goes on, and Stop, Esc and the way back are there', async ({
    attune,
    page,
    sound,
  }) => {
    await attune.cravingNow();
    await sound.heard(1);
    await breakHelp(page);
    await page.getByRole('link', { name: 'Help now' }).click();
    await expect(attune.heading).toHaveText('This page could not be shown.');
    await sound.heard(1);
    await page.getByRole('link', { name: 'Attune, to Today' }).click();
    await expect(attune.button('Stop')).toBeVisible();
    await page.getByRole('link', { name: 'Help now' }).click();
    await page.keyboard.press('Escape');
    await sound.silent(0.5);
  });

  test('after a failed read says what is not available, and nothing is blank', async ({
    attune,
    page,
    sound,
  }) => {
    await attune.cravingNow();
    await sound.heard(1);
    await failReads(page);
    for (const address of ['/rest', '/learning', '/music', '/help', '/']) {
      await page.evaluate((hash) => void (location.hash = hash), address);
      await expect(attune.heading).toBeVisible();
      await expect(attune.button('Stop')).toBeVisible();
    }
    await sound.heard(1);
    await attune.button('Stop').click();
    await sound.silent(0.5);
  });
});
