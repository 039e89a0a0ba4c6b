import type { Page } from '@playwright/test';
import { expect, test as base } from './support/fixtures.ts';
import type { AttunePage } from './support/attune-page.ts';

/** What a browser does to the page's storage. */
const blocked: Readonly<Record<string, () => void>> = {
  'throws, as with blocked storage': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  },
  'fails, as in some private windows': () => {
    IDBFactory.prototype.open = () => {
      const request = new EventTarget();
      Object.defineProperty(request, 'error', { value: new DOMException('No.', 'InvalidStateError') });
      setTimeout(() => {
        const { onerror } = request as { onerror?: (event: Event) => void };
        const event = new Event('error', { cancelable: true });
        Object.defineProperty(event, 'target', { value: request });
        onerror?.(event);
      });
      return request as IDBOpenDBRequest;
    };
  },
};

const test = base;
const ORIGIN = (page: Page): string => new URL(page.url()).origin;

/** Stops, and takes the log from the screen after the session. */
async function finishAndSave(attune: AttunePage): Promise<string> {
  await attune.finish();
  return attune.exportLog();
}

for (const [how, block] of Object.entries(blocked))
  test(`where the browser’s database ${how}, that nothing is kept is said at once, and music plays`, async ({
    attune,
    page,
    sound,
  }) => {
    await page.addInitScript(block);
    await page.reload();
    await expect(attune.saved).toContainText('Nothing is kept');
    await expect(attune.saved).toHaveAttribute('role', 'alert');
    await attune.cravingNow();
    await sound.heard(2);
    await expect(attune.saved).toContainText('Nothing is kept');
    const log = await finishAndSave(attune);
    expect(log).toContain('"session-started"');
    expect(log).toContain('"session-ended"');
  });

const clearings: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'its storage is cleared': async (page) => {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Storage.clearDataForOrigin', { origin: ORIGIN(page), storageTypes: 'indexeddb' });
  },
  'its database is deleted': (page) =>
    page.evaluate(async () => {
      const deleting = indexedDB.deleteDatabase('attune');
      await new Promise((settle) => {
        deleting.onsuccess = settle;
        deleting.onerror = settle;
      });
    }),
};

for (const [what, clear] of Object.entries(clearings))
  test(`when ${what} in mid-session it is said at once, and the session is kept anew`, async ({
    attune,
    page,
    sound,
  }) => {
    await attune.cravingNow();
    await sound.heard(1);
    await attune.allSaved();
    await clear(page);
    // First what is true until the browser lets it open another.
    await expect(attune.saved).toContainText(/Nothing (of before )?is kept/);
    await expect(attune.saved).toContainText('Nothing of before is kept');
    await expect(attune.button('Stop')).toBeVisible();
    await sound.heard(1);
    const log = await finishAndSave(attune);
    expect(log).toContain('"session-started"');
    await page.reload();
    await attune.allSaved();
    await page
      .getByRole('link', { name: /Craving|Rescue|stopped/ })
      .first()
      .click();
    await expect(page.getByRole('button', { name: 'Save the log as a file' })).toBeVisible();
    expect(await attune.exportLog()).toBe(log);
  });

test('when there is no more room in mid-session it is said, and the log can be saved whole', async ({
  attune,
  page,
  sound,
}) => {
  await attune.cravingNow();
  await sound.heard(1);
  await attune.allSaved();
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  });
  await attune.button('Something else').click();
  await expect(attune.saved).toContainText('Nothing new is kept: this browser has no space left.');
  await sound.heard(1);
  expect(await finishAndSave(attune)).toContain('"session-ended"');
});
