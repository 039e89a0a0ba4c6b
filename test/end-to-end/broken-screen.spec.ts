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

/** The next read of the database, and no other, fails: at once, or in its own time as a request does. */
const failOnce = (page: Page, how: 'thrown' | 'told'): Promise<void> =>
  page.evaluate((way) => {
    const failure = (): DOMException => new DOMException('Internal error.', 'UnknownError');
    const originals = [IDBObjectStore.prototype, IDBIndex.prototype].map((place) => {
      // eslint-disable-next-line @typescript-eslint/unbound-method -- put back where it was
      const { getAll } = place;
      const put = (): void => void (place.getAll = getAll);
      place.getAll = function (this: IDBObjectStore & IDBIndex, ...asked) {
        for (const back of originals) back();
        if (way === 'thrown') throw failure();
        const request = getAll.apply(this, asked) as IDBRequest<unknown[]>;
        Object.defineProperty(request, 'error', { get: failure });
        queueMicrotask(() => {
          const { onerror } = request;
          request.onsuccess = () => {
            const event = new Event('error', { cancelable: true });
            Object.defineProperty(event, 'target', { value: request });
            onerror?.call(request, event);
          };
        });
        return request;
      };
      return put;
    });
  }, how);

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

  const screens = [
    '/help',
    '/',
    '/music',
    '/rest',
    '/learning',
    '/dosing',
    '/session',
    '/group',
    '/past/none',
    '/do/relaxation',
  ];
  for (const how of ['thrown', 'told'] as const)
    test(`stays where one read fails once (${how}), on every screen: sound, Stop, Esc`, async ({
      attune,
      page,
      sound,
    }) => {
      await attune.cravingNow();
      await sound.heard(1);
      for (const address of screens) {
        await failOnce(page, how);
        await page.evaluate((hash) => void (location.hash = hash), address);
        await expect(attune.heading).toBeVisible();
        await expect(attune.button('Stop')).toBeVisible();
        await expect(page.getByRole('link', { name: 'Help now' })).toBeVisible();
      }
      await sound.heard(1);
      await failOnce(page, how);
      await page.getByRole('link', { name: 'Help now' }).click();
      await expect(attune.heading).toHaveText('Help now');
      await expect(page.getByRole('link', { name: /^Call Emergency/ })).toBeVisible();
      await page.keyboard.press('Escape');
      await sound.silent(0.5);
    });
});
