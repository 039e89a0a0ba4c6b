import type { Page } from '@playwright/test';
import { AppServer } from './support/app-server.ts';
import { AttunePage } from './support/attune-page.ts';
import { expect, test as base } from './support/fixtures.ts';

const NAME = 'attune.test';

/** Attune over plain http under a name that is not this computer's own: what a phone in the same house sees. */
const test = base.extend<{ readonly elsewhere: AttunePage }>({
  launchOptions: async ({ launchOptions }, use) => {
    const { args = [] } = launchOptions;
    await use({ ...launchOptions, args: [...args, `--host-resolver-rules=MAP ${NAME} 127.0.0.1`] });
  },
  // eslint-disable-next-line no-empty-pattern -- Playwright reads here which fixtures are asked for
  server: async ({}, use) => {
    const server = await AppServer.start({ ATTUNE_ALLOWED_HOSTS: NAME });
    await use(server);
    await server.dispose();
  },
  elsewhere: async ({ page, server, sound: _listening }, use) => {
    const faults: string[] = [];
    page.context().on('weberror', (fault) => faults.push(fault.error().message));
    await page.goto(`http://${NAME}:${new URL(server.url).port}/`);
    const attune = new AttunePage(page, server);
    await attune.drawn();
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await use(attune);
    expect(faults, 'errors that nothing caught').toEqual([]);
  },
});

/** The sessions as the browser keeps them, by id. */
const sessionsOf = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ id: string; ended?: string }[]>((resolve, reject) => {
        const opening = indexedDB.open('attune');
        opening.onerror = () => reject(new Error('it does not open'));
        opening.onsuccess = () => {
          const database = opening.result;
          const asked = database.transaction('sessions').objectStore('sessions').getAll();
          asked.onsuccess = () => {
            database.close();
            resolve(asked.result as { id: string; ended?: string }[]);
          };
        };
      }),
  );

/** Keeps an empty session of a tab that is gone, the last of all by its id. A visit takes it away. */
const leaveOpen = (page: Page) =>
  page.evaluate(
    (id) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('attune');
        opening.onsuccess = () => {
          const database = opening.result;
          const about = {
            protocol: 'rescue',
            source: 'none',
            kept: 0,
            acknowledged: 0,
            known: 0,
            upload: 'done',
          };
          const writing = database.transaction('sessions', 'readwrite');
          writing.objectStore('sessions').put({ id, startedAtMs: 1, lastAtMs: 1, ...about });
          writing.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
    'ffffffff-ffff-4fff-bfff-ffffffffffff',
  );

test.describe('Attune over plain http under another name', () => {
  test('plays on "Craving now", keeps the session and sends it', async ({ elsewhere, sound }) => {
    await elsewhere.cravingNow();
    await sound.heard(2);
    await elsewhere.finish();
    await elsewhere.allSaved();
    expect(await elsewhere.exportLog()).toContain('"session-started"');
  });

  test('says what is missing and why, beside the straps and in Help', async ({ elsewhere, page }) => {
    const said = page.getByTestId('plain-page');
    await elsewhere.toSources();
    await expect(said).toContainText('This page came by plain http');
    await elsewhere.source('Connect a strap').click();
    await expect(page.getByTestId('source-error')).toContainText('A strap needs a secure page.');
    await page.getByRole('link', { name: 'Help now' }).click();
    await expect(elsewhere.heading).toHaveText('Help now');
    await expect(said).toContainText('open Attune by https');
  });

  test('leads a recorded heart, and a second tab leaves the session alone', async ({ elsewhere, page }) => {
    await elsewhere.source('Try it with a recorded heart').click();
    await elsewhere.begin();
    await expect.poll(() => sessionsOf(page)).toHaveLength(1);
    const [running] = await sessionsOf(page);
    await leaveOpen(page);
    const other = await page.context().newPage();
    await other.goto(`${page.url().split('#')[0]!}#/progress`);
    await expect(other.locator('[data-shell]')).toHaveCount(0);
    await expect(other.getByText('Sessions you finish are kept here')).toBeVisible();
    // The second tab has closed what no tab holds, and not what the first one does.
    await expect.poll(async () => (await sessionsOf(other)).map(({ id }) => id)).toEqual([running!.id]);
    expect((await sessionsOf(other))[0]).not.toHaveProperty('ended');
    await elsewhere.finish();
    await elsewhere.allSaved();
    await expect(other.getByText('stopped')).toBeVisible();
  });
});

test('the line about plain http is nowhere on a page that came safely', async ({ attune, page }) => {
  await expect(page.getByTestId('plain-page')).toHaveCount(0);
  await page.getByRole('link', { name: 'Help now' }).click();
  await expect(attune.heading).toHaveText('Help now');
  await expect(page.getByTestId('plain-page')).toHaveCount(0);
});
